// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_watch.h"

#include "app/cli/import_report.h"
#include "app/cli/keep_option.h"
#include "app/cli/rules_file.h"
#include "app/cli/user_key_file.h"
#include "app/cli/verb_table.h"
#include "app/composition/store_factory.h"
#include "core/ingest/log_follower.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace goldpan::cli {
namespace {

/// A store that is built shows nothing before it is done, which a watch never is: it begins with an empty
/// one.
Result<void> makeStore(const WatchOptions& options, Io& io) {
    auto target = composition::StoreForImport::open(options.store, upgradeNotice(io));
    if (!target) {
        return std::unexpected(target.error());
    }
    auto brought =
        bringRules(target->store(), target->isNew(), options.rules, options.operatorName, io.clock);
    return brought ? target->publish() : brought;
}

void tellPassedOver(Io& io, int files) {
    io.err << "nobody followed this log into this store before: " << files
           << (files == 1 ? " file" : " files")
           << " that it was rotated to earlier stay as they are; goldpan-cli import brings them in\n";
}

} // namespace

Result<int> runWatch(const WatchOptions& options, Io& io) {
    if (auto path = checkStorePath(options.store); !path) {
        return std::unexpected(path.error());
    }
    const auto users = userKeyFrom(options.userKey);
    if (!users) {
        return std::unexpected(users.error());
    }
    if (auto rules = rulesFrom(options.rules); !rules) { // before a store is made for nothing
        return std::unexpected(rules.error());
    }
    if (auto made = makeStore(options, io); !made) {
        return std::unexpected(made.error());
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    ingest::LogFollower follower(**store, **redactor,
                                 {.log = options.log,
                                  .operatorName = options.operatorName,
                                  .users = *users,
                                  .keyChange = keyChange(options.newUserKey),
                                  .once = options.once,
                                  .keep = options.keep,
                                  .passedOver = [&io](int files) { tellPassedOver(io, files); }});
    ingest::ImportReport report;
    const auto done = follower.run(report, io.stop);
    return tellImport(io, options.json, report, done);
}

void addWatch(VerbTable& verbs) {
    auto options = std::make_shared<WatchOptions>();
    auto& verb = verbs.add(
        "watch", "Follow a growing log into the store, also when it is rotated by renaming; Ctrl+C ends",
        options->json, [options](Io& io) { return runWatch(*options, io); });
    addStore(verb, *options);
    verb.add_option("LOG", options->log, "JSONL, plain; may not be there yet")->required();
    verb.add_flag("--once", options->once, "End where the log ends, instead of waiting for more");
    addKeep(verb, options->keep, KeepChoice::withoutReservoir);
    addUserKey(verb, options->userKey);
    addNewUserKey(verb, options->newUserKey);
    addRules(verb, options->rules,
             "Redaction rules for a new store, which keeps a copy; an existing one must have the same");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
