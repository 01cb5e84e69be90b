// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PolicyPage: the thresholds of the open store, which count for everybody who works in it. Asks for a change;
// makes none itself. Owned by the settings dialog; GUI thread.
#pragma once

#include "core/domain/policy.h"

#include <QWidget>
#include <optional>

class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace goldpan::ui {

class PolicyPage final : public QWidget {
    Q_OBJECT

public:
    explicit PolicyPage(QWidget* parent = nullptr);

    /// None: no store is open, or its policy is not read yet.
    void setPolicy(std::optional<Policy> policy);
    /// Nothing can be asked for while a change is under way.
    void setBusy(const QString& text);
    void setMessage(const QString& text);

Q_SIGNALS:
    void changeRequested(const goldpan::Policy& policy);

private:
    [[nodiscard]] QDoubleSpinBox* addNumber(QFormLayout& form, const char* name, const QString& label,
                                            const QString& meaning, double least, double most);
    [[nodiscard]] Policy wanted() const;
    void refresh();

    std::optional<Policy> m_policy;
    bool m_busy = false;
    QDoubleSpinBox* m_lowConfidence = nullptr;
    QDoubleSpinBox* m_driftWindow = nullptr;
    QPushButton* m_apply = nullptr;
    QLabel* m_message = nullptr;
};

} // namespace goldpan::ui
