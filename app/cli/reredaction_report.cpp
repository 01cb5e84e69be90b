// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reredaction_report.h"

#include "core/redact/scan/token_shape.h"

#include <filesystem>
#include <ostream>

namespace goldpan::cli {
namespace {

constexpr std::size_t kShownDigits = 12;

/// Where it was not, `at` is the moment of the confirmation.
bool wasPreviewed(const store::PendingReredaction& pending) {
    return !pending.confirmedAt || pending.at != *pending.confirmedAt;
}

bool isThere(const store::OldCopy& copy) {
    std::error_code error;
    const auto type = std::filesystem::status(copy.path, error).type();
    return type != std::filesystem::file_type::not_found; // one that cannot be asked may be there
}

/// By this name nobody finds it: the file kept its own, and nothing says which.
bool isPathRedacted(const store::OldCopy& copy) {
    for (std::size_t at = copy.path.find('['); at != std::string::npos; at = copy.path.find('[', at + 1)) {
        if (redact::tokenLikeAt(copy.path, at) > 0) {
            return !isThere(copy);
        }
    }
    return false;
}

/// Of one that was broken off nothing may ever have stood there.
bool isGone(const store::OldCopy& copy) {
    return copy.isComplete && !isPathRedacted(copy) && !isThere(copy);
}

} // namespace

std::string shortHash(const std::string& rulesHash) {
    return rulesHash.substr(0, kShownDigits);
}

std::string saidOf(const store::PendingReredaction& pending) {
    return "the rules " + shortHash(pending.rulesHash) +
           (wasPreviewed(pending) ? ", previewed by " : ", confirmed by ") + plainText(pending.operatorName) +
           " at " + formatTimestamp(pending.at);
}

Json previewJson(const std::optional<store::PendingReredaction>& pending) {
    return pending && wasPreviewed(*pending) ? Json{{"rules", pending->rulesHash},
                                                    {"operator", pending->operatorName},
                                                    {"ts", jsonTime(pending->at)}}
                                             : Json(nullptr);
}

Json copiesJson(const std::vector<store::OldCopy>& copies) {
    auto out = Json::array();
    for (const auto& copy : copies) {
        out.push_back({{"kind", store::copyKindName(copy.kind)},
                       {"path", copy.path},
                       {"path_redacted", isPathRedacted(copy)},
                       {"ts", jsonTime(copy.at)},
                       {"batch", copy.batch ? Json(copy.batch->value) : Json(nullptr)},
                       {"complete", copy.isComplete},
                       {"gone", isGone(copy)}});
    }
    return out;
}

void printCopies(Io& io, const std::vector<store::OldCopy>& copies) {
    if (copies.empty()) {
        return;
    }
    io.out << "\nNot reached, may hold old text:\n";
    for (const auto& copy : copies) {
        io.out << "  " << store::copyKindName(copy.kind) << ' ' << formatTimestamp(copy.at) << "  "
               << plainText(copy.path)
               << (copy.isComplete ? "" : " (not complete; what there is of it may be called .tmp-...)")
               << (isPathRedacted(copy) ? " (the path is redacted, the file has its old name still)" : "")
               << (isGone(copy) ? " (gone: no such file is there any more)" : "") << '\n';
    }
}

void printTally(Io& io, const redact::Redactor& redactor, const store::ReredactionTally& tally) {
    printTable(io.out, {{"rules", redactor.rulesHash()},
                        {"rows", std::to_string(tally.rows)},
                        {"texts", std::to_string(tally.fields)},
                        {"in", countsText(tally.byField)},
                        {"found", countsText(countsByType(tally.counts, false))},
                        {"acts", std::to_string(tally.acts) + " that can no longer be undone"},
                        {"saved queues", std::to_string(tally.queues) +
                                             " that go, as their filters hold what the rules redact"}});
}

Json tallyJson(const redact::Redactor& redactor, const store::ReredactionTally& tally) {
    return {{"rules", redactor.rulesHash()},
            {"rows", tally.rows},
            {"texts", tally.fields},
            {"fields", tally.byField},
            {"counts", countsByType(tally.counts, false)},
            {"acts", tally.acts},
            {"queues_dropped", tally.queues}};
}

} // namespace goldpan::cli
