// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import_job.h"

#include "core/base/files.h"
#include "core/ingest/log_blocks.h"
#include "core/ingest/log_name.h"
#include "core/ingest/progress_teller.h"
#include "core/ingest/rules_guard.h"
#include "core/ingest/user_key_guard.h"
#include "core/profiles/shipped_profiles.h"
#include "core/sampling/reservoir.h"
#include "core/store/store.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

namespace goldpan::ingest {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMaxHeld = 1'000'000; // lines without one object: this is no log

int decodingThreads(int jobs) {
    const int wanted = jobs > 0 ? jobs : static_cast<int>(std::thread::hardware_concurrency());
    return std::clamp(wanted, 1, 64);
}

Error notJsonl(const std::string& path) {
    return {ErrorCode::notJsonl, "the file holds no JSON object on a line of its own; name a .jsonl log",
            path};
}

/// By what the rows of an import were redacted, and whether the store takes them.
struct Guards {
    RulesGuard rules;
    UserKeyGuard users;

    static Result<Guards> open(store::Store& store, const redact::Redactor& redactor,
                               const ImportSpec& spec) {
        auto rules = RulesGuard::open(store, redactor);
        if (!rules) {
            return std::unexpected(rules.error());
        }
        auto users =
            UserKeyGuard::open(store, spec.users, spec.keyChange, redactor.redacted(spec.operatorName));
        return users ? Result<Guards>({*rules, std::move(*users)}) : std::unexpected(users.error());
    }

    [[nodiscard]] Result<void> admit(const redact::RedactionCounts& counts) const {
        auto byTheRules = rules.admit();
        return byTheRules ? users.admit(counts) : byTheRules;
    }
};

/// One log into the store. Bad lines wait until the log has shown one object, so that a file that is no log
/// leaves no trace.
class LogImport {
public:
    /// `source` and `operatorName` as the store may hold them. `profiled` may be null.
    LogImport(store::Importer& importer, Guards& guards, const store::Keeping& keeping, std::string path,
              std::string source, std::string operatorName, ImportReport& report, ProfiledLog* profiled)
        : m_importer(importer)
        , m_guards(guards)
        , m_keeping(keeping)
        , m_path(std::move(path))
        , m_source(std::move(source))
        , m_operator(std::move(operatorName))
        , m_report(report)
        , m_profiled(profiled) {}

    Result<void> take(DecodedBlock& block) {
        m_report.pending += block.pending;
        if (m_profiled != nullptr) {
            m_profiled->tally.add(block.mapped);
            tellOfEarlier(block);
            std::ranges::move(block.corrections, std::back_inserter(m_report.corrections));
        }
        m_sawText = m_sawText || block.pending > 0 || !block.bad.empty();
        std::ranges::move(block.bad, std::back_inserter(m_held));
        if (!m_session && !block.hasObject) {
            return m_held.size() > kMaxHeld ? Result<void>(std::unexpected(notJsonl(m_path)))
                                            : Result<void>();
        }
        auto stored = m_guards.users.rememberBeforeRows();
        if (stored) {
            stored = begin();
        }
        if (stored) {
            stored = storeHeld();
        }
        return stored ? storeRows(block) : stored;
    }

    /// `isWhole`: the log was read to its end.
    Result<void> finish(bool isWhole) {
        if (m_session) {
            return m_session->finish();
        }
        return isWhole && m_sawText ? Result<void>(std::unexpected(notJsonl(m_path))) : Result<void>();
    }

private:
    Result<void> begin() {
        if (m_session) {
            return {};
        }
        auto session = m_importer.begin(m_source, m_operator, m_keeping);
        if (!session) {
            return std::unexpected(session.error());
        }
        m_session = std::move(*session);
        return {};
    }

    void tellOfEarlier(const DecodedBlock& block) {
        for (const auto& [name, tally] : block.earlier) {
            const auto log = std::ranges::find(m_report.profiled, name, &ProfiledLog::log);
            (log == m_report.profiled.end() ? *m_profiled : *log).tally.add(tally);
        }
    }

    Result<void> storeHeld() {
        if (m_held.empty()) {
            return {};
        }
        if (auto kept = m_session->quarantine(m_held); !kept) {
            return kept;
        }
        const auto count = std::ssize(m_held);
        m_report.read += count;
        m_report.quarantined += count;
        m_held.clear();
        return {};
    }

    Result<void> storeRows(const DecodedBlock& block) {
        if (block.rows.empty()) {
            return {};
        }
        const auto tally = m_session->add(
            block.rows, [&] { return m_guards.admit(block.redacted); },
            [&](const store::ImportTally& stored) { return m_guards.users.rememberFor(stored); });
        if (!tally) {
            return std::unexpected(tally.error());
        }
        m_report.tally.add(*tally);
        m_report.read += tally->stored + tally->duplicate +
                         tally->sampledOut; // fewer than the rows where the store broke off
        m_report.repaired += block.repaired;
        m_report.redacted.add(block.redacted);
        return {};
    }

    store::Importer& m_importer;
    Guards& m_guards;
    const store::Keeping& m_keeping;
    std::string m_path;
    std::string m_source;
    std::string m_operator;
    ImportReport& m_report;
    ProfiledLog* m_profiled; ///< null where no profile reads the log
    std::unique_ptr<store::ImportSession> m_session;
    std::vector<store::QuarantinedLine> m_held;
    bool m_sawText = false;
};

/// The named profile for every log; without one the log's own first objects decide.
/// `isLooked`: not at one of several pipes, whose writer may want to be read to the end before it opens the
/// next.
Result<ProfileChoice> choiceFor(const std::string& path, const ProfileUse& use, bool isLooked,
                                const std::stop_token& stop) {
    if (use.profile) {
        const bool isOurs = use.profile->name == profiles::kLessonProfile;
        return ProfileChoice{.profile = isOurs ? nullptr : use.profile};
    }
    return isLooked ? chooseProfile(path, stop) : ProfileChoice{};
}

} // namespace

