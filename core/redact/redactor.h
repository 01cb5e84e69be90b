// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Redactor: finds PII in text and writes tokens in its place. Immutable after construction; find() and
// redact() are const and safe from many threads at once.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::redact {

/// Later types join at the end, here and in rules.cpp; precedence where spans overlap is the order of the
/// rule table.
enum class PiiType : std::uint8_t {
    email,
    ssn,
    phone,
    creditCard,
    iban,
    ip,
    secret,
    passport,
    driverLicense,
    govId,
    address,
};
inline constexpr std::size_t kPiiTypeCount = 11;

/// `EMAIL`, as counts and reports name it; the token in the text is `[EMAIL]`.
[[nodiscard]] std::string_view piiTypeName(PiiType type);
[[nodiscard]] std::string_view piiToken(PiiType type);

struct PiiSpan {
    std::size_t begin = 0; ///< byte offset
    std::size_t end = 0;   ///< exclusive
    PiiType type = PiiType::email;

    bool operator==(const PiiSpan&) const = default;
};

/// How many spans of each type were replaced, and how many user ids and address or header values were hashed
/// or dropped from unknown keys.
struct RedactionCounts {
    std::array<std::int64_t, kPiiTypeCount> byType{};
    std::int64_t usersHashed = 0;
    std::int64_t valuesDropped = 0;

    void add(const RedactionCounts& other);
    [[nodiscard]] std::int64_t total() const;
    bool operator==(const RedactionCounts&) const = default;
};

class Redactor {
public:
    Redactor();
    ~Redactor();
    Redactor(const Redactor&) = delete;
    Redactor& operator=(const Redactor&) = delete;

    /// Spans of PII in `text`, in order, not overlapping. Linear in the length of `text` for every input.
    /// Works on bytes: invalid UTF-8 is left as it is. Own tokens ("[EMAIL]") are never part of a span.
    [[nodiscard]] std::vector<PiiSpan> find(std::string_view text) const;

    /// `text` with a token for each span; nullopt where there is nothing to redact, so that the usual case
    /// copies nothing. Idempotent: redact(redact(x)) changes nothing. Counts are added to `counts`. A text
    /// that is built so that each pass frees the next match is dropped whole, as one `[SECRET]`.
    [[nodiscard]] std::optional<std::string> redact(std::string_view text, RedactionCounts& counts) const;

    /// Redacts in place; true where something changed.
    bool redactInPlace(std::string& text, RedactionCounts& counts) const;

    /// `text` as it may be stored, where nobody counts.
    [[nodiscard]] std::string redacted(std::string_view text) const;

    /// Hash of the rule set, 64 hex digits: stands in every manifest.
    [[nodiscard]] std::string rulesHash() const;

private:
    struct Rules;
    std::unique_ptr<const Rules> m_rules;
};

} // namespace goldpan::redact
