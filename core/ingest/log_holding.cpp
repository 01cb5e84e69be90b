// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_holding.h"

#include "core/ingest/decoded_block.h"
#include "core/store/entry_reader.h"

#include <algorithm>
#include <fstream>

namespace goldpan::ingest {
namespace {

constexpr std::int64_t kEndBytes = 64 << 10;

std::string bytesAt(std::ifstream& in, std::int64_t begin, std::int64_t count) {
    std::string text(static_cast<std::size_t>(count), '\0');
    in.clear();
    in.seekg(begin);
    in.read(text.data(), count);
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return text;
}

} // namespace

Result<LogHolding> holdingOf(const std::string& log, EntryDecoder& decoder, store::EntryReader& entries) {
    std::ifstream in(log, std::ios::binary | std::ios::ate);
    const auto size = in ? static_cast<std::int64_t>(in.tellg()) : 0;
    const auto rowsOf = [&](std::string text) {
        return decodeBlock({.text = std::move(text)}, decoder, {}).rows;
    };
    const auto begin = std::max<std::int64_t>(0, size - kEndBytes);
    auto tail = bytesAt(in, begin, size - begin);
    if (begin > 0) { // in the middle of a line
        tail.erase(0, std::min(tail.find('\n'), tail.size() - 1) + 1);
    }
    bool isLast = true;
    const auto last = rowsOf(std::move(tail));
    for (auto row = last.rbegin(); row != last.rend(); ++row) {
        const auto held = entries.find(row->entry.requestId);
        if (!held) {
            return std::unexpected(held.error());
        }
        if (*held) {
            return isLast ? LogHolding::all : LogHolding::some;
        }
        isLast = false;
    }
    for (const auto& row : rowsOf(begin > 0 ? bytesAt(in, 0, std::min(size, kEndBytes)) : std::string())) {
        const auto held = entries.find(row.entry.requestId);
        if (!held) {
            return std::unexpected(held.error());
        }
        if (*held) {
            return LogHolding::some;
        }
    }
    return LogHolding::none;
}

} // namespace goldpan::ingest
