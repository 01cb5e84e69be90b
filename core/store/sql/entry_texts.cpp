// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/entry_texts.h"

namespace goldpan::sql {

void readTexts(const NativeStatement& row, int first, LogEntry& entry) {
    int column = first;
    for (std::string* text : {&entry.prompt, &entry.response, &entry.messages, &entry.output, &entry.tools,
                              &entry.feedback, &entry.meta}) {
        *text = row.text(column++);
    }
}

void bindTexts(NativeStatement& statement, int first, const LogEntry& entry) {
    statement.bind(first, std::string_view(entry.prompt));
    statement.bind(first + 1, std::string_view(entry.response));
    int position = first + 2;
    for (const std::string* text :
         {&entry.messages, &entry.output, &entry.tools, &entry.feedback, &entry.meta}) {
        statement.bindTextOrNull(position++, *text);
    }
}

} // namespace goldpan::sql
