// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ResponseView (`responseView`): what the model answered, as plain text, a tool call included. Owned by its
// parent; GUI thread.
#pragma once

#include "ui/detail/read_only_text.h"

#include <string_view>

namespace goldpan::ui {

class ResponseView : public ReadOnlyText {
    Q_OBJECT

public:
    explicit ResponseView(QWidget* parent = nullptr);

    /// No row is selected.
    void showNone();
    /// `output`: LogEntry::output, "" where the answer is plain text.
    void setResponse(std::string_view response, std::string_view output = {});
};

} // namespace goldpan::ui
