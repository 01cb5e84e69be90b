// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadinessController: shows the readiness panel in the place of the row and the row again, has it read while
// it is seen, filters the queue to what is chosen in it, and saves its pictures. Owned by the window; GUI
// thread.
#pragma once

#include "core/base/ids.h"
#include "ui/state/overview_reader.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QImage;
class QWidget;

namespace goldpan::ui {

class CommandRegistry;
class FilterController;
class QueueController;
class QueueSession;
class ReviewSession;
class StoreSession;
class StoreWatch;
struct Panes;

class ReadinessController final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        FilterController& filters;
        QueueController& queueController;
        QueueSession& queue;
        ReviewSession& review;
        StoreWatch& watch;
    };

    ReadinessController(Panes& panes, CommandRegistry& registry, const Parts& parts, QObject* parent);

    void setStore(StoreSession* session);

private:
    void bindCommands(CommandRegistry& registry);
    void takeKeys(const CommandRegistry& registry);
    [[nodiscard]] bool isShown() const;
    void toggle();
    void show();
    /// The focus stays where it is, unless it was in the panel: then it goes to the queue.
    void showRow();
    /// Before a command runs: one that is about the row has it on the screen.
    void noteCommand(const QString& id);
    void savePicture(const QString& title, const QImage& picture);

    Panes& m_panes;
    Parts m_parts;
    OverviewReader m_reader;
    StoreSession* m_session = nullptr;
    QPointer<QWidget> m_cameFrom; ///< had the focus when the panel was opened
    RowId m_cameFromRow;
};

} // namespace goldpan::ui
