// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/act_text.h"

#include <QCoreApplication>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ActKind)
};

} // namespace

QString actKindText(ActKind kind) {
    switch (kind) {
    case ActKind::correct:
        return Words::tr("a correction");
    case ActKind::accept:
        return Words::tr("an accept");
    case ActKind::discard:
        return Words::tr("a discard");
    case ActKind::defer:
        return Words::tr("a defer");
    case ActKind::reopen:
        return Words::tr("a reopen");
    case ActKind::tagAdd:
        return Words::tr("an added tag");
    case ActKind::tagRemove:
        return Words::tr("a removed tag");
    case ActKind::correctionsImport:
        return Words::tr("an import of corrections");
    case ActKind::drift:
        return Words::tr("a drift event");
    case ActKind::feedback:
        return Words::tr("user feedback");
    case ActKind::retag:
        return Words::tr("tags of an import");
    case ActKind::undo:
        return Words::tr("an undo");
    case ActKind::redo:
        return Words::tr("a redo");
    case ActKind::draftReplace:
        return Words::tr("a replaced draft");
    case ActKind::reredact:
        return Words::tr("a re-redaction");
    }
    return {};
}

} // namespace goldpan::ui
