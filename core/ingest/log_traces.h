// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a store has of a log although it remembers no watch of it: imported, or watched before stores
// remembered that. Free functions; same thread as the store.
#pragma once

#include "core/base/result.h"
#include "core/ingest/entry_decoder.h"
#include "core/ingest/rotated_logs.h"
#include "core/store/store.h"

#include <functional>
#include <string>
#include <vector>

namespace goldpan::ingest {

/// Whether anything is kept by the name of one of its files, or one of them begins with a row of the store.
[[nodiscard]] Result<bool> hasTraces(store::Store& store, const std::vector<RotatedLog>& files,
                                     const std::function<std::string(const std::string& path)>& sourceOf,
                                     EntryDecoder& decoder);

} // namespace goldpan::ingest