ImportJob::ImportJob(store::Store& store, const redact::Redactor& redactor)
    : m_store(store)
    , m_redactor(redactor) {}

Result<void> ImportJob::run(const ImportSpec& spec, ImportReport& report, const ProgressFn& progress,
                            std::stop_token stop) {
    const auto begun = SteadyClock::now();
    report = {};
    Result<void> result;
    try {
        result = runLogs(spec, report, progress, stop);
    } catch (const std::exception& problem) {
        result = fail(ErrorCode::internal, std::string("the import broke off: ") + problem.what());
    }
    report.complete = result.has_value();
    report.seconds = std::chrono::duration<double>(SteadyClock::now() - begun).count();
    return result;
}

Result<void> ImportJob::runLogs(const ImportSpec& spec, ImportReport& report, const ProgressFn& progress,
                                const std::stop_token& stop) {
    if (spec.logs.empty()) {
        return fail(ErrorCode::usage, "no log is named");
    }
    for (const auto& path : spec.logs) { // all of them, before anything of the first is stored
        if (isSameFile(path, m_store.path())) {
            return fail(ErrorCode::usage, "this is the store itself, not a log", path);
        }
        if (auto checked = LogSource::check(path); !checked) {
            return checked;
        }
    }
    auto guards = Guards::open(m_store, m_redactor, spec);
    if (!guards) {
        return std::unexpected(guards.error());
    }
    std::vector<ProfileUse> uses;
    std::vector<std::optional<ProfiledLog>> profiled; // beside the logs
    for (const auto& path : spec.logs) {
        const bool isLooked = spec.logs.size() == 1 || path == "-" || LogSource::sizeOf(path);
        auto choice = choiceFor(path, spec.use, isLooked, stop);
        if (!choice) {
            return std::unexpected(choice.error());
        }
        if (!spec.use.companions.empty() && (!choice->profile || choice->profile->join.empty())) {
            return fail(ErrorCode::usage,
                        "nothing joins a companion file to this log; name a profile that does", path);
        }
        profiled.push_back(choice->profile
                               ? std::optional(ProfiledLog{.log = m_redactor.redacted(sourceName(path)),
                                                           .profile = choice->profile->name,
                                                           .reason = choice->reason,
                                                           .joins = !choice->profile->join.empty(),
                                                           .tally = {},
                                                           .sha256 = choice->profile->sha256})
                               : std::nullopt);
        uses.push_back({.profile = std::move(choice->profile),
                        .companions = spec.use.companions,
                        .begun = std::move(choice->begun),
                        .isOnlyLog = spec.logs.size() == 1});
    }
    sharePairs(uses, spec.logs);
    std::vector<LogBlocks> logs;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        logs.emplace_back(spec.logs[i], m_redactor, spec.users,
                          LogBlocks::Decoding{decodingThreads(spec.jobs), m_store.importer().bytesAtOnce()},
                          std::move(uses[i]));
    }
    store::Importer& importer = m_store.importer();
    store::Keeping keeping{.rule = spec.keep};
    std::optional<sampling::Reservoir> reservoir;
    ProgressTeller teller(progress, spec.logs, spec.keep.kind == sampling::KeepRule::Kind::reservoir ? 2 : 1);
    if (spec.keep.kind == sampling::KeepRule::Kind::reservoir) {
        reservoir.emplace(spec.keep.perHour);
        keeping.reservoir = &*reservoir;
        for (auto& log : logs) {
            const auto count = [&](const DecodedBlock& block) {
                teller.at(block.bytesRead, 0);
                return importer.countHealthy(block.rows, *reservoir);
            };
            if (auto counted = log.look(stop, count); !counted) {
                return counted;
            }
            teller.endLog();
        }
        if (auto settled = importer.settle(*reservoir); !settled) {
            return settled;
        }
    }
    for (std::size_t i = 0; i < logs.size(); ++i) {
        auto& log = logs[i];
        auto* const profile = profiled[i] ? &report.profiled.emplace_back(std::move(*profiled[i])) : nullptr;
        if (profile != nullptr) {
            if (auto kept = importer.rememberProfile(m_redactor.redacted(profile->profile), profile->sha256);
                !kept) {
                return kept;
            }
        }
        LogImport target(importer, *guards, keeping, log.path(), m_redactor.redacted(sourceName(log.path())),
                         m_redactor.redacted(spec.operatorName), report, profile);
        bool storeFailed = false;
        const auto stored = log.read(stop, [&](DecodedBlock& block) {
            const auto bytes = block.bytesRead;
            auto taken = target.take(block);
            storeFailed = !taken;
            if (taken) {
                teller.at(bytes, report.read);
            }
            return taken;
        });
        if (!stored && !storeFailed && stored.error().code != ErrorCode::cancelled) {
            (void)target.finish(false); // what could be read is kept; the first error is the one to tell
        }
        if (!stored) {
            return stored;
        }
        if (auto finished = target.finish(true); !finished) {
            return finished;
        }
        teller.endLog();
    }
    return {};
}

} // namespace goldpan::ingest
