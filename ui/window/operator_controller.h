// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OperatorController: who works here. Takes the name that was chosen, once what was typed is in the store as
// the earlier operator's. Owned by the window; GUI thread.
#pragma once

#include "ui/state/backend.h"

#include <QObject>
#include <string>

namespace goldpan::ui {

class FileController;
class LeaveGuard;
class QueueSession;
class ReviewSession;
class SettingsController;
class StoreWatch;
struct Panes;

class OperatorController final : public QObject {
    Q_OBJECT

public:
    /// The name that `backend` has is the one of the login or of the command line. Everything that `sessions`
    /// read of the earlier operator is read anew.
    struct Sessions {
        FileController& files;
        LeaveGuard& guard;
        QueueSession& queue;
        ReviewSession& review;
        StoreWatch& watch;
    };
    OperatorController(Backend& backend, const Sessions& sessions, const Panes& panes,
                       SettingsController& settings, QObject* parent);

private:
    /// "" for the name that the window began with.
    void rename(const QString& name);
    void show();

    Backend& m_backend;
    const std::string m_firstName;
    Sessions m_sessions;
    const Panes& m_panes;
    SettingsController& m_settings;
};

} // namespace goldpan::ui
