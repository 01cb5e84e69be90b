// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StateLine (`stateLabel`): the truth about the text in the editor, in one line, up to
// three where it is narrow; what the placeholder under the cursor stands for comes last.
// Owned by its parent; GUI thread.
#pragma once

#include "core/base/timestamp.h"
#include "ui/common/elided_label.h"
#include "ui/detail/text_findings.h"

#include <QString>

#include <optional>

namespace goldpan::ui {

/// The keys that the line names, as they are now.
struct EditorKeys {
    QString nextProblem, redact, save, accept;
};

struct EditorStatus {
    enum class Kind {
        noRow,
        untouched,    ///< the text as it was loaded
        draftPending, ///< typed, not yet on disk
        draftDurable, ///< on disk since `at`
        saving,
        saved,  ///< a gold correction since `at`
        failed, ///< the save failed; the text is a draft again
    };
    Kind kind = Kind::noRow;
    std::optional<Timestamp> at;          ///< shown as UTC
    std::optional<TextFindings> findings; ///< in the text; none while it is not known
    bool identical = false;               ///< to the response
    bool empty = false;                   ///< nothing in it: cannot be saved
    bool heldBack = false;                ///< what is saved was redacted: not exported until saved by hand
    bool lineEndsNormalised = false;
    EditorKeys keys;
    QString token;                    ///< what the one under the cursor stands for
    QString other;                    ///< who saved a correction since these words were begun
    std::optional<Timestamp> otherAt; ///< when they did
    QString failure;                  ///< errorText() of a failed save
};

/// The line as text: "draft · durable 12:03:07 UTC · no PII found".
[[nodiscard]] QString editorStatusText(const EditorStatus& status);

class StateLine : public ElidedLabel {
    Q_OBJECT

public:
    explicit StateLine(QWidget* parent = nullptr);

    void setStatus(const EditorStatus& status);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshColor();

    EditorStatus m_status;
};

} // namespace goldpan::ui
