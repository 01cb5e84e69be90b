// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/state_line.h"

#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"

#include <QEvent>
#include <QStringList>

namespace goldpan::ui {
namespace {

/// "12:03:07 UTC"
QString timeOfDay(Timestamp at) {
    return StateLine::tr("%1 UTC").arg(toQString(formatTimestamp(at).substr(11, 8)));
}

QString headOf(const EditorStatus& status) {
    switch (status.kind) {
    case EditorStatus::Kind::noRow:
        return {};
    case EditorStatus::Kind::untouched:
        return status.identical ? QString() : StateLine::tr("unchanged");
    case EditorStatus::Kind::draftPending:
        return StateLine::tr("draft · not yet durable");
    case EditorStatus::Kind::draftDurable:
        return status.at ? StateLine::tr("draft · durable %1").arg(timeOfDay(*status.at))
                         : StateLine::tr("draft · durable");
    case EditorStatus::Kind::saving:
        return StateLine::tr("saving…");
    case EditorStatus::Kind::saved:
        return status.at ? StateLine::tr("✓ saved %1").arg(timeOfDay(*status.at)) : StateLine::tr("✓ saved");
    case EditorStatus::Kind::failed:
        return status.failure.isEmpty()
                   ? StateLine::tr("⚠ not saved, the text is a draft again")
                   : StateLine::tr("⚠ not saved, the text is a draft again: %1").arg(status.failure);
    }
    return {};
}

bool hasFindings(const EditorStatus& status) {
    return status.findings && !status.findings->empty();
}

QString otherText(const EditorStatus& status) {
    return status.otherAt
               ? StateLine::tr("⚠ %1 saved a correction %2: saving replaces it, the history keeps it")
                     .arg(visibleLine(toUtf8(status.other), 40), timeOfDay(*status.otherAt))
               : QString();
}

QString heldBackText(const EditorStatus& status) {
    // The editor may still hold what was typed: saving that again would redact it again.
    return status.findings && hasPii(*status.findings)
               ? StateLine::tr("redacted: export waits for %1 and %2", "keys of redact and save")
                     .arg(status.keys.redact, status.keys.save)
               : StateLine::tr("⚠ PII was redacted: export holds it back until saved again, %1")
                     .arg(status.keys.save);
}

QString noPiiText(const EditorStatus& status) {
    if (!status.findings || hasPii(*status.findings) || status.heldBack) {
        return {};
    }
    return status.kind == EditorStatus::Kind::saved ? StateLine::tr("no PII") : StateLine::tr("no PII found");
}

Tone toneOf(const EditorStatus& status) {
    if (status.kind == EditorStatus::Kind::failed) {
        return Tone::error;
    }
    if (status.empty || status.heldBack || status.otherAt || hasFindings(status)) {
        return Tone::warning;
    }
    return status.kind == EditorStatus::Kind::saved ? Tone::ok : Tone::muted;
}

} // namespace

QString editorStatusText(const EditorStatus& status) {
    if (status.kind == EditorStatus::Kind::noRow || status.kind == EditorStatus::Kind::saving) {
        return headOf(status);
    }
    const bool saved = status.kind == EditorStatus::Kind::saved;
    const bool editable = !saved;
    const QString problems =
        hasFindings(status)
            ? StateLine::tr("⚠ %1").arg(findingsText(*status.findings, status.keys.nextProblem))
            : QString();
    // What is wrong comes first, except before what became of the last save: a narrow line cuts the end off.
    const bool problemsFirst = editable && status.kind != EditorStatus::Kind::failed;
    QStringList parts;
    parts << otherText(status);
    if (problemsFirst) {
        parts << problems;
    }
    parts << headOf(status);
    if (!problemsFirst) {
        parts << problems;
    }
    if (saved && status.heldBack) {
        parts << heldBackText(status);
    }
    if (status.empty && editable) {
        parts << StateLine::tr("empty: cannot be saved");
    } else if (status.identical && editable) {
        parts << StateLine::tr("identical to the response: %1 accepts").arg(status.keys.accept);
    }
    parts << noPiiText(status);
    if (status.lineEndsNormalised) {
        parts << StateLine::tr("line ends are LF now");
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

StateLine::StateLine(QWidget* parent)
    : ElidedLabel(parent) {
    setObjectName(QStringLiteral("stateLabel"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    setStatus({});
}

void StateLine::setStatus(const EditorStatus& status) {
    m_status = status;
    const QString truth = editorStatusText(status);
    const QString gap = truth.isEmpty() || status.token.isEmpty() ? QString() : QStringLiteral(" · ");
    setMostLines(status.token.isEmpty() ? 2 : 3); // beside a response it is narrow, and all of it matters
    setLine(truth, gap + status.token);
    setAccessibleName(text().isEmpty() ? tr("State of the correction") : text());
    refreshColor();
}

void StateLine::refreshColor() {
    setColor(toneColor(toneOf(m_status), palette()));
}

void StateLine::changeEvent(QEvent* event) {
    ElidedLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshColor();
    }
}

} // namespace goldpan::ui
