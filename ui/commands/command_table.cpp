// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command.h"

#include <QCoreApplication>

namespace goldpan::ui {
namespace {

constexpr auto kQueue = Scope::queue;
constexpr auto kTriage = Scope::triage;
constexpr auto kEditor = Scope::editor;
constexpr auto kAnywhere = Scope::anywhere;

enum Flags : unsigned {
    None = 0,
    Repeats = 1U << 0,
    Separator = 1U << 1,
};

struct Keys {
    Scope scope;
    const char* text;
};

/// One line of the table; the text is translated where the table is read.
struct Line {
    const char* id;
    const char* text;
    Menu menu;
    QList<Keys> keys;
    unsigned flags = None;
};

class CommandTable {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::CommandTable)

public:
    static QList<Line> lines();
};

QList<Line> CommandTable::lines() {
#define TEXT(text) text // marks it for the translators: tools/translate tells lupdate so
    return {
        {"store.open", TEXT("Open…"), Menu::file, {{kAnywhere, "Ctrl+O"}}},
        {"store.new", TEXT("New…"), Menu::file, {{kAnywhere, "Ctrl+N"}}},
        {"log.import", TEXT("Import log…"), Menu::file, {{kAnywhere, "Ctrl+I"}}, Separator},
        {"export.dialog", TEXT("Export SFT batch…"), Menu::file, {{kAnywhere, "Ctrl+Shift+E"}}},
        {"export.again", TEXT("Export again"), Menu::file, {{kAnywhere, "Ctrl+Shift+X"}}, Separator},
        {"app.quit", TEXT("Quit"), Menu::file, {{kAnywhere, "Ctrl+Q"}}},

        {"edit.undo", TEXT("Undo last act"), Menu::edit, {{kTriage, "U"}, {kTriage, "Ctrl+Z"}}, Repeats},
        {"edit.redo",
         TEXT("Redo"),
         Menu::edit,
         {{kTriage, "Shift+U"}, {kTriage, "Ctrl+Shift+Z"}},
         Repeats | Separator},
        {"correction.edit", TEXT("Write the correction"), Menu::edit, {{kTriage, "E"}, {kQueue, "Return"}}},
        {"correction.saveNext", TEXT("Save and go to the next"), Menu::edit, {{kEditor, "Ctrl+Return"}}},
        {"correction.save", TEXT("Save and stay"), Menu::edit, {{kEditor, "Ctrl+S"}}},
        {"correction.reset", TEXT("Back to the response"), Menu::edit, {{kEditor, "Ctrl+Shift+R"}}},
        {"pii.redact", TEXT("Redact the PII in the correction"), Menu::edit, {{kEditor, "Ctrl+M"}}},
        {"pii.allow", TEXT("This is not PII…"), Menu::edit, {}},
        {"pii.mark", TEXT("This is PII…"), Menu::edit, {}},
        {"problem.next", TEXT("Next problem in the correction"), Menu::edit, {{kAnywhere, "F8"}}},
        {"problem.previous",
         TEXT("Previous problem in the correction"),
         Menu::edit,
         {{kAnywhere, "Shift+F8"}}},
        {"token.explain", TEXT("What the placeholders stand for"), Menu::edit, {}},
        {"correction.leave",
         TEXT("Back to the queue, keep the draft"),
         Menu::edit,
         {{kEditor, "Esc"}},
         Separator},
        {"suggestion.take", TEXT("Take the suggestion into the editor"), Menu::edit, {{kTriage, "G"}}},
        {"row.copyId", TEXT("Copy the request id"), Menu::edit, {{kTriage, "Y"}}, Separator},
        {"settings.open", TEXT("Settings"), Menu::edit, {{kAnywhere, "Ctrl+,"}}},

        {"review.accept", TEXT("Accept"), Menu::review, {{kTriage, "A"}}},
        {"review.discard", TEXT("Discard"), Menu::review, {{kTriage, "X"}}},
        {"review.defer", TEXT("Defer"), Menu::review, {{kTriage, "S"}}},
        {"review.reopen", TEXT("Reopen"), Menu::review, {{kTriage, "R"}}, Separator},
        {"tag.operatorReview", TEXT("Mark operator_review"), Menu::review, {{kTriage, "F"}}},
        {"tag.edit", TEXT("Edit tags"), Menu::review, {{kTriage, "T"}}},
        {"action.repeat", TEXT("Repeat the last action"), Menu::review, {{kTriage, "."}}},
        {"bulk.open", TEXT("Act on the whole result…"), Menu::review, {{kTriage, "B"}}, Separator},
        {"view.history", TEXT("History of the row"), Menu::review, {{kTriage, "H"}}},
        {"history.store", TEXT("History of the store…"), Menu::review, {}},

        {"row.next",
         TEXT("Next row"),
         Menu::queue,
         {{kTriage, "J"}, {kQueue, "Down"}, {kAnywhere, "Alt+Down"}},
         Repeats},
        {"row.previous",
         TEXT("Previous row"),
         Menu::queue,
         {{kTriage, "K"}, {kQueue, "Up"}, {kAnywhere, "Alt+Up"}},
         Repeats},
        {"row.nextUnreviewed", TEXT("Next unreviewed row"), Menu::queue, {{kTriage, "N"}}, Repeats},
        {"row.previousUnreviewed",
         TEXT("Previous unreviewed row"),
         Menu::queue,
         {{kTriage, "Shift+N"}},
         Repeats | Separator},
        {"queue.flagged", TEXT("Flagged"), Menu::queue, {{kTriage, "1"}}},
        {"queue.lowConfidence", TEXT("Low confidence"), Menu::queue, {{kTriage, "2"}}},
        {"queue.driftWindow", TEXT("Drift window"), Menu::queue, {{kTriage, "3"}}},
        {"queue.userNegative", TEXT("User negative"), Menu::queue, {{kTriage, "4"}}},
        {"queue.deferred", TEXT("Deferred"), Menu::queue, {{kTriage, "5"}}},
        {"queue.corrected", TEXT("Corrected"), Menu::queue, {{kTriage, "6"}}},
        {"queue.marked", TEXT("Marked operator_review"), Menu::queue, {{kTriage, "7"}}},
        {"queue.all", TEXT("All rows"), Menu::queue, {{kTriage, "0"}}, Separator},
        {"queue.saved1", TEXT("First saved queue"), Menu::queue, {{kTriage, "8"}}},
        {"queue.saved2", TEXT("Second saved queue"), Menu::queue, {{kTriage, "9"}}},
        {"queue.save", TEXT("Save this queue…"), Menu::queue, {}},
        {"queue.arrangeSaved", TEXT("Saved queues…"), Menu::queue, {}, Separator},
        {"drift.previous", TEXT("Previous drift window"), Menu::queue, {{kTriage, "["}}},
        {"drift.next", TEXT("Next drift window"), Menu::queue, {{kTriage, "]"}}, Separator},
        {"filter.search", TEXT("Search"), Menu::queue, {{kTriage, "/"}}},
        {"filter.focus", TEXT("Filter"), Menu::queue, {{kAnywhere, "Ctrl+F"}}, Separator},
        {"view.refresh", TEXT("Refresh"), Menu::queue, {{kAnywhere, "F5"}}},

        {"view.pageDown", TEXT("Page the text down"), Menu::view, {{kQueue, "Space"}}, Repeats},
        {"view.pageUp", TEXT("Page the text up"), Menu::view, {{kQueue, "Shift+Space"}}, Repeats},
        {"view.diff", TEXT("Difference: inline, side by side, off"), Menu::view, {{kTriage, "D"}}, Separator},
        {"view.readiness", TEXT("Readiness"), Menu::view, {{kAnywhere, "F9"}}, Separator},
        {"pane.queue", TEXT("Back to the queue"), Menu::view, {{kTriage, "Esc"}}},
        {"pane.next", TEXT("Next pane"), Menu::view, {{kAnywhere, "F6"}}, Separator},
        {"view.zoomIn",
         TEXT("Larger text"),
         Menu::view,
         {{kAnywhere, "Ctrl+="}, {kAnywhere, "Ctrl++"}},
         Repeats},
        {"view.zoomOut", TEXT("Smaller text"), Menu::view, {{kAnywhere, "Ctrl+-"}}, Repeats},
        {"view.zoomReset", TEXT("Normal text size"), Menu::view, {{kAnywhere, "Ctrl+0"}}, Separator},
        {"view.fullScreen", TEXT("Full screen"), Menu::view, {{kAnywhere, "F11"}}},

        {"palette.open", TEXT("Commands"), Menu::help, {{kAnywhere, "Ctrl+Shift+P"}}},
        {"help.guide", TEXT("User's guide"), Menu::help, {}},
        {"help.keys", TEXT("Keys"), Menu::help, {{kTriage, "?"}, {kAnywhere, "F1"}}},
    };
#undef TEXT
}

} // namespace

QList<Command> builtInCommands() {
    QList<Command> out;
    for (const Line& line : CommandTable::lines()) {
        Command command;
        command.id = QString::fromLatin1(line.id);
        command.text = CommandTable::tr(line.text);
        command.menu = line.menu;
        for (const Keys& keys : line.keys) {
            command.bindings << KeyBinding{keys.scope, QKeySequence(QString::fromLatin1(keys.text))};
        }
        command.repeats = (line.flags & Repeats) != 0;
        command.separatorAfter = (line.flags & Separator) != 0;
        out << command;
    }
    return out;
}

} // namespace goldpan::ui
