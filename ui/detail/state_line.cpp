// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/state_line.h"

#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QStringList>

namespace goldpan::ui {
namespace {

/// "12:03:07 UTC"
QString timeOfDay(Timestamp at) {
    return StateLine::tr("%1 UTC").arg(toQString(formatTimestamp(at).substr(11, 8)));
}

QString piiList(const redact::RedactionCounts& pii) {
    QStringList kinds;
    for (std::size_t i = 0; i < redact::kPiiTypeCount; ++i) {
        if (pii.byType[i] > 0) {
            kinds << QStringLiteral("%1 %2")
                         .arg(pii.byType[i])
                         .arg(toQString(redact::piiTypeName(static_cast<redact::PiiType>(i))));
        }
    }
    return kinds.join(QStringLiteral(", "));
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

QString piiPart(const EditorStatus& status) {
    if (!status.pii) {
        return {};
    }
    const bool saved = status.kind == EditorStatus::Kind::saved;
    const QString found = piiList(*status.pii);
    if (found.isEmpty()) {
        return saved ? StateLine::tr("no PII") : StateLine::tr("no PII found");
    }
    return saved ? StateLine::tr("⚠ PII redacted: %1; export holds it back until saved again").arg(found)
                 : StateLine::tr("⚠ PII found: %1; saving redacts it").arg(found);
}

Tone toneOf(const EditorStatus& status) {
    if (status.kind == EditorStatus::Kind::failed) {
        return Tone::error;
    }
    if (status.empty || (status.pii && !piiList(*status.pii).isEmpty())) {
        return Tone::warning;
    }
    return status.kind == EditorStatus::Kind::saved ? Tone::ok : Tone::muted;
}

} // namespace

QString editorStatusText(const EditorStatus& status) {
    if (status.kind == EditorStatus::Kind::noRow || status.kind == EditorStatus::Kind::saving) {
        return headOf(status);
    }
    const bool editable = status.kind != EditorStatus::Kind::saved;
    QStringList parts{headOf(status)};
    if (status.empty && editable) {
        parts << StateLine::tr("empty: cannot be saved");
    } else if (status.identical && editable) {
        parts << StateLine::tr("identical to the response: A accepts");
    }
    parts << piiPart(status);
    if (status.lineEndsNormalised) {
        parts << StateLine::tr("line ends are LF now");
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

StateLine::StateLine(QWidget* parent)
    : ElidedLabel(parent) {
    setObjectName(QStringLiteral("stateLabel"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setStatus({});
}

void StateLine::setStatus(const EditorStatus& status) {
    m_status = status;
    setLine(editorStatusText(status));
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
