// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/row_fault.h"

#include "core/base/json_tree.h"
#include "core/base/utf8.h"
#include "core/domain/log_row.h"

#include <cstdio>
#include <cstdlib>

namespace goldpan::test {

std::string rowFault(const LogEntry& entry, ingest::EntryDecoder& decoder) {
    const auto line = logRow(entry);
    if (!isValidUtf8(line) || line.contains('\n')) {
        return "the row is not one line of UTF-8";
    }
    const auto tree = parseJsonTree(line);
    if (!tree || !tree->isObject()) {
        return "the row is no JSON object: " + line;
    }
    redact::RedactionCounts counts;
    const auto again = decoder.decode(line, counts);
    if (!again) {
        return "the row does not read back (" + ingest::quarantineReason(again.error()) + "): " + line;
    }
    if (again->row.entry != entry) {
        return "the row reads back as another:\n" + line + "\n" + logRow(again->row.entry);
    }
    return counts.total() == 0 ? std::string() : "there was something left to redact: " + line;
}

void abortOn(const std::string& fault) {
    if (!fault.empty()) {
        std::fprintf(stderr, "%s\n", fault.c_str());
        std::abort();
    }
}

} // namespace goldpan::test
