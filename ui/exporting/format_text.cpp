// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/format_text.h"

#include <QCoreApplication>

namespace goldpan::ui {

QString formatText(exporting::Format format) {
    switch (format) {
    case exporting::Format::sft:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "SFT: conversation and correction as chat messages");
    case exporting::Format::log:
        return QCoreApplication::translate("goldpan::ui::ExportFormat", "Log: the rows themselves, lossless");
    }
    return {};
}

} // namespace goldpan::ui
