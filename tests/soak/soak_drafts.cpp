// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// soak_drafts [RUNS]: kills the window with SIGKILL in the middle of typing, again and again, and reads from
// the store what is left. Nothing that was typed more than a second before may be lost. Prints what was;
// exits 1 where a word was lost, and where a run typed nothing or ended
// otherwise, which proves nothing. Not part of the test suite, because it takes seconds a run.
//
// Each run is this program again as a child: it types into the real window and writes down, in a file of its
// own, when each letter was typed.
#include "app/composition/store_factory.h"
#include "core/base/clock.h"
#include "core/redact/redactor.h"
#include "tests/store/support/store_builder.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

namespace goldpan::test {
namespace {

constexpr int kRows = 500;
constexpr int kMostMsTyping = 6000;
constexpr int kLeastMsTyping = 1500;
constexpr std::int64_t kFirstLetterWithinUs = 60'000'000;
constexpr std::int64_t kDurableWithinUs = 1'000'000;
const std::string kOperator = "ana";

std::int64_t nowUs() {
    return SystemClock().now().micros;
}

/// A letter that was typed.
struct Typed {
    std::string requestId;
    std::size_t length = 0; ///< of the text in the editor, with it
    std::int64_t atUs = 0;
};

/// What the child types into a row; the first letters of this are the draft.
std::string wordsFor(const std::string& requestId) {
    std::string out;
    for (int word = 0; out.size() < 4000; ++word) {
        out += "word" + std::to_string(word) + "of" + requestId + ' ';
    }
    return out;
}

/// The request id that the conversation names (StoreBuilder's prompts do).
std::string currentId(ui::MainWindow& window) {
    const QString text = window.findChild<QPlainTextEdit*>(QStringLiteral("promptView"))->toPlainText();
    const qsizetype at = text.indexOf(QLatin1String("prompt of "));
    return at < 0 ? std::string()
                  : text.mid(at + 10).section(QLatin1Char('\n'), 0, 0).trimmed().toStdString();
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// Types into one row after the other until it is killed.
int typeForever(QApplication& app, const QString& store, const char* diary, unsigned seed) {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("goldpan-soak"));
    QCoreApplication::setApplicationName(QStringLiteral("goldpan-soak-%1").arg(app.applicationPid()));
    const int file = open(diary, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const redact::Redactor redactor;
    const SystemClock clock;
    const ui::Backend backend{composition::openStoreTelling, composition::createStore, redactor, clock,
                              kOperator};
    ui::MainWindow window(backend);
    QSignalSpy settled(&window, &ui::MainWindow::settled);
    window.show();
    (void)QTest::qWaitForWindowActive(&window);
    window.openPath(store, QStringLiteral("-is:draft"));
    (void)QTest::qWaitFor([&] { return !settled.isEmpty(); });
    std::minstd_rand random(seed);
    const auto upTo = [&random](unsigned most) { return static_cast<int>(random() % most); };
    for (;;) {
        const std::string id = currentId(window);
        press(Qt::Key_E);
        press(Qt::Key_A, Qt::ControlModifier);
        const std::string words = wordsFor(id);
        const int letters = 20 + upTo(600);
        for (int i = 0; i < letters; ++i) {
            QTest::keyClicks(QApplication::focusWidget(),
                             QString(QLatin1Char(words[static_cast<std::size_t>(i)])));
            const std::string line = id + ' ' + std::to_string(i + 1) + ' ' + std::to_string(nowUs()) + '\n';
            if (write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
                return 2;
            }
            QTest::qWait(upTo(25));
        }
        press(Qt::Key_Escape);
        press(Qt::Key_J);
        (void)QTest::qWaitFor([&] { return currentId(window) != id; });
    }
}

std::vector<Typed> readDiary(const std::string& path) {
    std::vector<Typed> out;
    std::ifstream in(path);
    for (Typed typed; in >> typed.requestId >> typed.length >> typed.atUs;) {
        out.push_back(typed);
    }
    return out;
}

std::optional<std::string> draftOf(store::Store& store, RowId row) {
    const auto drafts = store.entries().drafts(row);
    for (const Draft& draft : drafts.value()) {
        if (draft.operatorName == kOperator) {
            return draft.text;
        }
    }
    return std::nullopt;
}

bool hasEnded(pid_t child) {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid == child;
}

class Soak {
public:
    explicit Soak(const char* program)
        : m_program(program) {
        std::vector<LogEntry> entries;
        for (int number = 1; number <= kRows; ++number) {
            LogEntry row = entry("r" + std::to_string(number));
            row.ts = Timestamp{number * 3'600'000'000LL};
            entries.push_back(row);
        }
        m_store.add(entries);
    }

    void run(unsigned seed) {
        const std::string diary = m_store.dir().path() + "/diary" + std::to_string(seed);
        const pid_t child = fork();
        if (child == 0) {
            execl("/proc/self/exe", m_program, "--type", m_store.path().c_str(), diary.c_str(),
                  std::to_string(seed).c_str(), nullptr);
            _exit(127);
        }
        const std::int64_t begun = nowUs();
        // What has ended is not waited for here: its id must not be another process's when it is killed.
        while (readDiary(diary).empty() && !hasEnded(child) && nowUs() - begun < kFirstLetterWithinUs) {
            usleep(20'000);
        }
        std::minstd_rand random(seed * 7919 + 1);
        usleep(
            static_cast<useconds_t>(1000 * (kLeastMsTyping + random() % (kMostMsTyping - kLeastMsTyping))));
        const std::int64_t killed = nowUs();
        kill(child, SIGKILL);
        int status = 0;
        const bool ended = waitpid(child, &status, 0) == child;
        m_endedOtherwise += ended && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 0 : 1;
        judge(readDiary(diary), killed);
    }

    [[nodiscard]] bool report() const {
        std::printf("runs %d, rows typed into %d, letters %d\n", m_runs, m_rowsTyped, m_letters);
        std::printf("letters not in the store after a kill: %d, the oldest typed %.0f ms before it\n",
                    m_missing, static_cast<double>(m_oldestMissingUs) / 1000);
        std::printf("lost although typed more than %.0f ms before: %d; drafts that hold other words: %d\n",
                    static_cast<double>(kDurableWithinUs) / 1000, m_lost, m_wrong);
        std::printf("runs without a letter: %d; ended otherwise than by the kill: %d\n", m_empty,
                    m_endedOtherwise);
        return m_runs > 0 && m_lost == 0 && m_wrong == 0 && m_empty == 0 && m_endedOtherwise == 0;
    }

private:
    void judge(const std::vector<Typed>& diary, std::int64_t killed) {
        ++m_runs;
        m_empty += diary.empty() ? 1 : 0;
        m_letters += static_cast<int>(diary.size());
        std::map<std::string, std::size_t> held;
        const auto reopened = m_store.another();
        for (const Typed& typed : diary) {
            if (!held.contains(typed.requestId)) {
                ++m_rowsTyped;
                const auto draft = draftOf(*reopened, m_store.row(typed.requestId));
                held[typed.requestId] = draft ? draft->size() : 0;
                m_wrong += draft && !wordsFor(typed.requestId).starts_with(*draft) ? 1 : 0;
            }
            if (typed.length > held[typed.requestId]) {
                ++m_missing;
                m_oldestMissingUs = std::max(m_oldestMissingUs, killed - typed.atUs);
                m_lost += killed - typed.atUs > kDurableWithinUs ? 1 : 0;
            }
        }
    }

    const char* m_program;
    StoreBuilder m_store;
    int m_runs = 0;
    int m_empty = 0;
    int m_endedOtherwise = 0;
    int m_rowsTyped = 0;
    int m_letters = 0;
    int m_missing = 0;
    int m_lost = 0;
    int m_wrong = 0;
    std::int64_t m_oldestMissingUs = 0;
};

} // namespace
} // namespace goldpan::test

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc == 5 && std::string_view(argv[1]) == "--type") {
        return goldpan::test::typeForever(app, QString::fromLocal8Bit(argv[2]), argv[3],
                                          static_cast<unsigned>(std::stoul(argv[4])));
    }
    const int runs = argc > 1 ? std::stoi(argv[1]) : 50;
    goldpan::test::Soak soak(argv[0]);
    for (int run = 1; run <= runs; ++run) {
        soak.run(static_cast<unsigned>(run));
    }
    return soak.report() ? 0 : 1;
}
