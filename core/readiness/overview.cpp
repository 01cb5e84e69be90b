// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readiness/overview.h"

#include "core/readiness/triggers_of.h"
#include "core/store/store.h"
#include "core/store/upkeep.h"

#include <functional>
#include <utility>

namespace goldpan::readiness {
namespace {

template <typename T>
Result<void> put(T& where, Result<T> value) {
    if (!value) {
        return std::unexpected(value.error());
    }
    where = std::move(*value);
    return {};
}

} // namespace

Result<Overview> readOverview(store::Store& store, const ExportRows& exported, Timestamp now,
                              std::stop_token stop) {
    // Most readers take no stop of their own; this ends the statement that one of them is in.
    const std::stop_callback breakOff(stop, [&store] { store.interrupt(); });
    Overview out;
    const std::function<Result<void>()> parts[] = {
        [&] { return put(out.policy, store.upkeep().policy()); },
        [&] { return put(out.windows, store.events().driftWindows()); },
        [&] { return put(out.triggers, triggersOf(store, out.windows, exported, now, stop)); },
        [&] { return put(out.gates, store.ledger().lastVerdict()); },
        [&] { return put(out.days, store.timeline().days(stop)); },
        [&] { return put(out.logprobs, store.timeline().logprobs(kLogprobStep, stop)); },
        [&] { return put(out.sampling, store.upkeep().sampling()); },
    };
    for (const auto& part : parts) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        if (auto done = part(); !done) {
            return std::unexpected(done.error());
        }
    }
    return out;
}

} // namespace goldpan::readiness
