// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PolicyPage: the policy of the open store, every key of it, which counts for everybody who works in it.
// Asks for a change; makes none itself. Owned by the settings dialog; GUI thread.
#pragma once

#include "core/domain/policy.h"

#include <QWidget>
#include <optional>
#include <variant>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace goldpan::ui {

class NumberBox;

class PolicyPage final : public QWidget {
    Q_OBJECT

public:
    explicit PolicyPage(QWidget* parent = nullptr);

    /// None: no store is open, or its policy is not read yet.
    void setPolicy(std::optional<Policy> policy);
    /// What was typed and not applied goes.
    void showStored();
    /// Nothing can be asked for while a change is under way.
    void setBusy(const QString& text);
    void setMessage(const QString& text);

Q_SIGNALS:
    /// Only what is to be another than it is stored.
    void changeRequested(const goldpan::PolicyTexts& values);

private:
    using Member = std::variant<double Policy::*, std::int64_t Policy::*>;

    /// One number of the policy and the box it is typed in.
    struct Field {
        NumberBox* box = nullptr;
        Member member;
        double scale = 1; ///< the box shows the number times this
        double shown = 0; ///< of what is stored, as near as the box comes to it
    };

    void addFlagging(QGridLayout& grid);
    void addSampling(QGridLayout& grid);
    void addRetraining(QGridLayout& grid);
    void addExport(QGridLayout& grid);
    void addHeading(QGridLayout& grid, const QString& text);
    /// `label` has the mnemonic; `least` and `most` are as shown, with the unit `suffix` behind.
    void addNumber(QGridLayout& grid, const char* name, const QString& label, const QString& meaning,
                   const Field& field, double least, double most, const QString& suffix = {});
    [[nodiscard]] Policy wanted() const;
    void refresh();

    std::optional<Policy> m_policy;
    bool m_busy = false;
    std::vector<Field> m_fields;
    std::vector<QCheckBox*> m_excluded; ///< as kRowChecks
    QPushButton* m_apply = nullptr;
    QLabel* m_message = nullptr;
};

} // namespace goldpan::ui
