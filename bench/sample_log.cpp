// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sample_log.h"

#include "bench/phrasebook.h"
#include "bench/random.h"
#include "core/base/json_text.h"
#include "core/base/timestamp.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

constexpr std::int64_t kRows = 2'000;
constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kHour = 3'600 * kSecond;
constexpr std::int64_t kDay = 24 * kHour;
constexpr Timestamp kBegin{1'748'822'400 * kSecond}; // 2025-06-02T00:00:00Z
constexpr Timestamp kDeploy{kBegin.micros + 8 * kDay};
constexpr Timestamp kDrift{kDeploy.micros + 34 * kHour};

constexpr std::string_view kTools =
    R"([{"type":"function","function":{"name":"get_order","parameters":{"type":"object","properties":{"order":{"type":"string"}}}}}])";

std::string quoted(std::string_view text) {
    std::string out;
    appendJsonString(out, text);
    return out;
}

// Takes a list because a list's parts are evaluated in order, and parts draw random numbers.
std::string join(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const auto part : parts) {
        out += part;
    }
    return out;
}

std::string padded(std::int64_t value, std::size_t digits) {
    std::string out = std::to_string(value);
    return out.insert(0, digits - std::min(digits, out.size()), '0');
}

std::string hex(std::uint64_t value) {
    std::string out;
    for (unsigned shift = 64; shift > 0; shift -= 4) {
        out += "0123456789abcdef"[(value >> (shift - 4)) & 15U];
    }
    return out;
}

std::string message(std::string_view role, std::string_view content) {
    return join({R"({"role":")", role, R"(","content":)", quoted(content), "}"});
}

template <typename Range>
const auto& pick(const Range& range, Random& random) {
    return range[random.below(range.size())];
}

/// What one customer is about; fills the gaps of a phrase.
struct Case {
    std::string item;
    std::string order;
    std::string days;
    std::string amount;

    Case(const Phrasebook& book, Random& random)
        : item(pick(book.items, random))
        , order("GP-" + std::to_string(random.between(10'000, 99'999)))
        , days(std::to_string(random.between(2, 14)))
        , amount(std::to_string(random.between(4, 180)) + ".90") {}

    [[nodiscard]] std::string fill(std::string_view phrase) const {
        std::string out(phrase);
        const std::vector<std::pair<std::string_view, std::string>> gaps{
            {"{item}", item}, {"{order}", order}, {"{days}", days}, {"{amount}", amount}};
        for (const auto& [gap, value] : gaps) {
            for (auto at = out.find(gap); at != std::string::npos; at = out.find(gap, at + value.size())) {
                out.replace(at, gap.size(), value);
            }
        }
        return out;
    }
};

struct Row {
    std::string requestId;
    Timestamp ts;
    std::string prompt;
    std::string response;
    std::string messages;
    std::string output;
    std::vector<std::string> tags;
    bool isSlip = false;
};

class SampleMaker {
public:
    SampleFiles make() {
        SampleFiles out;
        for (std::int64_t i = 0; i < kRows; ++i) {
            const Row row = makeRow(i);
            appendRow(out.log, row);
            appendFeedback(out.feedback, row);
        }
        // Feedback may come before its row does: this one waits.
        out.feedback += R"({"request_id":"ffffffffffffffff","kind":"thumbs_down","ts":"2025-06-15T23:59:00"})"
                        "\n";
        out.driftEvents =
            join({R"({"event":"deployment_drift_detected","ts":")", formatNaiveTimestamp(kDrift),
                  R"(","model_version":"garden-v6","baseline_pass_rate":0.9375,"pass_rate":0.8125})", "\n"});
        return out;
    }

