// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <array>
#include <csignal>
#include <execinfo.h>
#include <gtest/gtest.h>
#include <string_view>
#include <unistd.h>

namespace {

constexpr unsigned kSecondsToEnd = 60;
volatile std::sig_atomic_t answer = 1;

/// All tests have run, and the libraries that tidy up behind them do not end: says where they stand, and
/// gives the answer of the tests, which else would be "no test ended".
void endAnyway(int) {
    constexpr std::string_view kSaid = "The tests are over, but this program did not end by itself:\n";
    (void)!write(STDERR_FILENO, kSaid.data(), kSaid.size());
    std::array<void*, 64> frames{};
    backtrace_symbols_fd(frames.data(), backtrace(frames.data(), frames.size()), STDERR_FILENO);
    _exit(answer);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv); // Qt Sql finds its driver through it
    testing::InitGoogleTest(&argc, argv);
    answer = RUN_ALL_TESTS();
    std::signal(SIGALRM, endAnyway);
    alarm(kSecondsToEnd);
    return answer;
}
