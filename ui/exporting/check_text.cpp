// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/check_text.h"

#include "ui/common/visible_text.h"
#include "ui/exporting/check_filter.h"
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
/// Those that need nothing but the rows; a gold set and a number of tokens are asked for on the command line.
constexpr std::array kWarnings{"duplicate", "conflict", "stop_token", "broken_token", "identical"};

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
        {"duplicate", TEXT("duplicates"),
         TEXT("Another row asks the same, or nearly the same. The one that was corrected last stays.")},
        {"contaminated", TEXT("words of the gold set"),
         TEXT("They hold what the model is going to be evaluated with.")},
        {"conflict", TEXT("answered in two ways"),
         TEXT(
             "Another row asks exactly the same and is answered differently. Decide which answer is right.")},
        {"identical", TEXT("identical to the response"),
         TEXT("The correction says what the model said; to accept was meant, it seems.")},
        {"stop_token", TEXT("stop tokens in the text"),
         TEXT("A mark of a chat template was left in; the model would learn to end there.")},
        {"too_long", TEXT("too long"), TEXT("They have more tokens than the number that was given, about.")},
        {"broken_token", TEXT("broken placeholders"),
         TEXT("A placeholder in the correction is not written as it should be.")},
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
    QStringList names;
    for (const std::string& id : foundIds(reason, report)) {
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
