// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A counted export, and the parts of its dialog. Test support; GUI thread.
#pragma once

#include "core/exporting/export_service.h"

#include <QString>
#include <QWidget>

namespace goldpan::test {

/// Twelve rows, ten left out, four warned of.
inline exporting::ExportPreview someRows() {
    exporting::ExportPreview out;
    out.report.rows = 12;
    out.report.excluded = {{"no_tag", 2}, {"no_correction", 5}, {"invalid", 0}, {"pii", 3}};
    out.report.excludedIds = {{"pii", {"a", "b", "c d"}}};
    out.report.warned = {{"identical", 4}};
    out.lines = {R"({"messages": []})", R"({"messages": [{"role": "user"}]})"};
    return out;
}

template <typename T>
T* find(const QWidget& dialog, const char* name) {
    return dialog.findChild<T*>(QString::fromLatin1(name));
}

} // namespace goldpan::test
