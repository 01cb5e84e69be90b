// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressTokens: the words behind a number, each with what it is in a postal address. Made for one candidate;
// bounded. The scan must outlive it.
#pragma once

#include "core/redact/rules/address/address_words.h"
#include "core/redact/scan/scan_text.h"

#include <array>
#include <cstddef>

namespace goldpan::redact {

struct AddressToken {
    std::size_t begin;
    std::size_t end;
    AddressWord kind;
    bool apart; ///< a comma or a line break stands before
};

/// What stands at and behind a number, up to the end of the sentence, an empty line, a token. Read as far as
/// it is asked for, because most numbers are known for no address by the word behind them.
class AddressTokens {
public:
    static constexpr std::size_t kMost = 26;

    AddressTokens(const ScanText& scan, std::size_t pos)
        : m_scan(scan)
        , m_at(pos) {}

    /// Reads on until there are `most`, at most kMost, or nothing more belongs to it.
    void readTo(std::size_t most);

    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] const AddressToken& operator[](std::size_t i) const { return m_tokens[i]; }

private:
    /// Reads one; false where there is none.
    bool readOne();

    const ScanText& m_scan;
    std::size_t m_at;
    std::size_t m_count = 0;
    bool m_ended = false;
    std::array<AddressToken, kMost> m_tokens; // as far as m_count says
};

} // namespace goldpan::redact
