// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_origin.h"

#include "core/base/files.h"

#include <nlohmann/json.hpp>

namespace goldpan::ingest {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kMostBytes = 1 << 20;

/// The last line of the file, discarded where it is no object of ours.
Json lastOf(std::string_view text) {
    if (text.ends_with('\n')) {
        text.remove_suffix(1);
    }
    const std::size_t before = text.rfind('\n');
    Json last =
        Json::parse(before == std::string_view::npos ? text : text.substr(before + 1), nullptr, false);
    const bool isOurs = last.is_object() && last.contains("rules_hash") && last.contains("user_key") &&
                        last["rules_hash"].is_string() &&
                        (last["user_key"].is_string() || last["user_key"].is_null());
    return isOurs ? last : Json(Json::value_t::discarded);
}

} // namespace

Result<void> noteLogOrigin(const std::string& folder, const std::string& rulesHash,
                           const redact::UserKey& users, redact::KeyChange change, Timestamp now) {
    const std::string path = folder + '/' + kLogOriginName;
    const std::string mark = users.mark();
    const Json key = mark.empty() ? Json(nullptr) : Json(mark);
    auto text = readFile(path, kMostBytes);
    if (!text && text.error().code != ErrorCode::notFound) {
        return std::unexpected(text.error());
    }
    if (text) {
        const Json last = lastOf(*text);
        if (last.is_discarded()) {
            return fail(
                ErrorCode::corrupt,
                "what the lines of this log went through cannot be read; delete the file to begin anew",
                path);
        }
        if (last["user_key"] != key && change == redact::KeyChange::refused) {
            return fail(ErrorCode::refused, redact::changedKeyMessage(), folder);
        }
        if (last["user_key"] == key && last["rules_hash"] == rulesHash) {
            return {};
        }
    }
    const Json line{{"since", formatTimestamp(now)}, {"rules_hash", rulesHash}, {"user_key", key}};
    return writeFileAtomically(path, text.value_or("") + line.dump() + '\n');
}

} // namespace goldpan::ingest
