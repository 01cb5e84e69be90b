// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/settled_spec.h"

#include "core/domain/log_entry.h"
#include "core/domain/row_check.h"
#include "core/store/redacted_filter.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace goldpan::exporting {
namespace {

Result<void> checkOptions(const ExportSpec& spec) {
    for (const auto& name : spec.exclude) {
        const auto check = rowCheckFromName(name);
        if (!check) {
            return fail(
                ErrorCode::usage,
                "no check has this name; there are duplicate, contaminated, conflict, identical, stop_token, "
                "too_long and broken_token",
                name);
        }
        if (check == RowCheck::contaminated && spec.goldFile.empty()) {
            return fail(ErrorCode::usage, "what is contaminated can be told only with a gold set; name it",
                        name);
        }
        if (check == RowCheck::tooLong && spec.maxTokens == 0) {
            return fail(ErrorCode::usage,
                        "what is too long can be told only with a number of tokens; name it", name);
        }
    }
    if (spec.maxTokens < 0) {
        return fail(ErrorCode::usage, "the number of tokens must be positive");
    }
    if (!(spec.splitShare >= 0 && spec.splitShare < 1)) { // nor NaN
        return fail(ErrorCode::usage, "the share for validation lies between 0 and 1");
    }
    const bool checked = traitsOf(spec.format).need != RowNeed::nothing;
    if (!checked &&
        (spec.splitShare != 0 || spec.maxTokens != 0 || !spec.goldFile.empty() || !spec.keep.empty())) {
        return fail(ErrorCode::usage, "a batch of whole rows is neither checked nor split",
                    std::string(formatName(spec.format)));
    }
    return {};
}

} // namespace

Result<ExportSpec> settledSpec(ExportSpec spec, const redact::Redactor& redactor) {
    if (auto fits = checkOptions(spec); !fits) {
        return std::unexpected(fits.error());
    }
    if (spec.filterLeftOut) {
        return fail(ErrorCode::refused,
                    "the filter of that batch held PII and was not kept, and without it the batch would hold "
                    "other rows; give the filter again");
    }
    for (auto& tag : spec.tags) {
        tag = redactor.redacted(tag);
    }
    for (auto& [id, reason] : spec.keep) { // an id is as the store has it, whatever it looks like
        reason = redactor.redacted(reason);
    }
    normalizeTags(spec.tags);
    normalizeTags(spec.exclude);
    return spec;
}

ExportSpec specWithoutPii(ExportSpec spec, const redact::Redactor& redactor) {
    if (store::filterHoldsPii(spec.filterText, redactor)) {
        spec.filterText.clear();
        spec.filterLeftOut = true;
    }
    if (!spec.goldFile.empty()) { // it is asked for again by whoever starts elsewhere
        spec.goldFile =
            redactor.redacted(std::filesystem::absolute(spec.goldFile).lexically_normal().string());
    }
    return spec;
}

std::map<std::string, std::string> withoutKeptInVain(std::map<std::string, std::string> keep,
                                                     const std::vector<std::string>& inVain,
                                                     const redact::Redactor& redactor) {
    std::map<std::string, std::string> out;
    for (auto& [id, reason] : keep) {
        const std::string written = redactor.redacted(id);
        const bool isInVain = std::ranges::find(inVain, written) != inVain.end();
        out.emplace(isInVain ? written : id, std::move(reason));
    }
    return out;
}

ExportSpec specOfManifest(ExportSpec spec) {
    spec.goldFile = std::filesystem::path(spec.goldFile).filename().string();
    return spec;
}

std::string specTextOfManifest(const std::string& specText) {
    const auto spec = specFromText(specText);
    return spec ? specToText(specOfManifest(*spec)) : specText;
}

std::map<std::string, std::string> notChecked(const ExportSpec& spec, const Policy& policy) {
    std::map<std::string, std::string> out;
    if (traitsOf(spec.format).need == RowNeed::nothing) {
        return out;
    }
    for (const RowCheck check : policy.exportExclude) {
        if (check == RowCheck::contaminated && spec.goldFile.empty()) {
            out[std::string(rowCheckName(check))] = "no gold set";
        } else if (check == RowCheck::tooLong && spec.maxTokens == 0) {
            out[std::string(rowCheckName(check))] = "no number of tokens";
        }
    }
    return out;
}

} // namespace goldpan::exporting
