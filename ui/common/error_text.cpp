// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"

#include "ui/common/core_text.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QCoreApplication>

namespace goldpan::ui {
namespace {

struct Words {
    QString what;
    QString next;
};

class Texts {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ErrorText)

public:
    static Words of(ErrorCode code) {
        switch (code) {
        case ErrorCode::usage:
            return {tr("This cannot be done as asked"), tr("Check what was given and try again.")};
        case ErrorCode::notFound:
            return {tr("Not found"), tr("It may have been moved or removed; check the name.")};
        case ErrorCode::notAStore:
            return {tr("This file is not a Goldpan store"),
                    tr("Open a .goldpan file, or make a store with File > New.")};
        case ErrorCode::newerStore:
            return {tr("This store was written by a newer Goldpan"),
                    tr("Nothing was changed; update Goldpan to open it.")};
        case ErrorCode::notJsonl:
            return {tr("This file is not a log"),
                    tr("Nothing was stored; choose a file with one JSON object a line.")};
        case ErrorCode::unreadable:
            return {tr("The file cannot be read"), tr("Check its permissions, then try again.")};
        case ErrorCode::unwritable:
            return {tr("The file cannot be written"),
                    tr("What was there is unchanged; check the folder's permissions or choose another.")};
        case ErrorCode::diskFull:
            return {tr("The disk is full"), tr("What was saved is safe; free some space, then try again.")};
        case ErrorCode::busy:
            return {tr("Another program is using the store"), tr("Nothing is lost; try again in a moment.")};
        case ErrorCode::corrupt:
            return {tr("The content is damaged"), tr("Run goldpan-cli check on it, or use a backup.")};
        case ErrorCode::badFilter:
            return {tr("The filter has a mistake"), tr("The rows shown are still the earlier ones.")};
        case ErrorCode::badValue:
            return {tr("A value is outside its range"), tr("Correct it and try again.")};
        case ErrorCode::conflict:
            return {tr("Refused"), tr("Nothing else was changed.")}; // the reason says what stands in the way
        case ErrorCode::refused:
            return {tr("Not done"), tr("Nothing was changed.")};
        case ErrorCode::cancelled:
            return {tr("Cancelled"), tr("What was finished before is kept.")};
        case ErrorCode::internal:
            return {tr("Goldpan made a mistake"),
                    tr("What was saved is safe; please report this with the steps that led here.")};
        }
        return {};
    }
};

} // namespace

QString errorText(const Error& error) {
    const Words words = Texts::of(error.code);
    QString detail = visibleLine(toUtf8(coreText(error.message)), 400);
    while (detail.endsWith(u'.')) {
        detail.chop(1);
    }
    const QString where = visibleLine(error.where, 200);
    if (!where.isEmpty() && !detail.contains(where)) {
        detail = detail.isEmpty() ? where : Texts::tr("%1 (%2)").arg(detail, where);
    }
    return detail.isEmpty() ? Texts::tr("%1. %2").arg(words.what, words.next)
                            : Texts::tr("%1: %2. %3").arg(words.what, detail, words.next);
}

} // namespace goldpan::ui
