// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FailingStore: a store whose writes fail, or whose searches come to no end, while they are told to. Test
// support; the switch may be thrown from any thread.
#pragma once

#include "core/store/store.h"

#include <atomic>
#include <memory>

namespace goldpan::test {

/// Opens the store at a path so that its writes fail while `failing` is set, as on a full disk, and its
/// searches end only when they are stopped while `stuck` is; both must outlive it.
[[nodiscard]] store::OpenStore openFailing(const std::atomic<bool>& failing, const std::atomic<bool>& stuck);

} // namespace goldpan::test
