// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/bulk_choice.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"
#include "ui/state/decision_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kTagCharacters = 40;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::Bulk)
};

review::Decision decisionOf(BulkAct act) {
    switch (act) {
    case BulkAct::accept:
        return review::Decision::accept;
    case BulkAct::discard:
        return review::Decision::discard;
    case BulkAct::defer:
        return review::Decision::defer;
    case BulkAct::none:
    case BulkAct::reopen:
    case BulkAct::addTag:
    case BulkAct::removeTag:
        break;
    }
    return review::Decision::reopen;
}

} // namespace

QString rowsText(std::int64_t rows) {
    return Words::tr("%1 row(s)", nullptr, pluralOf(rows)).arg(countText(rows));
}

QString bulkButtonText(const BulkChoice& choice, std::int64_t rows) {
    const QString tag = visibleLine(toUtf8(choice.tag), kTagCharacters);
    const QString count = rowsText(rows);
    switch (choice.act) {
    case BulkAct::none:
        return Words::tr("Choose what to do");
    case BulkAct::accept:
        return Words::tr("Accept %1").arg(count);
    case BulkAct::discard:
        return Words::tr("Discard %1").arg(count);
    case BulkAct::defer:
        return Words::tr("Defer %1").arg(count);
    case BulkAct::reopen:
        return Words::tr("Reopen %1").arg(count);
    case BulkAct::addTag:
        return choice.isWhole() ? Words::tr("Tag %1 with %2").arg(count, tag) : Words::tr("Name the tag");
    case BulkAct::removeTag:
        return choice.isWhole() ? Words::tr("Take %2 off %1").arg(count, tag) : Words::tr("Name the tag");
    }
    return {};
}

QString bulkProgressText(const BulkChoice& choice, std::int64_t rows) {
    if (choice.act == BulkAct::addTag) {
        return Words::tr("Tagging %1", "12 rows").arg(rowsText(rows));
    }
    if (choice.act == BulkAct::removeTag) {
        return Words::tr("Taking a tag off %1", "12 rows").arg(rowsText(rows));
    }
    return Words::tr("%1 %2", "discarding, 12 rows")
        .arg(decisionText(decisionOf(choice.act)), rowsText(rows));
}

queue::Filter bulkUnchanged(const BulkChoice& choice) {
    queue::Filter filter;
    filter.kind = queue::Filter::Kind::term;
    if (!choice.isTag()) {
        filter.term = queue::StateTerm{stateAfter(decisionOf(choice.act))};
        return filter;
    }
    filter.term = queue::TagTerm{toUtf8(choice.tag)};
    if (choice.act == BulkAct::addTag) {
        return filter;
    }
    queue::Filter without;
    without.kind = queue::Filter::Kind::negation;
    without.children = {std::move(filter)};
    return without;
}

bool bulkChanges(const BulkChoice& choice, const queue::QueueRow& row) {
    if (!choice.isTag()) {
        return row.state != stateAfter(decisionOf(choice.act));
    }
    const bool has = std::ranges::find(row.tags, toUtf8(choice.tag)) != row.tags.end();
    return has == (choice.act == BulkAct::removeTag);
}

BulkRunner::Act bulkActOf(const BulkChoice& choice) {
    if (choice.isTag()) {
        return [tag = toUtf8(choice.tag), add = choice.act == BulkAct::addTag](
                   review::ReviewService& service, std::span<const RowId> rows, const ProgressFn& progress,
                   std::stop_token stop) { return service.tag(rows, tag, add, progress, std::move(stop)); };
    }
    return [decision = decisionOf(choice.act)](review::ReviewService& service, std::span<const RowId> rows,
                                               const ProgressFn& progress, std::stop_token stop) {
        return service.decide(rows, decision, progress, std::move(stop));
    };
}

} // namespace goldpan::ui
