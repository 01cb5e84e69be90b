// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/row_builder.h"

#include "core/base/json_text.h"
#include "core/profiles/tool_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace goldpan::profiles {
namespace {

const Turn* lastOfUser(const std::vector<Turn>& turns) {
    const auto found =
        std::find_if(turns.rbegin(), turns.rend(), [](const Turn& turn) { return turn.role == "user"; });
    return found == turns.rend() ? nullptr : &*found;
}

bool isPlainPrompt(const std::vector<Turn>& turns) {
    return turns.size() == 1 && turns[0].role == "user" && turns[0].isPlainText() && turns[0].name.empty();
}

JsonTree numberTree(double value) {
    std::string text;
    appendJsonDouble(text, value);
    return JsonTree::number(std::move(text));
}

/// The lists of tags that logs keep are lists, or lists in a string.
void addTexts(const JsonTree& value, std::vector<std::string>& out) {
    if (value.isArray()) {
        for (const auto& item : value.items) {
            addTexts(item, out);
        }
    } else if (!value.isEmpty() && value.isScalar()) {
        out.push_back(value.text);
    }
}

/// Where a profile knows of a time at all, and does not end its rules with `{"const": null}`.
bool needsTime(const Profile& profile) {
    const auto& rules = profile.rules("ts");
    return !rules.empty() && std::ranges::none_of(rules, [](const Rule& rule) {
        return rule.kind == Rule::Kind::constant && rule.constant.isNull();
    });
}

/// Something stands where a time is looked for: it is none, then.
bool saysSomeTime(const Profile& profile, const Scope& scope) {
    return std::ranges::any_of(profile.rules("ts"), [&](const Rule& rule) {
        return std::ranges::any_of(rule.pointers, [&](const Pointer& pointer) {
            const auto* value = pointer.first(scope);
            return value != nullptr && !value->isEmpty();
        });
    });
}

} // namespace

std::optional<Found> RowBuilder::field(std::string_view name) {
    auto found = find(m_profile.rules(name), m_scope, m_taken);
    if (found) {
        m_row.origins.emplace_back(name, found->from);
    }
    return found;
}

std::string RowBuilder::text(std::string_view name) {
    const auto found = field(name);
    return found ? plainText(&found->value()) : std::string();
}

void RowBuilder::doubt(std::string reason) {
    if (std::ranges::find(m_row.ambiguous, reason) == m_row.ambiguous.end()) {
        m_row.ambiguous.push_back(std::move(reason));
    }
}

void RowBuilder::readConversation() {
    const auto found = field("conversation");
    if (!found) {
        return;
    }
    m_input = m_chat.turns(found->value());
    if (found->shape == Shape::items) {
        mergeAnswers(m_input);
    }
    if (m_input.empty() || !m_input.back().isAssistant()) {
        m_hasOpenEnd = true;
        return;
    }
    m_answer = std::move(m_input.back());
    m_input.pop_back();
}

void RowBuilder::readInput() {
    if (const auto found = field("messages")) {
        m_input = found->shape == Shape::transcript ? readTranscript(plainText(&found->value()))
                                                    : m_chat.turns(found->value());
        if (found->shape == Shape::items) {
            mergeAnswers(m_input);
        }
    }
    if (const auto found = m_input.empty() ? field("prompt") : std::nullopt) {
        m_input = m_chat.turns(found->value());
    }
    const auto found = field("system");
    if (!found || found->value().isEmpty()) {
        return;
    }
    Turn system{.role = "system"};
    const auto* parts = found->value().find("parts");
    system.content.add(parts != nullptr ? *parts : found->value(), m_taken);
    m_taken.take(found->value());
    const bool isThere = !m_input.empty() && m_input.front().role == "system" &&
                         m_input.front().content.joinedText() == system.content.joinedText();
    if (!isThere) {
        m_input.insert(m_input.begin(), std::move(system));
    }
}

