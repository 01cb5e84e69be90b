// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reredaction.h"

namespace goldpan::store {

std::string_view copyKindName(CopyKind kind) {
    switch (kind) {
    case CopyKind::backup:
        return "backup";
    case CopyKind::corrections:
        return "corrections";
    case CopyKind::batch:
        break;
    }
    return "export";
}

void ReredactionTally::add(const redact::RedactionCounts& found, std::string_view field, std::int64_t texts) {
    counts.add(found);
    byField[std::string(field)] += texts;
    fields += texts;
}

} // namespace goldpan::store
