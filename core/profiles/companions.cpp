// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/companions.h"

#include "core/profiles/chat_shape.h"
#include "core/profiles/content_parts.h"
#include "core/profiles/logged_stream.h"
#include "core/profiles/steps.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace goldpan::profiles {
namespace {

constexpr std::string_view kEverywhere = "*";

std::string keyOf(std::size_t join, std::size_t pair, std::string_view value) {
    return std::to_string(join) + ":" + std::to_string(pair) + ":" + std::string(value);
}

std::string valueAt(const Pointer& pointer, const Scope& scope) {
    return plainText(pointer.first(scope));
}

/// Why the streams are not one whole answer; empty where they are.
std::string_view stateOf(const std::vector<JoinedStream>& streams) {
    const auto& first = streams.front();
    if (first.isDamaged) {
        return "damaged";
    }
    if (first.isFailed) {
        return "failed";
    }
    if (!first.isFinished) {
        return "open";
    }
    return streams.size() > 1 ? "several" : std::string_view();
}

/// A correction that names the trace alone.
bool isOfSomeCall(const Feedback& feedback) {
    return !feedback.isGold && feedback.isOfPeople() && !feedback.correction.empty();
}

} // namespace

void prepareRecord(const std::vector<Preparation>& prepare, const std::vector<JsonTree*>& levels) {
    for (const auto& step : prepare) {
        if (step.at.levelsUp() >= levels.size() || levels[step.at.levelsUp()] == nullptr) {
            continue;
        }
        for (auto* value : step.at.allIn(*levels[step.at.levelsUp()])) {
            if (step.json > 0 && value->isString()) {
                *value = unpackJsonAs(std::move(*value), step.json, step.shape);
            }
            if (step.attributes) {
                *value = unpackAttributes(std::move(*value));
            }
            if (step.table) {
                *value = rowsOfTable(std::move(*value));
            }
            if (step.unflatten) {
                *value = unflatten(std::move(*value), step.prefixes);
            }
            if (step.sse) {
                if (const auto streams = joinLogged(*value); !streams.empty()) {
                    *value = streams.front().body;
                    if (const auto state = stateOf(streams); !state.empty()) {
                        value->set("stream_state", JsonTree::string(std::string(state)));
                    }
                }
            }
        }
    }
}

void Companions::addRecord(const Join& join, std::size_t number, JsonTree& record, const Scope& outer) {
    prepareRecord(join.prepare, {&record});
    Scope scope = outer;
    scope.insert(scope.begin(), &record);
    if (!allHold(join.where, scope)) {
        return;
    }
    Held held;
    Taken ignored;
    for (const auto& rule : join.feedback) {
        readFeedback(rule, scope, ignored, held.feedback);
    }
    if (join.into.empty() && held.feedback.empty()) {
        return;
    }
    std::string key;
    for (std::size_t pair = 0; pair < join.on.size() && key.empty(); ++pair) {
        if (const auto value = valueAt(join.on[pair].theirs, scope); !value.empty()) {
            key = keyOf(number, pair, value);
            for (auto& feedback : held.feedback) { // by another key it may be of any call of the trace
                feedback.ofTrace = pair > 0;
                feedback.isGold = pair == 0;
            }
        }
    }
    if (join.on.empty()) {
        key = keyOf(number, 0, kEverywhere);
    }
    if (key.empty()) {
        return;
    }
    if (!join.into.empty()) {
        held.tree = std::move(record);
    }
    held.group = m_byKey.try_emplace(key, m_groups.size()).first->second;
    m_groups.resize(std::max(m_groups.size(), held.group + 1));
    m_groups[held.group].held.push_back(m_held.size());
    m_held.push_back(std::move(held));
}

void Companions::add(JsonTree object) {
    ++m_objects;
    const auto before = m_held.size();
    for (std::size_t number = 0; number < m_profile.join.size(); ++number) {
        const auto& join = m_profile.join[number];
        const std::function<void(JsonTree&, std::size_t, const Scope&)> visit =
            [&](JsonTree& tree, std::size_t level, const Scope& outer) {
                if (level == join.each.size()) {
                    addRecord(join, number, tree, outer);
                    return;
                }
                Scope scope = outer;
                scope.insert(scope.begin(), &tree);
                for (auto* item : itemsOf(join.each[level], tree)) {
                    visit(*item, level + 1, scope);
                }
            };
        JsonTree copy = object; // each join prepares its own
        visit(copy, 0, {});
    }
    m_unused += m_held.size() == before ? 1 : 0;
}

std::int64_t Companions::unmatchedCount() const {
    return std::ranges::count_if(
        m_held, [this](const Held& held) { return m_groups[held.group].uses == 0 && held.tree.isNull(); });
}

std::vector<std::size_t> Companions::groupsFor(const Join& join, std::size_t number,
                                               const Scope& scope) const {
    std::vector<std::size_t> out;
    const auto append = [&](const std::string& key) {
        if (const auto found = m_byKey.find(key); found != m_byKey.end()) {
            out.push_back(found->second);
        }
    };
    if (join.on.empty()) {
        append(keyOf(number, 0, kEverywhere));
    }
    for (std::size_t pair = 0; pair < join.on.size(); ++pair) {
        if (const auto value = valueAt(join.on[pair].ours, scope); !value.empty()) {
            append(keyOf(number, pair, value));
        }
    }
    return out;
}

void Companions::fill(JsonTree& record, const Scope& scope) const {
    for (std::size_t number = 0; number < m_profile.join.size(); ++number) {
        const auto& join = m_profile.join[number];
        if (join.into.empty() || record.find(join.into) != nullptr) {
            continue;
        }
        auto first = m_held.size();
        for (const auto group : groupsFor(join, number, scope)) {
            first = std::min(first, m_groups[group].held.front());
        }
        if (first < m_held.size()) {
            record.set(join.into, m_held[first].tree);
        }
    }
}

void Companions::claim(const std::vector<std::size_t>& claims, const std::string& requestId) {
    for (const auto group : claims) {
        m_groups[group].claimant = requestId;
    }
}

std::vector<LoggedCorrection> Companions::soleCorrections() const {
    std::vector<LoggedCorrection> out;
    for (const auto& held : m_held) {
        const auto& group = m_groups[held.group];
        if (group.uses != 1 || group.claimant.empty()) {
            continue;
        }
        for (const auto& feedback : held.feedback) {
            if (isOfSomeCall(feedback)) {
                out.push_back({group.claimant, feedback.correction});
            }
        }
    }
    return out;
}

Companions::Matches Companions::feedbackFor(const Scope& scope) {
    Matches out;
    for (std::size_t number = 0; number < m_profile.join.size(); ++number) {
        const auto& join = m_profile.join[number];
        if (!join.into.empty()) {
            continue;
        }
        std::vector<std::size_t> found;
        for (const auto at : groupsFor(join, number, scope)) {
            auto& group = m_groups[at];
            out.isShared = out.isShared || group.uses > 0;
            ++group.uses;
            out.claims.push_back(at);
            const auto kept = std::min(group.held.size(), kMostFeedback);
            out.isCut = out.isCut || kept < group.held.size();
            found.insert(found.end(), group.held.end() - static_cast<std::ptrdiff_t>(kept), group.held.end());
        }
        std::ranges::sort(found);
        for (const auto at : found) {
            std::ranges::copy(m_held[at].feedback, std::back_inserter(out.feedback));
        }
    }
    return out;
}

} // namespace goldpan::profiles
