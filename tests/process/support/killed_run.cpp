// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/support/killed_run.h"

#include "tests/process/support/child.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace goldpan::test {
namespace {

constexpr std::array kSteps{
#ifdef SYS_rename // newer machines have the second one only
    SYS_rename,   SYS_unlink,
#endif
    SYS_renameat, SYS_renameat2, SYS_unlinkat, SYS_ftruncate, SYS_fsync, SYS_fdatasync};

bool isStep(pid_t child) {
    __ptrace_syscall_info info{};
    return ::ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info) > 0 &&
           info.op == PTRACE_SYSCALL_INFO_ENTRY &&
           std::ranges::find(kSteps, static_cast<long>(info.entry.nr)) != kSteps.end();
}

} // namespace

std::optional<bool> killedAt(int step, const std::vector<std::string>& args) {
    std::vector<std::string> words{cliProgram()};
    words.insert(words.end(), args.begin(), args.end());
    std::vector<char*> argv;
    for (auto& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const int nothing = ::open("/dev/null", O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
            ::dup2(nothing, stream);
        }
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0) {
            ::raise(SIGSTOP);
            ::execv(argv[0], argv.data());
        }
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSTOPPED(status) ||
        ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) != 0) {
        return std::nullopt;
    }
    constexpr int kAtCall = SIGTRAP | 0x80;
    int seen = 0;
    long signal = 0; // on its way to the child
    while (::ptrace(PTRACE_SYSCALL, child, nullptr, signal) == 0 && ::waitpid(child, &status, 0) == child &&
           WIFSTOPPED(status)) {
        signal = WSTOPSIG(status) == kAtCall || WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
        if (WSTOPSIG(status) == kAtCall && isStep(child) && ++seen == step) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            return true;
        }
    }
    return false;
}

} // namespace goldpan::test
