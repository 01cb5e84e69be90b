// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/decoded_block.h"

#include <utility>

namespace goldpan::ingest {
namespace {

bool isBlank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// A writer may still be at it: what is there is the beginning of a line, not a bad one.
bool isTorn(const DecodeFailure& failure) {
    return failure.fault == LineFault::notJson || failure.fault == LineFault::badUtf8;
}

} // namespace

DecodedBlock decodeBlock(const LineBlock& block, EntryDecoder& decoder, const std::stop_token& stop) {
    DecodedBlock out;
    out.bytesRead = block.bytesRead;
    if (block.isTooLong) {
        out.bad.push_back({block.firstLine, quarantineReason(lineTooLong())});
        return out;
    }
    std::string_view text = block.text;
    for (auto number = block.firstLine; !text.empty() && !stop.stop_requested(); ++number) {
        const auto end = text.find('\n');
        const bool isOpen = end == std::string_view::npos;
        const auto line = text.substr(0, end);
        text.remove_prefix(isOpen ? text.size() : end + 1);
        if (isBlank(line)) {
            continue;
        }
        if (auto decoded = decoder.decode(line, out.redacted)) {
            decoded->row.line = number;
            out.repaired += decoded->repaired ? 1 : 0;
            out.hasObject = true;
            out.rows.push_back(std::move(decoded->row));
        } else if (isOpen && block.mayGrow && isTorn(decoded.error())) {
            out.pending = 1;
        } else {
            out.hasObject = out.hasObject || decoded.error().isObject;
            out.bad.push_back({number, quarantineReason(decoded.error())});
        }
    }
    return out;
}

} // namespace goldpan::ingest