private:
    const Phrasebook& pickBook() {
        static constexpr std::array<std::size_t, 9> kShares{44, 8, 8, 6, 14, 6, 6, 4, 4};
        std::size_t at = m_random.below(100);
        std::size_t book = 0;
        while (at >= kShares[book]) {
            at -= kShares[book++];
        }
        return phrasebooks()[book];
    }

    std::size_t slipPercent(Timestamp ts) const {
        if (ts < kDeploy) {
            return 4;
        }
        return ts <= kDrift ? 26 : 9;
    }

    std::string contact(const Phrasebook& book) {
        static constexpr std::array kNames = std::to_array<std::string_view>(
            {"ana", "j.keller", "wei.lin", "m.okafor", "sofia.r", "t_haas", "noor"});
        const auto line = m_random.between(0, 99);
        if (book.language == "en" && m_random.chance(20)) {
            return join({" My social security number is 000-", padded(m_random.between(1, 99), 2), "-",
                         padded(m_random.between(1, 9'999), 4), ", if you need it."});
        }
        std::string how;
        switch (m_random.below(4)) {
        case 0:
            how = "212-555-01" + padded(line, 2);
            break;
        case 1:
            how = "(312) 555-01" + padded(line, 2);
            break;
        default:
            how = join({pick(kNames, m_random), std::to_string(line), "@example.",
                        m_random.chance(70) ? "com" : "org"});
        }
        std::string out(book.contact);
        constexpr std::string_view kGap = "{contact}";
        return out.replace(out.find(kGap), kGap.size(), how);
    }

    Row makeRow(std::int64_t number) {
        const Phrasebook& book = pickBook();
        const Case one(book, m_random);
        const std::size_t subject = m_random.below(kTopics.size());
        const Topic& topic = book.topics[subject];
        Row row;
        row.requestId = hex(m_random.next());
        row.ts = Timestamp{kBegin.micros + number * (14 * kDay / kRows) + m_random.between(0, 900 * kSecond)};
        row.isSlip = m_random.chance(slipPercent(row.ts));
        row.prompt = join({pick(book.greetings, m_random), one.fill(pick(topic.questions, m_random)),
                           pick(book.thanks, m_random)});
        if (m_random.chance(6)) {
            row.prompt += contact(book);
        }
        row.response = join({pick(book.openings, m_random), one.fill(row.isSlip ? topic.slip : topic.answer),
                             pick(book.closings, m_random)});
        if (m_random.chance(12)) {
            makeConversation(row, book, one);
        } else if (book.language == "en" && m_random.chance(6)) {
            makeToolUse(row, book, one);
        } else if (number % 600 == 300) {
            pasteThread(row, book);
        }
        if (row.isSlip && m_random.chance(30)) {
            row.tags.push_back(join({"cluster:", kTopics[subject]}));
        }
        if (m_random.chance(1)) {
            row.tags.emplace_back("operator_review");
        }
        if (m_random.chance(row.isSlip ? 10 : 1)) {
            row.tags.emplace_back("user_negative");
        }
        return row;
    }

    void makeConversation(Row& row, const Phrasebook& book, const Case& one) {
        const Topic& before = pick(book.topics, m_random);
        row.messages = '[' + message("system", book.system) + ',' +
                       message("user", one.fill(pick(before.questions, m_random))) + ',' +
                       message("assistant", one.fill(before.answer));
        if (m_random.chance(40)) {
            row.prompt = book.followUp;
            row.response = row.isSlip ? row.response : one.fill(book.followUpAnswer);
        }
        row.messages += ',' + message("user", row.prompt) + ']';
    }

    void makeToolUse(Row& row, const Phrasebook& book, const Case& one) {
        const std::string call =
            join({R"([{"id":"call_)", one.order, R"(","type":"function","function":{"name":"get_order",)",
                  R"("arguments":)", quoted(join({R"({"order":")", one.order, R"("})"})), "}}]"});
        const std::string turn = join({R"({"role":"assistant","content":null,"tool_calls":)", call, "}"});
        row.messages = '[' + message("system", book.system) + ',' + message("user", row.prompt);
        if (m_random.chance(25)) { // the answer itself is the call
            row.output = turn;
            row.response.clear();
        } else {
            const std::string found =
                join({R"({"order":")", one.order, R"(","status":"shipped","days":)", one.days, "}"});
            row.messages += join({",", turn, R"(,{"role":"tool","tool_call_id":"call_)", one.order,
                                  R"(","content":)", quoted(found), "}"});
        }
        row.messages += ']';
    }

    /// A customer pastes the whole mail thread: a text longer than any screen.
    void pasteThread(Row& row, const Phrasebook& book) {
        for (int mail = 0; mail < 40; ++mail) {
            const Case other(book, m_random);
            const Topic& topic = pick(book.topics, m_random);
            row.prompt +=
                "\n\n> " + other.fill(pick(topic.questions, m_random)) + "\n>> " + other.fill(topic.answer);
        }
    }

    void appendRow(std::string& out, const Row& row) {
        out += join({R"({"request_id":")", row.requestId, R"(","ts":")", formatNaiveTimestamp(row.ts),
                     R"(","model_version":")", row.ts < kDeploy ? "garden-v5" : "garden-v6", R"(","prompt":)",
                     quoted(row.prompt), R"(,"response":)", quoted(row.response)});
        const std::int64_t latency = 280 + static_cast<std::int64_t>(row.response.size()) * 7;
        out += R"(,"latency_ms":)";
        out += m_random.chance(2) ? "null" : std::to_string(latency + m_random.between(0, 900));
        out += R"(,"user_id_hash":)";
        out += m_random.chance(8) ? "null" : join({"\"", hex(Random(m_random.below(400)).next()), "\""});
        out += R"(,"response_logprob":)";
        if (m_random.chance(2)) {
            out += "null";
        } else {
            const std::int64_t most = row.isSlip ? 46'000 : 24'000;
            appendJsonDouble(out,
                             static_cast<double>(-m_random.between(row.isSlip ? most / 3 : most / 12, most)) /
                                 10'000);
        }
        out += R"(,"tags":[)";
        for (std::size_t i = 0; i < row.tags.size(); ++i) {
            out += (i == 0 ? "" : ",") + quoted(row.tags[i]);
        }
        out += ']';
        if (!row.messages.empty()) {
            out += R"(,"messages":)" + row.messages;
        }
        if (!row.output.empty()) {
            out += R"(,"output":)" + row.output;
        }
        if (row.messages.find("tool_calls") != std::string::npos || !row.output.empty()) {
            out += join({R"(,"tools":)", kTools});
        }
        out += "}\n";
    }

    void appendFeedback(std::string& out, const Row& row) {
        static constexpr std::array kNegative =
            std::to_array<std::string_view>({"thumbs_down", "thumbs_down", "regenerate", "report"});
        std::optional<std::string_view> kind;
        if (m_random.chance(row.isSlip ? 35 : 1)) {
            kind = pick(kNegative, m_random);
        } else if (!row.isSlip && m_random.chance(3)) {
            kind = "thumbs_up";
        }
        if (kind) {
            const Timestamp ts{row.ts.micros + m_random.between(20, 1'800) * kSecond};
            out += join({R"({"request_id":")", row.requestId, R"(","kind":")", *kind, R"(","ts":")",
                         formatNaiveTimestamp(ts), "\"}\n"});
        }
    }

    Random m_random{20'250'602};
};

} // namespace

SampleFiles makeSample() {
    return SampleMaker().make();
}

} // namespace goldpan::bench
