// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/verb_backup.h"
#include "app/cli/verb_check.h"
#include "app/cli/verb_correct.h"
#include "app/cli/verb_corrections.h"
#include "app/cli/verb_drift.h"
#include "app/cli/verb_export.h"
#include "app/cli/verb_feedback.h"
#include "app/cli/verb_gate.h"
#include "app/cli/verb_history.h"
#include "app/cli/verb_import.h"
#include "app/cli/verb_index.h"
#include "app/cli/verb_log.h"
#include "app/cli/verb_policy.h"
#include "app/cli/verb_profiles.h"
#include "app/cli/verb_queue.h"
#include "app/cli/verb_readiness.h"
#include "app/cli/verb_redact.h"
#include "app/cli/verb_reredact.h"
#include "app/cli/verb_retrain.h"
#include "app/cli/verb_review.h"
#include "app/cli/verb_rules.h"
#include "app/cli/verb_show.h"
#include "app/cli/verb_stats.h"
#include "app/cli/verb_suggestions.h"
#include "app/cli/verb_table.h"
#include "app/cli/verb_tag.h"
#include "app/cli/verb_undo.h"
#include "app/cli/verb_verify.h"
#include "app/cli/verb_watch.h"

#include <CLI/CLI.hpp>

namespace goldpan::cli {

void describeCommandLine(CLI::App& root, VerbTable& verbs) {
    root.name("goldpan-cli");
    root.description("Turns a production model's redacted log into gold corrections.");
    root.set_version_flag("--version", std::string("goldpan-cli ") + GOLDPAN_VERSION);
    root.require_subcommand(1); // also keeps later words, such as `import`, from being taken for verbs
    addImport(verbs);
    addProfiles(verbs);
    addWatch(verbs);
    addLog(verbs);
    addDrift(verbs);
    addFeedback(verbs);
    addTag(verbs);
    addQueue(verbs);
    addShow(verbs);
    addCorrect(verbs);
    addReview(verbs);
    addUndo(verbs);
    addRedo(verbs);
    addHistory(verbs);
    addCorrections(verbs);
    addSuggestions(verbs);
    addExport(verbs);
    addVerify(verbs);
    addReadiness(verbs);
    addGate(verbs);
    addRetrain(verbs);
    addRedact(verbs);
    addRulesVerb(verbs);
    addReredact(verbs);
    addPolicy(verbs);
    addIndex(verbs);
    addStats(verbs);
    addCheck(verbs);
    addBackup(verbs);
}

} // namespace goldpan::cli
