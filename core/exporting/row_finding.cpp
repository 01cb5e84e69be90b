// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_finding.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace goldpan::exporting {

std::string findingText(const RowFinding& finding) {
    nlohmann::ordered_json out{{"request_id", finding.requestId}, {"check", rowCheckName(finding.check)}};
    if (!finding.other.empty()) {
        out[finding.check == RowCheck::contaminated ? "gold_id" : "other"] = finding.other;
    }
    if (!finding.where.empty()) {
        out["where"] = finding.where;
    }
    if (!finding.span.empty()) {
        out["span"] = finding.span;
    }
    if (finding.share != 0) { // three digits: the same in every build
        out[finding.check == RowCheck::duplicate ? "jaccard" : "share"] =
            std::round(finding.share * 1000) / 1000;
    }
    if (finding.tokens != 0) {
        out["tokens"] = finding.tokens;
    }
    out["excluded"] = finding.excluded;
    if (!finding.keptFor.empty()) {
        out["kept_for"] = finding.keptFor;
    }
    return out.dump();
}

} // namespace goldpan::exporting