void RowBuilder::readAnswer() {
    if (const auto found = field("output")) {
        m_answer = m_chat.answerOrData(found->value());
    }
    if (m_answer) {
        return;
    }
    const auto found = field("response");
    if (!found) {
        return;
    }
    const auto& value = found->value();
    if (!value.isScalar() && !value.isEmpty()) {
        m_answer = m_chat.answerOrData(value);
        return;
    }
    m_answer = Turn{.role = "assistant"};
    m_answer->content.addText(plainText(&value)); // {} and [] are answers, too
}

/// Every further choice; the first is the answer.
void RowBuilder::readAlternatives() {
    for (const auto& rule : m_profile.rules("alternatives")) {
        for (const auto& pointer : rule.pointers) {
            const auto choices = pointer.all(m_scope);
            for (std::size_t i = 1; i < choices.size(); ++i) {
                const auto turn = m_chat.answer(*choices[i]);
                auto message = turn ? turn->message() : JsonTree{};
                if (turn && std::ranges::find(m_alternatives.items, message) == m_alternatives.items.end()) {
                    m_alternatives.items.push_back(std::move(message)); // a copy of it may stand beside it
                }
            }
        }
    }
    if (!m_alternatives.items.empty()) {
        doubt("several answers, of which the first counts");
    }
}

void RowBuilder::readScalars() {
    auto& entry = m_row.entry;
    entry.requestId = text("request_id");
    if (const auto found = field("ts")) {
        entry.ts = readTime(found->value(), TimeUnit::any);
    }
    entry.modelVersion = text("model_version");
    if (const auto found = field("latency_ms")) {
        const auto number = doubleOf(found->value());
        if (number && std::abs(*number) < 9e15) {
            entry.latencyMs = static_cast<std::int64_t>(std::llround(*number));
        }
    }
    if (const auto found = field("user_id_hash")) {
        const auto user = plainText(&found->value());
        if (found->isRawUser) {
            m_row.rawUser = user;
        } else {
            entry.userIdHash = user;
        }
    }
    if (const auto found = field("response_logprob")) {
        m_logprob = found->average;
        entry.responseLogprob =
            found->average ? std::optional(found->average->mean) : doubleOf(found->value());
    }
    if (const auto found = field("tags")) {
        addTexts(found->value(), entry.tags);
    }
    if (const auto found = field("tools")) {
        if (const auto tools = readTools(found->value()); !tools.items.empty()) {
            entry.tools = jsonText(tools);
        }
    } else if (const auto& among = m_chat.toolDefinitions(); !among.items.empty()) {
        entry.tools = jsonText(readTools(among));
    }
}

void RowBuilder::addTags(const std::vector<Feedback>& feedback) {
    for (const auto& rule : m_profile.tag) {
        const bool fits =
            rule.when ? rule.when->holds(m_scope)
                      : std::ranges::any_of(feedback, [&](const Feedback& one) { return calls(rule, one); });
        if (fits) {
            m_row.entry.tags.push_back(rule.add);
        }
    }
    normalizeTags(m_row.entry.tags);
}

