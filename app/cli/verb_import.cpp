// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_import.h"

#include "app/cli/import_report.h"
#include "app/cli/keep_option.h"
#include "app/cli/logged_corrections.h"
#include "app/cli/progress_line.h"
#include "app/cli/rules_file.h"
#include "app/cli/user_key_file.h"
#include "app/cli/verb_table.h"
#include "app/composition/store_factory.h"
#include "core/ingest/import_job.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <utility>

namespace goldpan::cli {
namespace {

bool hasStored(const ingest::ImportReport& report) {
    return report.tally.stored + report.tally.sampledOut + report.quarantined > 0;
}

Result<void> importInto(composition::StoreForImport& target, const ImportOptions& options,
                        const redact::UserKey& users, const ingest::ProfileUse& use, Io& io,
                        ingest::ImportReport& report) {
    if (auto brought =
            bringRules(target.store(), target.isNew(), options.rules, options.operatorName, io.clock);
        !brought) {
        return brought;
    }
    const auto redactor = store::redactorOf(target.store());
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    ProgressLine line(io, "import");
    ingest::ImportJob job(target.store(), **redactor);
    const ingest::ImportSpec spec{.logs = options.logs,
                                  .jobs = options.jobs,
                                  .operatorName = options.operatorName,
                                  .keep = options.keep,
                                  .users = users,
                                  .keyChange = keyChange(options.newUserKey),
                                  .use = use};
    return job.run(spec, report, line.callback(), io.stop);
}

/// A new store that nothing was stored in has no rules: the next import brings its own.
Result<void> publish(std::optional<composition::StoreForImport>& target, const ImportOptions& options,
                     const ingest::ImportReport& report) {
    if (target->isNew() && !options.rules.empty() && !hasStored(report)) {
        target.reset(); // first: a store is built by one at a time
        auto bare = composition::StoreForImport::open(options.store);
        if (!bare) {
            return std::unexpected(bare.error());
        }
        target.emplace(std::move(*bare));
    }
    return target->publish();
}

Result<ingest::ProfileUse> profileUse(const ImportOptions& options) {
    ingest::ProfileUse use{.companions = options.with};
    for (const auto& companion : options.with) {
        if (auto readable = checkReadable(companion); !readable) {
            return std::unexpected(readable.error());
        }
    }
    if (!options.profile.empty()) {
        auto profile = ingest::openProfile(options.profile);
        if (!profile) {
            return std::unexpected(profile.error());
        }
        use.profile = std::move(*profile);
    }
    return use;
}

} // namespace

Result<int> runImport(const ImportOptions& options, Io& io) {
    if (auto path = checkStorePath(options.store); !path) {
        return std::unexpected(path.error());
    }
    for (const auto& log : options.logs) { // before a store is made for nothing
        if (auto readable = checkReadable(log); !readable) {
            return std::unexpected(readable.error());
        }
    }
    const auto users = userKeyFrom(options.userKey);
    if (!users) {
        return std::unexpected(users.error());
    }
    if (auto rules = rulesFrom(options.rules); !rules) { // before a store is made for nothing
        return std::unexpected(rules.error());
    }
    const auto use = profileUse(options);
    if (!use) {
        return std::unexpected(use.error());
    }
    ingest::ImportReport report;
    Result<void> done;
    {
        auto opened = composition::StoreForImport::open(options.store, upgradeNotice(io));
        if (!opened) {
            return std::unexpected(opened.error());
        }
        std::optional target(std::move(*opened));
        done = importInto(*target, options, *users, *use, io, report);
        done = done ? publish(target, options, report) : done;
    } // closed, so that the corrections come to a store as any other program finds it
    std::optional<review::TextsTally> corrections;
    if (done && !report.corrections.empty()) {
        auto written = writeLoggedCorrections(options.store, report.corrections, options.operatorName, io);
        if (written) {
            corrections = std::move(*written);
        } else {
            done = std::unexpected(written.error());
        }
    }
    report.complete = done.has_value();
    return tellImport(io, options.json, report, done, corrections ? &*corrections : nullptr);
}

void addImport(VerbTable& verbs) {
    auto options = std::make_shared<ImportOptions>();
    auto& verb = verbs.add("import", "Read logs, redact and store them; makes the store where there is none",
                           options->json, [options](Io& io) { return runImport(*options, io); });
    addStore(verb, *options);
    verb.add_option("LOG", options->logs,
                    "JSONL or another tool's log, plain or gzipped; - is standard input")
        ->required();
    verb.add_option("--profile", options->profile, "How to read another tool's log: a name, or a file")
        ->type_name("NAME|FILE");
    verb.add_option("--with", options->with, "A companion file that the profile joins; again for more")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
    addKeep(verb, options->keep, KeepChoice::any);
    addUserKey(verb, options->userKey);
    addNewUserKey(verb, options->newUserKey);
    addRules(verb, options->rules,
             "Redaction rules for a new store, which keeps a copy; an existing one must have the same");
    verb.add_option("--jobs", options->jobs, "Decoding threads; 0 is one for each core")
        ->check(CLI::Range(0, 256))
        ->type_name("N");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
