// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's tests wait before they give a thing up: QtTest's five seconds are less than a busy
// machine takes at times, and who waits for what comes loses nothing by a longer limit. Test support.
#pragma once

#include <QTest>

namespace goldpan::test {

constexpr int kPatienceMs = 30'000;

} // namespace goldpan::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, goldpan::test::kPatienceMs)
#define QTRY_VERIFY2(expr, text) QTRY_VERIFY2_WITH_TIMEOUT(expr, text, goldpan::test::kPatienceMs)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, goldpan::test::kPatienceMs)
