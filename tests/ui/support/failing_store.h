// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FailingStore: a store whose writes fail while they are told to, as on a full disk. Test support; the switch
// may be thrown from any thread.
#pragma once

#include "core/store/store.h"

#include <atomic>
#include <memory>

namespace goldpan::test {

/// Opens the store at a path so that its writes fail while `failing` is set; `failing` must outlive it.
[[nodiscard]] store::OpenStore openFailing(const std::atomic<bool>& failing);

} // namespace goldpan::test
