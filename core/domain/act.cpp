// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/act.h"

namespace goldpan {

std::string_view actKindName(ActKind kind) {
    switch (kind) {
    case ActKind::correct:
        return "correct";
    case ActKind::accept:
        return "accept";
    case ActKind::discard:
        return "discard";
    case ActKind::defer:
        return "defer";
    case ActKind::reopen:
        return "reopen";
    case ActKind::tagAdd:
        return "tag_add";
    case ActKind::tagRemove:
        return "tag_remove";
    case ActKind::correctionsImport:
        return "corrections_import";
    case ActKind::drift:
        return "drift";
    case ActKind::feedback:
        return "feedback";
    case ActKind::retag:
        return "retag";
    case ActKind::undo:
        return "undo";
    case ActKind::redo:
        return "redo";
    case ActKind::draftReplace:
        return "draft_replace";
    case ActKind::reredact:
        return "reredact";
    }
    return "correct";
}

bool isPlainUndoable(ActKind kind) {
    switch (kind) {
    case ActKind::correct:
    case ActKind::accept:
    case ActKind::discard:
    case ActKind::defer:
    case ActKind::reopen:
    case ActKind::tagAdd:
    case ActKind::tagRemove:
    case ActKind::correctionsImport:
    case ActKind::draftReplace:
        return true;
    case ActKind::drift:
    case ActKind::feedback:
    case ActKind::retag:
    case ActKind::undo:
    case ActKind::redo:
    case ActKind::reredact:
        return false;
    }
    return false;
}

} // namespace goldpan
