// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/history_text.h"

#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <nlohmann/json.hpp>

namespace goldpan::ui {
namespace {

constexpr std::size_t kShort = 60;
constexpr std::size_t kLong = 800;
constexpr std::size_t kTooltipChanges = 20;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::History)

public:
    static QString kind(ActKind kind) {
        switch (kind) {
        case ActKind::correct:
            return tr("corrected");
        case ActKind::accept:
            return tr("accepted");
        case ActKind::discard:
            return tr("discarded");
        case ActKind::defer:
            return tr("deferred");
        case ActKind::reopen:
            return tr("reopened");
        case ActKind::tagAdd:
            return tr("tag added");
        case ActKind::tagRemove:
            return tr("tag removed");
        case ActKind::correctionsImport:
            return tr("corrections imported");
        case ActKind::drift:
            return tr("drift window tagged");
        case ActKind::feedback:
            return tr("feedback applied");
        case ActKind::retag:
            return tr("tags from an import");
        case ActKind::undo:
            return tr("undo");
        case ActKind::redo:
            return tr("redo");
        case ActKind::draftReplace:
            return tr("draft replaced");
        case ActKind::reredact:
            return tr("redacted anew");
        }
        return {};
    }

    /// The words of a correction out of its journal value; the value itself where it has another shape.
    static std::string correctionWords(const std::string& value) {
        const auto json = nlohmann::json::parse(value, nullptr, false);
        const auto text = json.is_object() ? json.find("text") : json.end();
        return json.is_object() && text != json.end() && text->is_string() ? text->get<std::string>() : value;
    }

    static QString value(const std::optional<std::string>& value, std::size_t length, bool correction) {
        if (!value) {
            return tr("none");
        }
        return tr("“%1”").arg(visibleLine(correction ? correctionWords(*value) : *value, length));
    }

    static QString state(const std::optional<std::string>& name) {
        const auto known = name ? reviewStateFromName(*name) : std::nullopt;
        return known ? markWord(markOf(*known)) : name ? visibleLine(*name, kShort) : tr("none");
    }

    static QString separator() { return tr("; ", "between changes of a row"); }

    static QString change(const Change& change, std::size_t length) {
        switch (change.aspect) {
        case Aspect::state:
            return tr("state: %1 → %2").arg(state(change.before), state(change.after));
        case Aspect::tag:
            return (change.after ? tr("+ tag %1") : tr("− tag %1")).arg(visibleLine(change.name, length));
        case Aspect::correction:
            return tr("correction: %1 → %2")
                .arg(value(change.before, length, true), value(change.after, length, true));
        case Aspect::draft:
            return tr("draft of %1: %2 → %3")
                .arg(visibleLine(change.name, kShort), value(change.before, length, false),
                     value(change.after, length, false));
        }
        return {};
    }
};

/// A drift window is named by its event, whose time the journal keeps to the microsecond.
QString shownDetail(const Act& act) {
    const std::size_t end = std::min(act.detail.find(' '), act.detail.size());
    const auto at = act.kind == ActKind::drift ? parseTimestamp(act.detail.substr(0, end)) : std::nullopt;
    return visibleLine(at ? toUtf8(timeText(at)) + act.detail.substr(end) : act.detail, kShort);
}

} // namespace

QString actTime(const Act& act) {
    return timeText(act.at);
}

QString actText(const Act& act) {
    QString text = Words::kind(act.kind);
    if (act.target) {
        text = Words::tr("%1 of act %2", "undo, number").arg(text).arg(act.target.value);
    }
    if (!act.detail.empty()) {
        text = Words::tr("%1: %2", "what was done, to what").arg(text, shownDetail(act));
    }
    if (!act.finished) {
        text = Words::tr("%1 (stopped before its end)").arg(text);
    }
    return act.undone ? Words::tr("%1 (undone)").arg(text) : text;
}

QString changesText(const std::vector<Change>& changes, ChangeLength length) {
    const bool full = length == ChangeLength::full;
    QStringList parts;
    for (const Change& change : changes) {
        if (static_cast<std::size_t>(parts.size()) == kTooltipChanges) {
            parts << QStringLiteral("…");
            break;
        }
        parts << Words::change(change, full ? kLong : kShort);
    }
    return parts.join(full ? QStringLiteral("\n") : Words::separator());
}

} // namespace goldpan::ui
