// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_lines.h"

#include "core/base/utf8.h"

namespace goldpan::cli {
namespace {

constexpr std::size_t kDetailCodePoints = 60;

std::string_view aspectName(Aspect aspect) {
    switch (aspect) {
    case Aspect::state:
        return "state";
    case Aspect::correction:
        return "correction";
    case Aspect::tag:
        return "tag";
    case Aspect::draft:
        return "draft";
    }
    return "";
}

Json changeJson(const Change& change) {
    return {{"aspect", aspectName(change.aspect)},
            {"name", change.name},
            {"before", jsonOrNull(change.before)},
            {"after", jsonOrNull(change.after)}};
}

} // namespace

Json historyJson(const HistoryItem& item) {
    const auto& act = item.act;
    Json line{{"act", act.id.value},
              {"ts", jsonTime(act.at)},
              {"operator", act.operatorName},
              {"kind", actKindName(act.kind)},
              {"target", act.target ? Json(act.target.value) : Json(nullptr)},
              {"detail", act.detail},
              {"changed", act.changed},
              {"skipped", act.skipped},
              {"finished", act.finished},
              {"undone", act.undone}};
    for (const auto& change : item.changes) {
        line["changes"].push_back(changeJson(change));
    }
    return line;
}

void printHistory(std::ostream& out, const std::vector<HistoryItem>& items) {
    std::vector<std::vector<std::string>> table;
    for (const auto& [act, changes] : items) {
        auto kind = std::string(actKindName(act.kind));
        if (act.target) {
            kind += " of " + std::to_string(act.target.value);
        }
        table.push_back({std::to_string(act.id.value), formatTimestamp(act.at), act.operatorName, kind,
                         std::to_string(act.changed) + (act.changed == 1 ? " row" : " rows"),
                         std::string(act.undone ? "undone " : "") + (act.finished ? "" : "unfinished ") +
                             oneLine(act.detail, kDetailCodePoints)});
    }
    printTable(out, table);
}

} // namespace goldpan::cli
