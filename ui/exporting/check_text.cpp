// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/check_text.h"

#include "ui/common/visible_text.h"
#include "ui/exporting/refusal_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace goldpan::ui {
namespace {

constexpr std::size_t kNamedIds = 5;
constexpr std::size_t kIdCharacters = 36;
constexpr std::size_t kReasonCharacters = 60;
constexpr std::array kWarnings{"identical"};

/// What people read of a check: which rows it found, and what that means.
struct Words {
    const char* reason;
    const char* name;
    const char* meaning;
};

class Checks {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ExportChecks)

public:
    /// Null for one that came later than this.
    static const Words* wordsOf(const std::string& reason);
};

const Words* Checks::wordsOf(const std::string& reason) {
#define TEXT(text) text // marks it for the translators: tools/translate tells lupdate so
    static constexpr Words kWords[]{
        {"no_tag", TEXT("no chosen tag"),
         TEXT("Corrected, but without a chosen tag. Choose their tags, or give them one.")},
        {"no_correction", TEXT("not corrected yet"),
         TEXT("With a chosen tag, but not corrected yet. Correct them, and they are in the next batch.")},
        {"no_label", TEXT("neither good nor bad"),
         TEXT("With a chosen tag, but nobody decided: neither accepted nor corrected, and no user said that "
              "it "
              "was bad.")},
        {"invalid", TEXT("not a valid row"), TEXT("This format cannot hold them as they are.")},
        {"pii", TEXT("PII in the correction"),
         TEXT("The correction holds personal data. Save it again without, or have it redacted on the way "
              "out.")},
        {"identical", TEXT("identical to the response"),
         TEXT("The correction says what the model said; to accept was meant, it seems.")},
    };
#undef TEXT
    const auto* found =
        std::ranges::find_if(kWords, [&](const Words& words) { return reason == words.reason; });
    return found == std::end(kWords) ? nullptr : found;
}

} // namespace

bool isChoice(const std::string& reason, exporting::Format format) {
    const bool compares = exporting::traitsOf(format).need == exporting::RowNeed::preference;
    return std::ranges::find(kWarnings, reason) != kWarnings.end() &&
           !(compares && reason == "identical"); // the same as right and as wrong teaches nothing
}

std::vector<std::string> checksOf(exporting::Format format) {
    const exporting::RowNeed need = exporting::traitsOf(format).need;
    if (need == exporting::RowNeed::nothing) {
        return {};
    }
    std::vector<std::string> out{
        "no_tag", need == exporting::RowNeed::judgement ? "no_label" : "no_correction", "invalid", "pii"};
    out.insert(out.end(), kWarnings.begin(), kWarnings.end());
    return out;
}

QString checkName(const std::string& reason) {
    const Words* words = Checks::wordsOf(reason);
    return words ? Checks::tr(words->name) : visibleLine(reason, kReasonCharacters);
}

QString checkMeaning(const std::string& reason) {
    const Words* words = Checks::wordsOf(reason);
    return words ? Checks::tr(words->meaning) : QString();
}

QString rowsText(const std::string& reason, const exporting::ExportReport& report) {
    const auto named = report.excludedIds.find(reason);
    if (named == report.excludedIds.end()) {
        return {};
    }
    QStringList names;
    for (const std::string& id : named->second) {
        if (static_cast<std::size_t>(names.size()) == kNamedIds) {
            names << QStringLiteral("…");
            break;
        }
        const auto why = report.invalidWhy.find(id);
        names << (reason == "invalid" && why != report.invalidWhy.end()
                      ? Checks::tr("%1 (%2)").arg(visibleLine(id, kIdCharacters), refusalText(why->second))
                      : visibleLine(id, kIdCharacters));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace goldpan::ui
