// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/gram_postings.h"

#include <algorithm>
#include <array>

namespace goldpan::sql {
namespace {

using search::Gram;
using search::kGramCount;

constexpr std::uint32_t kOffsetBits = 14;
constexpr std::uint32_t kOffsetMask = (1U << kOffsetBits) - 1;
constexpr std::size_t kPageBytes = 4'000;
/// A list that would be longer is a bit map of the whole segment instead.
constexpr std::uint32_t kMapBytes = kSegmentSpan / 8;

static_assert(kSegmentSpan == 1U << kOffsetBits && search::kGramBits + kOffsetBits <= 32);

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
    std::uint32_t offset;
    std::uint32_t step;
};

template <typename Take>
void eachStep(const std::vector<std::uint32_t>& entries, Take&& take) {
    std::vector<std::uint32_t> next(kGramCount, 0); // one past the last row of each gram
    for (const std::uint32_t entry : entries) {
        const Gram gram = entry >> kOffsetBits;
        const std::uint32_t offset = entry & kOffsetMask;
        take(Step{gram, offset, offset + 1 - next[gram]});
        next[gram] = offset + 1;
    }
}

} // namespace

void GramPostings::add(std::uint32_t offset, std::span<const Gram> grams) {
    for (const Gram gram : grams) {
        m_entries.push_back(gram << kOffsetBits | offset);
    }
}

GramPostings::Lists GramPostings::encode() const {
    std::vector<std::uint32_t> sizes(kGramCount, 0);
    eachStep(m_entries, [&](const Step& s) { sizes[s.gram] += varintSize(s.step); });
    Lists out;
    out.begin.resize(kGramCount + 1);
    for (Gram gram = 0; gram < kGramCount; ++gram) {
        out.begin[gram + 1] = out.begin[gram] + std::min(sizes[gram], kMapBytes);
    }
    out.bytes.resize(out.begin[kGramCount]);
    std::vector<std::uint32_t> at(out.begin.begin(), out.begin.end() - 1);
    eachStep(m_entries, [&](const Step& s) {
        if (sizes[s.gram] >= kMapBytes) {
            char& byte = out.bytes[out.begin[s.gram] + s.offset / 8];
            byte = static_cast<char>(byte | 1 << s.offset % 8);
        } else {
            writeVarint(s.step, [&](char byte) { out.bytes[at[s.gram]++] = byte; });
        }
    });
    return out;
}

Gram GramPostings::nextPage(const Lists& lists, Gram& gram, std::string& page) {
    constexpr std::size_t kHeadBytes = 6; // two varints
    page.clear();
    Gram first = gram;
    Gram before = gram;
    for (; gram < kGramCount; ++gram) {
        const std::uint32_t size = lists.begin[gram + 1] - lists.begin[gram];
        if (size == 0) {
            continue;
        }
        if (page.empty()) {
            first = gram;
            before = gram;
        } else if (page.size() + kHeadBytes + size > kPageBytes) {
            break;
        }
        const auto put = [&page](char byte) { page.push_back(byte); };
        writeVarint(gram - before, put);
        writeVarint(size, put);
        page.append(lists.bytes, lists.begin[gram], size);
        before = gram;
    }
    return first;
}

void keepRowsOf(Gram gram, Gram firstOfPage, std::string_view page, SegmentRows& rows) {
    SegmentRows kept(rows.size());
    for (Gram at = firstOfPage; !page.empty();) {
        at += readVarint(page);
        const std::size_t size = std::min<std::size_t>(readVarint(page), page.size());
        std::string_view list = page.substr(0, size);
        page.remove_prefix(size);
        if (at < gram) {
            continue;
        }
        if (at == gram && size == kMapBytes) {
            for (std::size_t i = 0; i < std::min(list.size(), rows.size() * 8); ++i) {
                kept[i / 8] |= std::uint64_t{static_cast<std::uint8_t>(list[i])} << i % 8 * 8;
            }
        } else if (at == gram) {
            for (std::uint32_t next = 0; !list.empty();) {
                next += readVarint(list);
                if (next == 0 || next > rows.size() * 64) {
                    break; // damaged
                }
                kept[(next - 1) / 64] |= std::uint64_t{1} << (next - 1) % 64;
            }
        }
        break;
    }
    std::ranges::transform(rows, kept, rows.begin(), std::bit_and<>());
}

} // namespace goldpan::sql
