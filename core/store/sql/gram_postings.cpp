// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/gram_postings.h"

#include <algorithm>
#include <bit>

namespace goldpan::sql {
namespace {

using search::Gram;
using search::kGramCount;

constexpr std::uint32_t kOffsetBits = 14; // in a part
constexpr std::uint32_t kOffsetMask = (1U << kOffsetBits) - 1;
constexpr std::uint32_t kPartSpan = 1U << kOffsetBits;
constexpr std::size_t kPartMapBytes = kPartSpan / 8;
constexpr std::size_t kPageBytes = 4'000;

static_assert(kSegmentSpan >= kPartSpan && search::kGramBits + kOffsetBits <= 32);

/// A list that would be as long is a bit map of the whole segment instead. (Short segments were once all that
/// there were, with maps of one size.)
std::size_t mapBytes(std::size_t words) {
    return std::max(kPartMapBytes, words * sizeof(std::uint64_t));
}

std::size_t wordsOf(std::int64_t span) {
    return (static_cast<std::size_t>(span) + 63) / 64;
}

std::uint32_t varintSize(std::uint32_t value) {
    return value < 0x80 ? 1 : value < 0x4000 ? 2 : 3;
}

/// Seven bits a byte, the low ones first.
template <typename Put>
void writeVarint(std::uint32_t value, Put&& put) {
    for (; value >= 0x80; value >>= 7) {
        put(static_cast<char>(value | 0x80));
    }
    put(static_cast<char>(value));
}

std::uint32_t readVarint(std::string_view& bytes) {
    std::uint32_t value = 0;
    for (unsigned shift = 0; !bytes.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        value |= (byte & 0x7FU) << (shift & 31U);
        if (byte < 0x80) {
            break;
        }
    }
    return value;
}

/// Rows as steps from the row before, the first from -1.
struct Step {
    Gram gram;
    std::uint32_t offset; ///< in the part
    std::uint32_t step;
};

/// `next` is one past the last row of each gram, before and after.
template <typename Take>
void eachStep(const std::vector<std::uint32_t>& entries, std::uint32_t first,
              std::vector<std::uint32_t>& next, Take&& take) {
    for (const std::uint32_t entry : entries) {
        const Gram gram = entry >> kOffsetBits;
        const std::uint32_t offset = entry & kOffsetMask;
        const std::uint32_t end = first + offset + 1;
        take(Step{gram, offset, end - next[gram]});
        next[gram] = end;
    }
}

void put(SegmentRows& rows, std::size_t row) {
    rows[row / 64] |= std::uint64_t{1} << row % 64;
}

/// What a list of steps says; `next` is one past the row before it, then one past its last.
void putSteps(std::string_view list, std::uint32_t& next, SegmentRows& rows) {
    while (!list.empty()) {
        const std::uint32_t step = readVarint(list);
        if (step == 0 || step > rows.size() * 64 - next) {
            break; // damaged
        }
        next += step;
        put(rows, next - 1);
    }
}

void putMap(std::string_view map, std::size_t first, SegmentRows& rows) {
    for (std::size_t i = 0; i < map.size(); ++i) {
        const std::uint64_t bits = static_cast<std::uint8_t>(map[i]);
        const std::size_t at = first + i * 8;
        if (bits != 0) {
            rows[at / 64] |= bits << at % 64;
        }
        if (at % 64 > 56 && bits >> (64 - at % 64) != 0) {
            rows[at / 64 + 1] |= bits >> (64 - at % 64);
        }
    }
}

/// One past the last row.
std::uint32_t endOf(const SegmentRows& rows) {
    std::size_t words = rows.size();
    while (words > 0 && rows[words - 1] == 0) {
        --words;
    }
    return words == 0 ? 0
                      : static_cast<std::uint32_t>(words * 64) -
                            static_cast<std::uint32_t>(std::countl_zero(rows[words - 1]));
}

void writeSteps(const SegmentRows& rows, std::string& list) {
    std::uint32_t next = 0;
    for (std::uint32_t at = 0; at < rows.size(); ++at) {
        for (std::uint64_t bits = rows[at]; bits != 0; bits &= bits - 1) {
            const std::uint32_t end = at * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)) + 1;
            writeVarint(end - next, [&](char byte) { list.push_back(byte); });
            next = end;
        }
    }
}

void writeMap(const SegmentRows& rows, std::string& list) {
    list.assign(mapBytes(rows.size()), 0);
    for (std::size_t i = 0; i < rows.size() * 8; ++i) {
        list[i] = static_cast<char>(rows[i / 8] >> i % 8 * 8 & 0xFF);
    }
}

} // namespace

