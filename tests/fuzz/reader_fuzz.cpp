// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's target for the reader of this program's own log: any bytes, plain and packed, in blocks of any
// size. Every line has to become a row or a reason, and the same ones however it is read.
#include "core/ingest/block_reader.h"
#include "core/ingest/decoded_block.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/row_fault.h"

#include <algorithm>
#include <map>
#include <zlib.h>

namespace goldpan::ingest {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF"; // of byte order

/// What each line came to, by its number: the row itself, or why it is none.
struct ReadLog {
    std::map<std::int64_t, std::string> lines;
    std::string text; ///< of all blocks
    bool hasLongLine = false;
    bool isTorn = false; ///< the source ended with an error

    void add(std::int64_t line, std::string outcome) {
        if (!lines.emplace(line, std::move(outcome)).second) {
            test::abortOn("two outcomes of line " + std::to_string(line));
        }
    }
};

void addBlock(const LineBlock& block, EntryDecoder& decoder, ReadLog& out) {
    out.text += block.text;
    out.hasLongLine = out.hasLongLine || block.isTooLong;
    const auto decoded = decodeBlock(block, decoder, {});
    for (const auto& row : decoded.rows) {
        test::abortOn(test::rowFault(row.entry, decoder));
        out.add(row.line, "row " + row.entry.requestId);
    }
    for (const auto& bad : decoded.bad) {
        test::abortOn(bad.reason.empty() ? "a line without a reason" : "");
        out.add(bad.line, bad.reason);
    }
    if (decoded.pending > 0) {
        out.add(block.firstLine + std::ranges::count(block.text, '\n'), "pending");
    }
}

ReadLog readLog(std::string_view bytes, BlockLimits limits) {
    static const redact::Redactor redactor;
    EntryDecoder decoder(redactor);
    const test::MemoryFile file(bytes);
    auto source = LogSource::open(file.path());
    test::abortOn(source ? "" : "the log does not open");
    BlockReader reader(std::move(*source), limits);
    ReadLog out;
    for (;;) {
        const auto block = reader.next({});
        out.isTorn = !block;
        if (!block || !*block) {
            return out;
        }
        addBlock(**block, decoder, out);
    }
}

/// Every line that is not blank has come to something, and nothing else has.
void checkAccount(std::string_view text, const ReadLog& log, bool isPlain) {
    if (isPlain && !log.hasLongLine && log.text != text) {
        test::abortOn("the blocks are not the log");
    }
    std::size_t accounted = 0;
    for (std::int64_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const bool isBlank = text.substr(0, end).find_first_not_of(" \t\r") == std::string_view::npos;
        const bool isKnown = log.lines.contains(number);
        if (!isBlank && !isKnown) {
            test::abortOn("nothing was said of line " + std::to_string(number));
        }
        accounted += isKnown ? 1 : 0;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    test::abortOn(accounted == log.lines.size() ? "" : "lines were counted that the log does not have");
}

std::string packed(std::string_view bytes) {
    z_stream z{};
    constexpr int kGzip = 15 + 16;
    if (deflateInit2(&z, 1, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        std::abort();
    }
    std::string out(deflateBound(&z, bytes.size()), '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib reads only
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.resize(out.size() - z.avail_out);
    deflateEnd(&z);
    return out;
}

/// Only of a plain file can the last line still grow.
void checkSame(const ReadLog& plain, const ReadLog& other) {
    bool isSame = plain.lines.size() == other.lines.size();
    for (const auto& [line, outcome] : plain.lines) {
        const auto found = other.lines.find(line);
        isSame = isSame && found != other.lines.end() && (found->second == outcome || outcome == "pending");
    }
    test::abortOn(isSame ? "" : "read in another way, the log comes to something else");
}

void readEveryWay(std::string_view bytes) {
    constexpr std::size_t kNoLimit = std::size_t{1} << 20;
    const std::size_t step = 1 + bytes.size() % 61;
    const auto plain = readLog(bytes, {.block = 4096, .line = kNoLimit});
    if (bytes.starts_with("\x1F\x8B")) {
        return; // packed already: how many lines it has, only the inflater knows
    }
    const auto text = bytes.starts_with(kMark) ? bytes.substr(kMark.size()) : bytes;
    test::abortOn(plain.isTorn ? "a plain log cannot be torn" : "");
    checkAccount(text, plain, true);
    checkSame(plain, readLog(bytes, {.block = step, .line = kNoLimit, .isPrompt = true}));
    const auto half = bytes.size() / 2;
    const auto members = packed(bytes.substr(0, half)) + packed(bytes.substr(half));
    checkSame(plain, readLog(members, {.block = 4 + step, .line = kNoLimit}));
    checkAccount(text, readLog(bytes, {.block = 4 + step, .line = 40}), true);
    const auto torn = readLog(std::string_view(members).substr(0, members.size() - 1 - half % 20),
                              {.block = 4096, .line = kNoLimit});
    test::abortOn(torn.isTorn ? "" : "a packed log that is cut off was taken for whole");
}

} // namespace
} // namespace goldpan::ingest

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    goldpan::ingest::readEveryWay({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
