// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: one window on one store. Owns the session objects, the panes and the controllers between them,
// and keeps the focus where the keymap says. Owned by the program; GUI thread.
#pragma once

#include <QMainWindow>
#include <memory>

#include "ui/state/backend.h"
#include "ui/window/panes.h"

namespace goldpan::ui {

class BulkController;
class CommandPalette;
class CommandRegistry;
class ExportController;
class FileController;
class FilterController;
class HistoryController;
class HitController;
class IndexController;
class KeyDispatcher;
class LeaveGuard;
class OfferController;
class PlaceKeeper;
class ProblemController;
class QueueController;
class QueueSession;
class ReadinessController;
class ReviewController;
class ReviewSession;
class RuleController;
class SavedQueueController;
class SettingsController;
class StatusController;
class StoreRules;
class StoreSession;
class StoreWatch;
struct Figures;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// What `backend` refers to must outlive the window. Two commands on one key are a defect:
    /// `registryProblem()` names it.
    explicit MainWindow(const Backend& backend, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a store, or offers to import a log. `filter` is shown first.
    void openPath(const QString& path, const QString& filter = {});
    /// Into the open store, or a new one beside the log.
    void importLog(const QString& log);
    [[nodiscard]] QString registryProblem() const;
    [[nodiscard]] CommandRegistry& commands() { return *m_registry; }

Q_SIGNALS:
    /// The first rows of a store, the current row's detail and the figures are on the screen.
    void settled();
    void openFailed(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void placeKeys();
    void bindWindowCommands();
    void takeStore(StoreSession* session);
    void showFigures(const Figures& figures);
    /// Shows a page instead of the work, or the work again.
    void togglePage(QWidget* page);
    void takeKeys();
    void noteSettled();

    Backend m_backend;
    std::unique_ptr<CommandRegistry> m_registry;
    std::unique_ptr<QueueSession> m_queue;
    std::unique_ptr<ReviewSession> m_review;
    std::unique_ptr<StoreWatch> m_watch;
    Panes m_panes;
    KeyDispatcher* m_keys = nullptr;
    StoreRules* m_rules = nullptr;
    FilterController* m_filters = nullptr;
    SavedQueueController* m_saved = nullptr;
    QueueController* m_queueController = nullptr;
    ReviewController* m_reviewController = nullptr;
    PlaceKeeper* m_place = nullptr;
    StatusController* m_status = nullptr;
    ProblemController* m_problems = nullptr;
    RuleController* m_ruleController = nullptr;
    LeaveGuard* m_guard = nullptr;
    std::unique_ptr<FileController> m_files;
    ExportController* m_exports = nullptr;
    HitController* m_hits = nullptr;
    IndexController* m_index = nullptr;
    CommandPalette* m_palette = nullptr;
    BulkController* m_bulk = nullptr;
    OfferController* m_offers = nullptr;
    HistoryController* m_history = nullptr;
    ReadinessController* m_readiness = nullptr;
    SettingsController* m_settings = nullptr;
    QString m_firstFilter;
    bool m_mayClose = false;
};

} // namespace goldpan::ui