std::size_t countOf(const SegmentRows& rows) {
    std::size_t count = 0;
    for (const std::uint64_t bits : rows) {
        count += static_cast<std::size_t>(std::popcount(bits));
    }
    return count;
}

void GramPostings::add(std::uint32_t offset, std::span<const Gram> grams) {
    if (offset - m_first >= kPartSpan || m_entries.size() >= kMostEntries) {
        endPart();
        m_first = offset;
    }
    for (const Gram gram : grams) {
        m_entries.push_back(gram << kOffsetBits | (offset - m_first));
    }
}

void GramPostings::endPart() {
    if (m_entries.empty()) {
        return;
    }
    m_next.resize(kGramCount);
    std::vector<std::uint32_t> next = m_next;
    std::vector<std::uint32_t> sizes(kGramCount, 0);
    eachStep(m_entries, m_first, next, [&](const Step& s) { sizes[s.gram] += varintSize(s.step); });
    Part part{.first = m_first, .begin = std::vector<std::uint32_t>(kGramCount + 1), .bytes = {}};
    for (Gram gram = 0; gram < kGramCount; ++gram) {
        part.begin[gram + 1] =
            part.begin[gram] + std::min(sizes[gram], static_cast<std::uint32_t>(kPartMapBytes));
    }
    part.bytes.resize(part.begin[kGramCount]);
    std::vector<std::uint32_t> at(part.begin.begin(), part.begin.end() - 1);
    eachStep(m_entries, m_first, m_next, [&](const Step& s) {
        if (sizes[s.gram] >= kPartMapBytes) {
            char& byte = part.bytes[part.begin[s.gram] + s.offset / 8];
            byte = static_cast<char>(byte | 1 << s.offset % 8);
        } else {
            writeVarint(s.step, [&](char byte) { part.bytes[at[s.gram]++] = byte; });
        }
    });
    m_bytes += part.bytes.size();
    m_parts.push_back(std::move(part));
    m_entries.clear();
}

void GramPostings::listOf(Gram gram, std::int64_t span, std::string& list) const {
    list.clear();
    std::size_t size = 0;
    bool isMap = false;
    for (const Part& part : m_parts) {
        const std::size_t some = part.list(gram).size();
        size += some;
        isMap = isMap || some == kPartMapBytes;
    }
    if (!isMap && size < mapBytes(wordsOf(span))) {
        for (const Part& part : m_parts) {
            list += part.list(gram);
        }
        return;
    }
    SegmentRows rows(wordsOf(span));
    std::uint32_t next = 0;
    for (const Part& part : m_parts) {
        const std::string_view some = part.list(gram);
        if (some.size() == kPartMapBytes) {
            putMap(some, part.first, rows);
            next = endOf(rows);
        } else {
            putSteps(some, next, rows);
        }
    }
    if (countOf(rows) < mapBytes(rows.size())) { // a step takes a byte at least
        writeSteps(rows, list);
        if (list.size() < mapBytes(rows.size())) {
            return;
        }
    }
    writeMap(rows, list);
}

bool GramPostings::Page::hasRoomFor(std::string_view list) const {
    constexpr std::size_t kHeadBytes = 6; // two varints
    return bytes.empty() || bytes.size() + kHeadBytes + list.size() <= kPageBytes;
}

void GramPostings::Page::put(Gram gram, std::string_view list) {
    if (bytes.empty()) {
        first = gram;
        last = gram;
    }
    const auto add = [this](char byte) { bytes.push_back(byte); };
    writeVarint(gram - last, add);
    writeVarint(static_cast<std::uint32_t>(list.size()), add);
    bytes += list;
    last = gram;
}

std::size_t keepRowsOf(Gram gram, Gram firstOfPage, std::string_view page, SegmentRows& rows) {
    SegmentRows kept(rows.size());
    std::size_t bytes = 0;
    for (Gram at = firstOfPage; !page.empty();) {
        at += readVarint(page);
        const std::size_t size = std::min<std::size_t>(readVarint(page), page.size());
        std::string_view list = page.substr(0, size);
        page.remove_prefix(size);
        if (at < gram) {
            continue;
        }
        bytes = at == gram ? size : 0;
        if (at == gram && size == mapBytes(rows.size())) {
            for (std::size_t i = 0; i < std::min(list.size(), rows.size() * 8); ++i) {
                kept[i / 8] |= std::uint64_t{static_cast<std::uint8_t>(list[i])} << i % 8 * 8;
            }
        } else if (at == gram) {
            std::uint32_t next = 0;
            putSteps(list, next, kept);
        }
        break;
    }
    std::ranges::transform(rows, kept, rows.begin(), std::bit_and<>());
    return bytes;
}

} // namespace goldpan::sql
