// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Redactor: finds PII in text and writes tokens in its place. Immutable after construction; find() and
// redact() are const and safe from many threads at once.
#pragma once

#include "core/redact/own/rule_set.h"
#include "core/redact/scan/pii_span.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::redact {

/// How many spans of each type were replaced, how many user ids and address or header values were hashed or
/// dropped from unknown keys, and how many texts were dropped because they could not be redacted.
struct RedactionCounts {
    std::array<std::int64_t, kPiiTypeCount> byType{};
    std::vector<std::pair<std::string, std::int64_t>> custom; ///< by the name of the token, sorted
    std::int64_t usersHashed = 0;
    std::int64_t valuesDropped = 0;
    std::int64_t failed = 0;

    void add(const RedactionCounts& other);
    void addCustom(std::string_view name, std::int64_t count);
    [[nodiscard]] std::int64_t total() const;
    bool operator==(const RedactionCounts&) const = default;
};

struct RedactorLimits {
    /// How often a text is read again because a token freed what stood beside it; more only a text takes that
    /// was built to, and it would make the work quadratic.
    int mostRounds = 24;
};

/// Told of each span that is replaced, with the words of it.
using OnRedacted = std::function<void(std::string_view words, const PiiSpan& span)>;

class Redactor {
public:
    explicit Redactor(const RuleSet& rules = {}, RedactorLimits limits = {});
    ~Redactor();
    Redactor(const Redactor&) = delete;
    Redactor& operator=(const Redactor&) = delete;

    /// Spans of PII in `text`, in order, not overlapping. Linear in the length of `text` for every input.
    /// Works on bytes: invalid UTF-8 is left as it is. Tokens ("[EMAIL]") are never part of a span. On any
    /// internal failure the whole text is one span of `dropped`.
    [[nodiscard]] std::vector<PiiSpan> find(std::string_view text) const;

    /// `text` with a token for each span; nullopt where there is nothing to redact, so that the usual case
    /// copies nothing. Idempotent: redact(redact(x)) changes nothing. Counts are added to `counts`. On any
    /// internal failure `[DROPPED]` takes the place of the whole text, counted as `failed`; so it does of a
    /// text that is built so that each pass frees the next match.
    [[nodiscard]] std::optional<std::string> redact(std::string_view text, RedactionCounts& counts,
                                                    const OnRedacted& told = {}) const;

    /// Redacts in place; true where something changed.
    bool redactInPlace(std::string& text, RedactionCounts& counts) const;

    /// `text` as it may be stored, where nobody counts.
    [[nodiscard]] std::string redacted(std::string_view text) const;

    /// Of a span that this redactor found: `email` or the custom rule's name, `EMAIL`, `[EMAIL]`.
    [[nodiscard]] std::string_view ruleName(const PiiSpan& span) const;
    [[nodiscard]] std::string_view typeName(const PiiSpan& span) const;
    [[nodiscard]] std::string_view token(const PiiSpan& span) const;
    /// Names of all tokens that this redactor may write, `EMAIL`, each once; as long as it lives.
    [[nodiscard]] const std::vector<std::string_view>& tokenNames() const;

    [[nodiscard]] const RuleSet& rules() const;
    /// Hash of the rule set with the built-in rules, 64 hex digits: stands in every manifest.
    [[nodiscard]] const std::string& rulesHash() const;

private:
    struct Rules;
    [[nodiscard]] std::vector<PiiSpan> findAll(std::string_view text) const;
    /// As the letters stand, without a look at escapes of JSON.
    [[nodiscard]] std::vector<PiiSpan> findAsRead(std::string_view text) const;
    [[nodiscard]] std::vector<PiiSpan> findBuiltIn(std::string_view text) const;
    /// `found` without what is allowed, and without what lies inside of `kept`, the allowed matches of own
    /// rules; what is allowed of it is added to `allowed`.
    [[nodiscard]] std::vector<PiiSpan> notAllowed(std::string_view text, const std::vector<PiiSpan>& found,
                                                  const std::vector<PiiSpan>& kept,
                                                  std::vector<PiiSpan>& allowed) const;

    std::unique_ptr<const Rules> m_rules;
};

} // namespace goldpan::redact
