// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// asNobody: runs work without root's right to write anywhere, so that permission tests mean something when a
// build runs as root. Test support; changes the whole process for the time of the call.
#pragma once

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

namespace goldpan::test {

/// `folder` (a temporary one) is opened for everyone to enter first.
template <typename Work>
auto asNobody(const std::string& folder, Work&& work) {
    constexpr uid_t kNobody = 65534;
    namespace fs = std::filesystem;
    fs::permissions(folder, fs::perms::group_exec | fs::perms::others_exec | fs::perms::others_read,
                    fs::perm_options::add);
    const bool root = ::geteuid() == 0;
    EXPECT_TRUE(!root || ::seteuid(kNobody) == 0);
    auto answer = work();
    EXPECT_TRUE(!root || ::seteuid(0) == 0);
    return answer;
}

} // namespace goldpan::test
