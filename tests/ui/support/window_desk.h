// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WindowDesk: the real window on a temporary store, keys pressed into it, and the store read through a
// connection of its own. Test support; GUI thread.
#pragma once

#include <QString>
#include <QWidget>
#include <memory>
#include <utility>

#include "core/base/clock.h"
#include "core/redact/redactor.h"
#include "tests/store/support/store_builder.h"
#include "tests/ui/support/failing_store.h"
#include "tests/ui/support/patience.h"
#include "ui/settings/language.h"
#include "ui/state/backend.h"

class QLineEdit;
class QTableView;

namespace goldpan::ui {
class CorrectionEditor;
class MainWindow;
class NoticeBar;
} // namespace goldpan::ui

namespace goldpan::test {

class WindowDesk {
public:
    /// A store with rows r1 to r`rows`, an hour apart.
    explicit WindowDesk(int rows = 5, std::string operatorName = "ana");
    ~WindowDesk();

    /// Opens the window on the store and waits until its first row is on the screen.
    void open(const QString& filter = {});
    /// Opens the window without a store.
    void openEmpty();
    /// The window goes without being asked whether it may.
    void destroyWindow();
    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] const ui::Backend& backend() const { return m_backend; }

    /// As if the command line had said who works here.
    void fixOperator() { m_backend.operatorFixed = true; }
    /// How the window, which is still to be opened, opens stores.
    void setOpen(store::OpenStoreTelling open) { m_backend.open = std::move(open); }
    /// From now on every write of the window fails (or not).
    void failWrites(bool failing) { m_switches.failing = failing; }
    /// The next so many fail, and those after them do not.
    void failNextWrites(int writes) { m_switches.failNext = writes; }
    /// From now on every search of the window goes on until it is stopped (or not).
    void holdSearches(bool stuck) { m_switches.stuck = stuck; }
    [[nodiscard]] bool isASearchHeld() const { return m_switches.stuckNow > 0; }
    /// From now on pages of rows, and looking for a row by its state, wait (or not).
    void holdPages(bool wait) { m_switches.rowsWait = wait; }
    /// From now on reading how ready the store is goes on until it is stopped (or not), or fails (or not).
    void holdReadiness(bool stuck) { m_switches.daysStuck = stuck; }
    [[nodiscard]] bool isReadinessHeld() const { return m_switches.daysStuck && m_switches.daysStuckNow > 0; }
    void failReadiness(bool failing) { m_switches.daysFail = failing; }
    /// From now on acts on many rows stand still after so many more of its
    /// transactions, while decisions and drafts go on; until it is let go.
    void holdJobsAfter(int transactions) { m_switches.jobWrites = transactions; }
    void letJobsGo() { m_switches.jobWrites = -1; }
    /// All that the window allowed long work to do is done.
    [[nodiscard]] bool areJobsHeld() const { return m_switches.jobWrites == 0; }

    /// A key where the focus is, or in the popup that has the keyboard, as "Ctrl+Return" or "A".
    void press(const char* keys);
    void type(const char* text);

    [[nodiscard]] QTableView& queue();
    [[nodiscard]] ui::CorrectionEditor& editor();
    [[nodiscard]] QLineEdit& filter();
    [[nodiscard]] ui::NoticeBar& notices();
    template <typename Widget>
    [[nodiscard]] Widget& find(const char* name) {
        return *static_cast<Widget*>(findWidget(name, Widget::staticMetaObject));
    }

    /// Request id of the current row once its detail is shown; "" while it loads.
    [[nodiscard]] QString current();
    [[nodiscard]] QString focus() const; ///< object name of the widget with the focus
    [[nodiscard]] QString notice();
    /// A click on the button of the notice that says so, as soon as it is there.
    void pressNoticeAction(const QString& text);
    /// What the queue shows in the column of row `at`.
    [[nodiscard]] QString cell(int at, int column);

    // What the store holds, read afresh.
    [[nodiscard]] QString state(const char* requestId);
    [[nodiscard]] QString correction(const char* requestId);
    [[nodiscard]] QString draft(const char* requestId);
    [[nodiscard]] QString tags(const char* requestId);
    [[nodiscard]] StoreBuilder& store() { return m_store; }

private:
    [[nodiscard]] QWidget* findWidget(const char* name, const QMetaObject& type);

    ui::Language m_language{ui::LanguageChoice::english}; ///< whatever the system speaks
    Switches m_switches;                                  ///< outlives the window and its stores
    StoreBuilder m_store;
    redact::Redactor m_redactor;
    SystemClock m_clock;
    ui::Backend m_backend;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace goldpan::test