void RowBuilder::readFeedback(Companions* companions) {
    std::vector<Feedback> feedback;
    for (const auto& rule : m_profile.feedback) {
        profiles::readFeedback(rule, m_scope, m_taken, feedback, m_index);
    }
    std::vector<std::size_t> claims;
    bool isCut = false;
    if (companions != nullptr) {
        auto joined = companions->feedbackFor(m_scope);
        claims = std::move(joined.claims);
        std::ranges::move(joined.feedback, std::back_inserter(feedback));
        if (joined.isShared) {
            doubt("feedback of a trace, given to several of its calls");
        }
        isCut = joined.isCut;
    }
    if (cutFeedback(feedback) || isCut) {
        doubt("more feedback than a row keeps, of which the last counts");
    }
    JsonTree list = JsonTree::array();
    for (auto& one : feedback) {
        list.items.push_back(one.json());
        if (!one.correction.empty() && !one.isOfPeople()) {
            doubt("a correction by a judge or a program");
        } else if (!one.correction.empty() && one.isGold) {
            m_row.corrections.push_back({one.correction, one.author, one.ts, one.ofTrace});
        } else if (one.hasUnreadCorrection) {
            doubt("a correction that holds no words");
        }
    }
    if (const auto found = field("correction")) {
        if (auto words = correctionText(found->value()); !words.empty()) {
            m_row.corrections.push_back({std::move(words), {}, {}, false});
        }
    }
    if (companions != nullptr && m_row.corrections.empty()) { // what names the call goes before
        companions->claim(claims, m_row.entry.requestId);
    }
    if (!list.items.empty()) {
        m_row.entry.feedback = jsonText(list);
    }
    if (disagree(feedback)) {
        doubt("thumbs up beside thumbs down");
    }
    if (m_row.corrections.size() > 1) {
        doubt("several corrections, of which the last counts");
    }
    addTags(feedback);
}

std::optional<Unmapped> RowBuilder::writeTexts() {
    if (m_hasOpenEnd) {
        return Unmapped{false, "the conversation ends without an answer"};
    }
    if (!m_answer) {
        return Unmapped{false, m_input.empty() ? "no content was recorded" : "there is no answer"};
    }
    auto& entry = m_row.entry;
    const auto* asked = lastOfUser(m_input);
    if (asked == nullptr) {
        doubt("there is no question beside the answer");
    } else {
        entry.prompt = asked->content.joinedText();
    }
    if (!m_input.empty() && !isPlainPrompt(m_input)) {
        JsonTree messages = JsonTree::array();
        for (const auto& turn : m_input) {
            messages.items.push_back(turn.message());
        }
        entry.messages = jsonText(messages);
    }
    entry.response = m_answer->content.joinedText();
    if (!m_answer->isPlainText()) {
        entry.output = jsonText(m_answer->message());
    }
    if (m_answer->isEncodedTwice() || std::ranges::any_of(m_input, &Turn::isEncodedTwice)) {
        doubt("tool arguments that are encoded twice");
    }
    return std::nullopt;
}

std::expected<MappedRow, Unmapped> RowBuilder::build(Companions* companions) {
    readConversation();
    readInput();
    readAnswer();
    readAlternatives();
    readScalars();
    if (auto problem = writeTexts()) {
        return std::unexpected(std::move(*problem));
    }
    if (m_row.entry.requestId.empty()) {
        return std::unexpected(Unmapped{true, "missing_field: request_id"});
    }
    if (!m_row.entry.ts && needsTime(m_profile)) {
        return std::unexpected(Unmapped{true, saysSomeTime(m_profile, m_scope)
                                                  ? "bad_ts: no time that can be read"
                                                  : "missing_field: ts"});
    }
    readFeedback(companions);
    return std::move(m_row);
}

JsonTree RowBuilder::metaWith(JsonTree extra) {
    JsonTree meta = JsonTree::object();
    for (const auto& [name, rules] : m_profile.meta) {
        if (const auto found = find(rules, m_scope, m_taken); found && !found->value().isEmpty()) {
            meta.set(name, found->value());
        }
    }
    if (m_logprob) {
        JsonTree logprob = JsonTree::object();
        logprob.set("mean", numberTree(m_logprob->mean));
        logprob.set("sum", numberTree(m_logprob->sum));
        logprob.set("min", numberTree(m_logprob->least));
        logprob.set("n", JsonTree::number(std::to_string(m_logprob->count)));
        meta.set("logprob", std::move(logprob));
    }
    JsonTree source = JsonTree::object();
    source.set("profile", JsonTree::string(m_profile.name));
    meta.set("source", std::move(source));
    if (!m_alternatives.items.empty()) {
        extra.set("output_alternatives", m_alternatives);
    }
    if (!extra.items.empty()) {
        meta.set("extra", std::move(extra));
    }
    return meta;
}

} // namespace goldpan::profiles
