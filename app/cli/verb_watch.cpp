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
#include "core/ingest/profile_use.h"
#include "core/store/rule_sets.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <ostream>

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

Result<std::int64_t> rulesId(store::Store& store) {
    const auto current = store.ruleSets().current();
    return current ? Result<std::int64_t>(*current ? (*current)->id : 0) : std::unexpected(current.error());
}

/// Until the end, or until the store gets other rules; answers whether it did.
Result<bool> followByTheRules(const WatchOptions& options, const redact::UserKey& users, store::Store& store,
                              ingest::ImportReport& report, Io& io) {
    const auto rules = rulesId(store); // first: rules that come now are seen as others
    const auto redactor = rules ? store::redactorOf(store) : std::unexpected(rules.error());
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    bool isOutdated = false;
    ingest::LogFollower follower(store, **redactor,
                                 {.log = options.log,
                                  .operatorName = options.operatorName,
                                  .users = users,
                                  .keyChange = keyChange(options.newUserKey),
                                  .once = options.once,
                                  .keep = options.keep,
                                  .passedOver = [&io](int files) { tellPassedOver(io, files); },
                                  .hasOtherRules = [&]() -> Result<bool> {
                                      const auto now = rulesId(store);
                                      if (!now) {
                                          return std::unexpected(now.error());
                                      }
                                      return isOutdated = *now != *rules;
                                  }});
    const auto done = follower.run(report, io.stop);
    return done || isOutdated ? Result<bool>(isOutdated) : std::unexpected(done.error());
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
    if (auto followable = ingest::checkIsFollowable(options.log, io.stop); !followable) {
        return std::unexpected(followable.error());
    }
    if (auto made = makeStore(options, io); !made) {
        return std::unexpected(made.error());
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    ingest::ImportReport report;
    auto isOutdated = followByTheRules(options, *users, **store, report, io);
    while (isOutdated && *isOutdated) {
        io.err << "the store has other redaction rules; the log is followed with these from here on\n";
        isOutdated = followByTheRules(options, *users, **store, report, io);
    }
    const auto done = isOutdated ? Result<void>() : Result<void>(std::unexpected(isOutdated.error()));
    return tellImport(io, options.json, report, done);
}

void addWatch(VerbTable& verbs) {
    auto options = std::make_shared<WatchOptions>();
    auto& verb = verbs.add(
        "watch", "Follow a growing log into the store, also when it is rotated by renaming; Ctrl+C ends",
        options->json, [options](Io& io) { return runWatch(*options, io); });
    addStore(verb, *options);
    verb.add_option("LOG", options->log, "JSONL of Goldpan's own format, plain; may not be there yet")
        ->required();
    verb.add_flag("--once", options->once, "End where the log ends, instead of waiting for more");
    addKeep(verb, options->keep, KeepChoice::withoutReservoir);
    addUserKey(verb, options->userKey);
    addNewUserKey(verb, options->newUserKey);
    addRules(verb, options->rules,
             "Redaction rules for a new store, which keeps a copy; an existing one must have the same");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
