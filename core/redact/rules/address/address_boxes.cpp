// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_boxes.h"

#include "core/redact/scan/last_bytes.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

/// Words, each with a space behind, that name the number that follows.
template <std::size_t N>
class Leads {
public:
    constexpr explicit Leads(const std::array<std::string_view, N>& leads)
        : m_leads(leads)
        , m_ends(leads) {}

    /// Where the one begins that ends at `pos`; `pos` where there is none.
    [[nodiscard]] std::size_t beginBefore(const ScanText& scan, std::size_t pos) const {
        const auto before = scan.text().substr(0, pos);
        if (!m_ends.mayEnd(before)) {
            return pos;
        }
        for (const auto lead : m_leads) {
            if (before.ends_with(lead) && !scan.wordEndsAt(pos - lead.size())) {
                return pos - lead.size();
            }
        }
        return pos;
    }

private:
    std::array<std::string_view, N> m_leads;
    LastBytes m_ends;
};

constexpr Leads kBoxes(std::to_array<std::string_view>({"P.O. Box ", "PO Box ", "P.O. BOX ", "PO BOX ",
                                                        "P. O. Box ", "POB ", "p.o. box ", "po box ", "PSC ",
                                                        "Apt. ", "Apt ", "Suite ", "Apartment ", "apt. ",
                                                        "suite "}));

constexpr Leads kUnits(std::to_array<std::string_view>({"Unit ", "UNIT ", "PSC ", "CMR ", "APO AA ",
                                                        "APO AE ", "APO AP ", "FPO AA ", "FPO AE ", "FPO AP ",
                                                        "DPO AA ", "DPO AE ", "DPO AP "}));

constexpr Leads kFlats(std::to_array<std::string_view>({"Flat ", "flat ", "Unit ", "unit ", "Apartment ",
                                                        "Apt ", "Apt. ", "Suite ", "Studio ", "Room "}));

} // namespace

std::size_t boxBefore(const ScanText& scan, std::size_t pos) {
    return kBoxes.beginBefore(scan, pos);
}

std::size_t unitBefore(const ScanText& scan, std::size_t pos) {
    return kUnits.beginBefore(scan, pos);
}

std::size_t flatBefore(const ScanText& scan, std::size_t pos) {
    return std::max(kFlats.beginBefore(scan, pos), scan.claimedTo());
}

std::size_t militaryEnd(const ScanText& scan, std::size_t pos) {
    static constexpr auto kOffices = std::to_array<std::string_view>({"APO A", "FPO A", "DPO A"});
    const auto text = scan.text();
    const auto postal = [&](std::size_t office) -> std::size_t {
        const auto there = text.substr(std::min(office, text.size()), 12);
        const bool known =
            there.size() == 12 && there[2] == 'O' &&
            std::ranges::any_of(kOffices, [&](auto start) { return there.starts_with(start); }) &&
            std::string_view("AEP").contains(there[5]) && there[6] == ' ' &&
            std::ranges::all_of(there.substr(7), isDigit);
        return known && !scan.wordBeginsAt(office + 12) ? office + 12 : 0;
    };
    if (pos >= 7 && postal(pos - 7) != 0) {
        return postal(pos - 7);
    }
    if (unitBefore(scan, pos) == pos) {
        return 0;
    }
    std::size_t at = pos;
    while (isDigit(scan.at(at))) {
        ++at;
    }
    at += scan.at(at) == ',' ? 1 : 0;
    if (!text.substr(at).starts_with(" Box ")) {
        return 0;
    }
    at += 5;
    while (isDigit(scan.at(at))) {
        ++at;
    }
    at += scan.at(at) == ',' ? 1 : 0;
    return postal(at + 1);
}

} // namespace goldpan::redact
