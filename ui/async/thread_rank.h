// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ThreadRank: whether a thread stands back where the GUI thread wants the processor too. Free; any thread.
#pragma once

namespace goldpan::ui {

enum class ThreadRank {
    normal,
    background, ///< nobody waits for it at the screen
};

/// How much nicer a background thread is. Not the most: it may hold the store's lock for a few milliseconds,
/// and must then get on beside busy threads.
inline constexpr int kBackgroundNice = 5;

/// Of the calling thread, for good.
void setThreadRank(ThreadRank rank);

} // namespace goldpan::ui
