// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/support/child.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace goldpan::test {
namespace {

using Ends = std::array<int, 2>;

Ends pipeEnds() {
    Ends ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    return ends;
}

int memoryFile(const char* name) {
    return ::memfd_create(name, MFD_CLOEXEC);
}

void shut(int& fd) {
    if (fd >= 0) {
        ::close(fd);
    }
    fd = -1;
}

double secondsOf(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::string contentOf(int fd) {
    std::string text;
    char chunk[1 << 16];
    for (ssize_t got = 0; (got = ::pread(fd, chunk, sizeof chunk, static_cast<off_t>(text.size()))) > 0;) {
        text.append(chunk, static_cast<std::size_t>(got));
    }
    return text;
}

} // namespace

nlohmann::json ChildEnd::json() const {
    const auto value = nlohmann::json::parse(out, nullptr, false);
    return value.is_discarded() ? nlohmann::json() : value;
}

std::string ChildEnd::errorCode() const {
    const auto begin = err.find(R"({"error")");
    const auto line = begin == std::string::npos ? "" : err.substr(begin, err.find('\n', begin) - begin);
    const auto value = nlohmann::json::parse(line, nullptr, false);
    return value.is_object() ? value["error"]["code"].get<std::string>() : "";
}

std::string cliProgram() {
    return GOLDPAN_CLI;
}

Child::Child(const ChildSetup& setup) {
    std::signal(SIGPIPE, SIG_IGN); // feed() to a child that was killed
    std::vector<std::string> words = {cliProgram()};
    words.insert(words.end(), setup.args.begin(), setup.args.end());
    std::vector<char*> argv;
    for (auto& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    const auto input = setup.pipedInput ? pipeEnds() : Ends{::open("/dev/null", O_RDONLY | O_CLOEXEC), -1};
    auto output = Ends{-1, -1};
    if (setup.pipedOutput) {
        output = pipeEnds();
    } else {
        m_out = memoryFile("out");
        output[1] =
            setup.output.empty() ? ::dup(m_out) : ::open(setup.output.c_str(), O_WRONLY | O_CREAT, 0644);
    }
    m_err = memoryFile("err");
    m_pid = ::fork();
    if (m_pid == 0) { // only calls that are safe between fork and exec
        if (setup.maxFileBytes) {
            const rlimit limit{*setup.maxFileBytes, *setup.maxFileBytes};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::signal(SIGXFSZ, SIG_IGN);
        }
        ::signal(SIGPIPE, SIG_DFL);
        ::dup2(input[0], STDIN_FILENO);
        ::dup2(output[1], STDOUT_FILENO);
        ::dup2(m_err, STDERR_FILENO);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(input[0]);
    ::close(output[1]);
    m_input = input[1];
    m_output = output[0];
    if (m_pid < 0) {
        throw std::runtime_error("no process");
    }
}

Child::~Child() {
    shut(m_input);
    shut(m_output);
    if (!hasEnded()) {
        kill(SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    shut(m_out);
    shut(m_err);
}

void Child::kill(int signal) const {
    if (!m_status) {
        ::kill(m_pid, signal);
    }
}

bool Child::hasEnded() {
    int status = 0;
    rusage used{};
    if (!m_status && ::wait4(m_pid, &status, WNOHANG, &used) == m_pid) {
        m_status = status;
        m_peakBytes = used.ru_maxrss * 1024;
        m_cpuSeconds = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
    }
    return m_status.has_value();
}

ChildEnd Child::end() {
    if (!waitUntil([this] { return hasEnded(); })) {
        ADD_FAILURE() << "goldpan-cli does not end";
        kill(SIGKILL);
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_status = status;
    }
    ChildEnd end{.peakBytes = m_peakBytes,
                 .cpuSeconds = m_cpuSeconds,
                 .out = contentOf(m_out),
                 .err = contentOf(m_err)};
    if (WIFSIGNALED(*m_status)) {
        end.signal = WTERMSIG(*m_status);
    } else {
        end.exit = WEXITSTATUS(*m_status);
    }
    return end;
}

bool Child::feed(std::string_view text) const {
    while (!text.empty()) {
        const ssize_t wrote = ::write(m_input, text.data(), text.size());
        if (wrote < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(wrote, 0)));
    }
    return true;
}

void Child::closeInput() {
    shut(m_input);
}

std::string Child::readLine() const {
    std::string line;
    for (char byte = 0; byte != '\n' && ::read(m_output, &byte, 1) == 1;) {
        line += byte;
    }
    return line;
}

void Child::closeOutput() {
    shut(m_output);
}

bool waitUntil(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

} // namespace goldpan::test
