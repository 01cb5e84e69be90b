// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's target for the profile engine. The first line of an input is the name of a shipped profile, or
// a profile's JSON, or anything else, and then the log says which one fits; the rest is the log, and behind
// the byte 1E a companion file. Every object has to become rows or a reason.
#include "core/base/json_tree.h"
#include "core/domain/log_row.h"
#include "core/ingest/mapped_log.h"
#include "core/ingest/mapped_rows.h"
#include "core/profiles/shipped_profiles.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/row_fault.h"

#include <algorithm>
#include <memory>
#include <set>

namespace goldpan::ingest {
namespace {

struct Input {
    std::string_view profile;
    std::string_view log;
    std::string_view companion;
};

Input inputOf(std::string_view bytes) {
    constexpr char kCompanion = '\x1E';
    const auto line = std::min(bytes.find('\n'), bytes.size());
    const auto rest = bytes.substr(std::min(line + 1, bytes.size()));
    const auto end = std::min(rest.find(kCompanion), rest.size());
    return {bytes.substr(0, line), rest.substr(0, end), rest.substr(std::min(end + 1, rest.size()))};
}

std::shared_ptr<const profiles::Profile> shared(Result<profiles::Profile> profile) {
    return profile ? std::make_shared<const profiles::Profile>(std::move(*profile)) : nullptr;
}

/// None where the input's own is no profile, which has to be said.
std::shared_ptr<const profiles::Profile> profileFor(const Input& input, const std::string& path) {
    if (input.profile.starts_with('{')) {
        auto read = profiles::readProfile(input.profile, profiles::shippedText);
        test::abortOn(!read && read.error().message.empty() ? "no profile, and no reason" : "");
        return shared(std::move(read));
    }
    if (auto named = shared(profiles::shippedProfile(input.profile))) {
        return named;
    }
    const auto choice = chooseProfile(path, {});
    if (choice && choice->profile) {
        return choice->profile;
    }
    const auto& all = profiles::shippedProfiles();
    return std::make_shared<const profiles::Profile>(all[input.log.size() % all.size()]);
}

/// What became of one log.
class Account {
public:
    void add(const MappedRecord& record) {
        m_lines.insert(record.line);
        if (const auto* none = std::get_if<profiles::Unmapped>(&record.outcome)) {
            test::abortOn(none->reason.empty() ? "a record was left out without a reason" : "");
            return;
        }
        const auto& row = std::get<profiles::MappedRow>(record.outcome);
        const auto mapped = parseJsonTree(logRow(row.entry));
        test::abortOn(mapped ? "" : "a row was made that is no JSON: " + logRow(row.entry));
        redact::RedactionCounts counts;
        const auto decoded = m_decoder.decode(lineOf(row), counts);
        test::abortOn(decoded ? test::rowFault(decoded->row.entry, m_decoder) : "");
    }

    void add(const BadObject& object) {
        test::abortOn(object.reason.empty() ? "an object was refused without a reason" : "");
        if (object.companion.empty()) {
            m_lines.insert(object.line);
        }
    }

    /// Of a log of lines: each one that is not blank.
    void checkLines(std::string_view log) const {
        for (std::int64_t number = 1; !log.empty(); ++number) {
            const auto end = std::min(log.find('\n'), log.size());
            const bool isBlank = log.substr(0, end).find_first_not_of(" \t\r") == std::string_view::npos;
            if (!isBlank && !m_lines.contains(number)) {
                test::abortOn("nothing was said of line " + std::to_string(number));
            }
            log.remove_prefix(std::min(end + 1, log.size()));
        }
    }

private:
    static const redact::Redactor& redactor() {
        static const redact::Redactor one;
        return one;
    }

    EntryDecoder m_decoder{redactor()};
    std::set<std::int64_t> m_lines;
};

void readByProfile(const Input& input) {
    const test::MemoryFile log(input.log);
    const test::MemoryFile companion(input.companion);
    ProfileUse use{.profile = profileFor(input, log.path())};
    if (!use.profile) {
        return;
    }
    if (!input.companion.empty()) {
        use.companions.push_back(companion.path());
    }
    Account account;
    const MappedLog::Takers takers{
        .record = [&](const MappedRecord& record) -> Result<void> {
            account.add(record);
            return {};
        },
        .bad = [&](const BadObject& object) -> Result<void> {
            account.add(object);
            return {};
        },
        .piece = {},
    };
    MappedLog reading(log.path(), use);
    const auto done = reading.read({}, takers);
    const bool arePairs = use.profile->pairs.has_value(); // a begun run is told of at its end
    const bool isPacked = input.log.starts_with("\x1F\x8B");
    const bool isMarked = input.log.starts_with("\xEF"); // of byte order
    if (done && reading.kind() == profiles::FileKind::lines && !arePairs && !isPacked && !isMarked) {
        account.checkLines(input.log);
    }
}

} // namespace
} // namespace goldpan::ingest

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    goldpan::ingest::readByProfile(goldpan::ingest::inputOf({reinterpret_cast<const char*>(bytes), size}));
    return 0;
}
