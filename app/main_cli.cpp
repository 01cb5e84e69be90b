// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// goldpan-cli: every step of the loop without a screen.
#include "app/cli/run_cli.h"

#include <QCoreApplication>

#include <chrono>
#include <csignal>
#include <iostream>
#include <optional>
#include <poll.h>
#include <pthread.h>
#include <stop_token>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

/// Turns SIGINT or SIGTERM into a request to stop, and one that comes later into an end at once. A thread of
/// its own waits for them, so that what happens then is plain code, not a signal handler.
class StopSignals {
public:
    StopSignals() {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGUSR1); // our own way to end the wait
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_waiter = std::jthread([this] { wait(); });
    }
    ~StopSignals() { pthread_kill(m_waiter.native_handle(), SIGUSR1); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    void wait() {
        using Clock = std::chrono::steady_clock;
        constexpr auto kSameWish = std::chrono::milliseconds(500); // timeout(1) sends its signal twice
        Clock::time_point first;
        for (int signal = 0; sigwait(&m_signals, &signal) == 0 && signal != SIGUSR1;) {
            if (m_source.request_stop()) {
                first = Clock::now();
            } else if (Clock::now() - first > kSameWish) {
                _exit(128 + signal);
            }
        }
    }

    sigset_t m_signals{};
    std::stop_source m_source;
    std::jthread m_waiter; // last: joined before what it uses goes
};

/// Asked of the pipe itself: by the time that a verb is through, errno no longer tells why a write failed.
bool isOutputUnread() {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return poll(&output, 1, 0) == 1 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

bool hasRoomInOutput(std::chrono::milliseconds patience) {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return poll(&output, 1, static_cast<int>(patience.count())) == 1;
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN); // a reader that went away must not end an import before it has tidied up
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const std::vector<std::string> args(argv + 1, argv + argc);
    std::optional<StopSignals> signals;             // before any other thread, which inherits the mask
    if (args.empty() || args.front() != "redact") { // which changes nothing: a signal may just end it
        signals.emplace();
    }
    const QCoreApplication application(argc, argv);
    const goldpan::SystemClock clock;
    goldpan::cli::Io io{std::cin,
                        std::cout,
                        std::cerr,
                        clock,
                        isatty(STDERR_FILENO) != 0,
                        signals ? signals->token() : std::stop_token(),
                        isOutputUnread,
                        hasRoomInOutput};
    return goldpan::cli::runCli(args, io);
}
