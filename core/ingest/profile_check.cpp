// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/profile_check.h"

#include "core/domain/log_row.h"
#include "core/ingest/entry_decoder.h"
#include "core/ingest/mapped_log.h"
#include "core/ingest/mapped_rows.h"
#include "core/profiles/shipped_profiles.h"

#include <utility>

namespace goldpan::ingest {
namespace {

CheckedRow checkedRow(MappedRecord& record, EntryDecoder& decoder) {
    CheckedRow out{.line = record.line};
    if (const auto* none = std::get_if<profiles::Unmapped>(&record.outcome)) {
        out.fault = none->reason;
        return out;
    }
    auto& row = std::get<profiles::MappedRow>(record.outcome);
    redact::RedactionCounts ignored;
    auto decoded = decoder.decode(lineOf(row), ignored);
    if (decoded) {
        out.row = logRow(decoded->row.entry);
    } else {
        out.fault = quarantineReason(decoded.error());
    }
    out.origins = std::move(row.origins);
    out.ambiguous = std::move(row.ambiguous);
    return out;
}

bool isSkipped(const MappedRecord& record) {
    const auto* none = std::get_if<profiles::Unmapped>(&record.outcome);
    return none != nullptr && !none->isFault;
}

} // namespace

Result<ProfileCheck> checkProfile(const std::string& path, ProfileUse use, std::size_t limit,
                                  const redact::Redactor& redactor, const std::stop_token& stop) {
    ProfileCheck out;
    if (!use.profile) {
        auto choice = chooseProfile(path, stop);
        if (!choice) {
            return std::unexpected(choice.error());
        }
        if (choice->isOurs) {
            auto ours = openProfile(std::string(profiles::kLessonProfile));
            if (!ours) {
                return std::unexpected(ours.error());
            }
            choice->profile = std::move(*ours);
        }
        use.profile = std::move(choice->profile);
        use.begun = std::move(choice->begun);
        out.reason = std::move(choice->reason);
        out.others = std::move(choice->others);
    }
    if (!use.profile) {
        return fail(ErrorCode::notFound,
                    "no profile of another tool fits the first objects; name one with --profile", path);
    }
    out.profile = use.profile->name;
    EntryDecoder decoder(redactor);
    std::stop_source enough;
    const std::stop_callback forward(stop, [&] { enough.request_stop(); });
    const MappedLog::Takers takers{
        .record = [&](MappedRecord record) -> Result<void> {
            if (isSkipped(record)) {
                out.tally.skip(std::get<profiles::Unmapped>(record.outcome).reason, record.line);
            } else if (out.rows.size() < limit) {
                out.rows.push_back(checkedRow(record, decoder));
            }
            if (out.rows.size() >= limit) {
                enough.request_stop();
            }
            return {};
        },
        .bad = [&](BadObject object) -> Result<void> {
            if (!object.companion.empty()) {
                out.tally.breakCompanion(redactor.redacted(object.companion) + ": " + object.reason,
                                         object.line);
            } else if (out.rows.size() < limit) {
                out.rows.push_back({.line = object.line, .fault = std::move(object.reason)});
            }
            return {};
        },
        .piece = {},
    };
    MappedLog log(path, use);
    const auto done = log.read(enough.get_token(), takers);
    out.companionObjects = log.companions().objectCount();
    out.unusedObjects = log.companions().unusedCount();
    if (!done && (stop.stop_requested() || done.error().code != ErrorCode::cancelled)) {
        return std::unexpected(done.error());
    }
    return out;
}

} // namespace goldpan::ingest
