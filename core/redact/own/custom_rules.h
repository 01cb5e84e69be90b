// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CustomRules: a company's own rules, ready to search. Immutable after construction; safe on any thread.
#pragma once

#include "core/redact/own/rule_set.h"
#include "core/redact/scan/pii_span.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace goldpan::redact {

/// Why `rule.pattern` is no good, in RE2's words where it does not compile; "" where it is fine.
[[nodiscard]] std::string patternProblem(const CustomRule& rule);
/// What a pattern that compiles costs at worst, for each byte of a text: instructions of RE2's.
[[nodiscard]] std::size_t programSize(const CustomRule& rule);
/// The words of a cue, in lower case; none where it holds no letter.
[[nodiscard]] std::vector<std::string> cueWords(std::string_view cue);

class CustomRules {
public:
    /// Longer matches may be cut or passed over: what bounds the work on every pattern and every text.
    static constexpr std::size_t kLongestMatch = 512;

    /// Throws where a pattern of `set` does not compile, which a checked one does.
    explicit CustomRules(const RuleSet& set);
    ~CustomRules();

    /// Each list in order.
    struct Found {
        std::vector<PiiSpan> spans;  ///< `rule` is set, from 1; `type` is what its token stands for
        std::vector<PiiSpan> tokens; ///< own tokens that stand in the text already
        std::vector<PiiSpan> kept;   ///< allowed matches, none inside of another one
    };
    using IsAllowed = std::function<bool(const PiiSpan&)>;

    [[nodiscard]] bool empty() const { return m_rules.empty(); }
    /// What own rules find in `text`. An earlier rule comes before a later one, and no match reaches over
    /// what looks like a token. What is allowed takes nothing from the others but what lies inside of it.
    /// Without a list `isAllowed` is empty.
    [[nodiscard]] Found find(std::string_view text, const IsAllowed& isAllowed) const;

private:
    struct Compiled;
    void findAll(std::string_view text, const IsAllowed& isAllowed, std::vector<PiiSpan>& taken,
                 std::vector<PiiSpan>& kept) const;
    [[nodiscard]] bool isOwnToken(std::string_view text) const;
    static void findOne(const Compiled& rule, std::string_view text, const IsAllowed& isAllowed,
                        std::vector<PiiSpan>& taken, std::vector<PiiSpan>& kept);

    std::vector<Compiled> m_rules;
};

} // namespace goldpan::redact
