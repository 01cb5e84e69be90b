// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/core_text.h"

#include "ui/common/act_text.h"
#include "ui/common/sentence_pattern.h"
#include "ui/common/text_bridge.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <string_view>
#include <vector>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::CoreText)

public:
    static std::span<const char* const> sentences();
};

std::span<const char* const> Words::sentences() {
#define TEXT(text) text // marks it for the translators: tools/translate tells lupdate so
    static constexpr std::array kSentences{
        // filters
        TEXT("no parenthesis is open here"),
        TEXT("- stands right before what it excludes; to search for it write \"-\""),
        TEXT("a term is excluded once; quote a text that begins with - or NOT"),
        TEXT("a comparison has no spaces, as in logprob<-3; to search for the word quote it"),
        TEXT("a term is missing after this"),
        TEXT("a term is missing before OR; to search for the word write \"OR\""),
        TEXT("parentheses are nested too deep"),
        TEXT("this parenthesis is not closed"),
        TEXT("%1: needs a value right after the colon"),
        TEXT("there is no field %1:; to search for text with a colon, put it in double quotes"),
        TEXT("%1: takes a colon; to search for this text quote it"),
        TEXT("a comparison needs a number right after it, as in logprob<-3"),
        TEXT("is: takes low-confidence, flagged, draft or pii"),
        TEXT("state: takes unreviewed, corrected, accepted, discarded or deferred"),
        TEXT("%1 takes a date (2025-06-12) or a time (2025-06-12T03:04:05), UTC"),
        TEXT("drift: takes last or the number of a window, counted by time from 1"),
        TEXT("batch: takes the number of a batch, counted from 1"),
        TEXT("%1: takes only none; compare with < <= > >= or ="),
        TEXT("a comparison needs a number, as in logprob<-3 or latency>=2000"),
        TEXT("inside quotes a backslash is written \\\\ and a quote \\\""),
        TEXT("the quote is not closed"),
        TEXT("a space is missing after the closing quote"),
        TEXT("there is nothing between the quotes"),
        TEXT("the regular expression is not closed by a slash; quote the text to search for a slash"),
        TEXT("there is nothing between the slashes"),
        TEXT("the quote is not closed; to search for a quote write \"\\\"\""),
        TEXT("a field takes one value, not a group; quote a value in parentheses"),
        TEXT("quotes must stand around the whole value"),
        TEXT("the regular expression is not valid: %1"),
        TEXT("the store has no row with this request id"),
        TEXT("the store has %1 drift windows"),
        // review
        TEXT("%1 has no act to undo"),
        TEXT("%1 has no undone act to do again"),
        TEXT("act %1 is already undone"),
        TEXT("act %1 cannot be undone: its words were re-redacted by act %2"),
        TEXT("act %1 cannot be done again: its words were re-redacted by act %2"),
        TEXT("act %1 is a re-redaction: what it took away is nowhere any more"),
        TEXT("act %1 cannot be undone: act %2 (%3 by %4) has built on it; undo that first"),
        TEXT("act %1 cannot be done again: act %2 (%3 by %4) has built on it; undo that first"),
        TEXT("act %1 cannot be undone: a row it changed is different now; see the history of the row"),
        TEXT("act %1 cannot be done again: a row it changed is different now; see the history of the row"),
        TEXT("act %1 is not undone, so there is nothing to do again"),
        TEXT("the journal has no act %1; see goldpan-cli history"),
        TEXT("a state in the journal is damaged; run check on the store"),
        TEXT("a correction in the journal is damaged; run check on the store"),
        TEXT("the correction that was to be used was taken back or changed; nothing was done"),
        TEXT("a correction cannot be empty; discard the row instead"),
        TEXT("a tag cannot be empty"),
        TEXT("a tag can be 200 bytes long at most"),
        TEXT("a tag is one line of valid text"),
        TEXT("there is no saved queue of that name any more"),
        TEXT("another saved queue has that name; choose another one"),
        TEXT("somebody has saved a newer queue of that name; it was left as it is"),
        TEXT("a queue needs a name of one line, of at most %1 bytes"),
        TEXT("the filter holds PII, and with a token in its place it would find other rows; take the PII out "
             "of it"),
        TEXT("the filter of that batch held PII and was not kept, and without it the batch would hold other "
             "rows; give the filter again"),
        TEXT("the allow-list has no such value any more"),
        TEXT("a rule set is at most 1 MB; is this the right file?"),
        TEXT("the rule set is not JSON from here on"),
        TEXT("a rule set nests at most 8 deep"),
        TEXT("a key is given twice in one object"),
        TEXT("somebody else has changed the store's redaction rules meanwhile; look at them first"),
        TEXT("a rule set has at most 200 rules"),
        TEXT("a rule set has at most 10000 values that are never redacted"),
        TEXT("a token is 2 to 32 capitals and _, such as [CUSTOMER_NO]; one or two digits only behind a _, "
             "such "
             "as [LINE_2]"),
        TEXT("[DROPPED] stands for texts that could not be redacted; choose another token"),
        TEXT("a pattern has 1 to 4096 bytes"),
        TEXT("a value that is never redacted has 1 to 512 bytes"),
        TEXT("a value that is never redacted has no blank at its ends"),
        TEXT("a * stands only before the @ of a mail domain, such as *@example.com"),
        TEXT("stopped on request; nothing was changed"),
        TEXT("stopped on request; what was built is kept, run it again to go on"),
        TEXT("stopped on request"),
        TEXT("another program dropped the index; build it again if it is wanted"),
        TEXT("the policy is set, but not every row is marked by it yet; set it again to finish"),
        TEXT("the policy has no such key"),
        TEXT("the policy value is not a number in its range"),
        TEXT("the policy value is not a whole number in its range"),
        TEXT("the store has no such row"),
        TEXT("a row of the store has no text; see goldpan-cli check"),
        TEXT("a row holds JSON that cannot be read; run goldpan-cli check on the store"),
        // logs of other tools
        TEXT("%1 in %2 of the first %3 objects"),
        TEXT("%1 in %2 of the first %3 object"),
        TEXT("the file holds server-sent events"),
        TEXT("several answers, of which the first counts"),
        TEXT("feedback of a trace, given to several of its calls"),
        TEXT("a correction that holds no words"),
        TEXT("thumbs up beside thumbs down"),
        TEXT("several corrections, of which the last counts"),
        TEXT("more feedback than a row keeps, of which the last counts"),
        TEXT("what stands around several rows is long, and kept with a few of them"),
        TEXT("a correction by a judge or a program"),
        TEXT("there is no question beside the answer"),
        TEXT("tool arguments that are encoded twice"),
        TEXT("the conversation ends without an answer"),
        TEXT("no content was recorded"),
        TEXT("there is no answer"),
        TEXT("the run was never finished"),
        TEXT("the begin of the run was not seen"),
        TEXT("the run was begun more than once"),
        TEXT("not asked for"),
        TEXT("the call failed"),
        TEXT("not an LLM call"),
        TEXT("no content was recorded: LiteLLM stores prompts in spend logs only where it is told to"),
        TEXT("the stream ended before the answer did"),
        TEXT("the stream ended with an error"),
        TEXT("an event of the stream is no JSON"),
        TEXT("several streamed answers stand in one response"),
        TEXT("none of the records that the profile reads is in it"),
        TEXT("nothing joins a companion file to this log; name a profile that does"),
        // files
        TEXT("no log is named"),
        TEXT("this is the store itself, not a log"),
        TEXT("a folder is no log; name the files in it"),
        TEXT("the compressed data is damaged; fetch the file again"),
        TEXT("unexpected end of compressed data; fetch the file again"),
        TEXT("there is other data behind the compressed text; unpack the file first"),
        TEXT("the file holds not one JSON object; nothing was read"),
        TEXT("the import broke off: %1"),
        TEXT("the import was stopped"),
        TEXT("the store got other redaction rules meanwhile, and what was read is not stored by the old "
             "ones; import again, what is stored is passed over"),
        TEXT("the store's user ids are hashed with another key by now; the rest of the log is not stored. "
             "Begin again with that key"),
        TEXT("Qt's SQLite driver is missing; install libqt6sql6-sqlite"),
        TEXT("the file is there already; choose another name or open it"),
        TEXT("the log of a store that was here before is still there; move it away and import again"),
        TEXT("another import is making this store; wait for it and run this again"),
        TEXT("another program made this store meanwhile; run the import again to add to it"),
        TEXT("the store has to be brought up to date first, and another program has it open; close that one "
             "and try again"),
        TEXT("the store was written by a later version of Goldpan (schema %1, this program knows %2); "
             "update Goldpan"),
        TEXT("the file of the open store was deleted, moved or replaced; what is written now would be lost, "
             "so "
             "nothing is until that file is back"),
        TEXT("this is a folder, not a store"),
        TEXT("the file is no Goldpan store; goldpan-cli import makes one from a log"),
        TEXT("the file is a SQLite database, but no Goldpan store"),
        TEXT("the file system cannot hold a shared store; copy it to a local disk"),
        TEXT("this is a device or a pipe, not a file; name another"),
        TEXT("this is a folder; add / to its name to write a batch into it"),
        TEXT("the folder to write into is not there; make it first"),
        TEXT("the batch would replace the store itself; choose another name"),
        TEXT("a file of this name is part of the store beside it; choose another name"),
        TEXT("this is a store; choose another name"),
        TEXT("another export is writing this batch; wait for its end or choose another name"),
        TEXT("the name of the batch is not UTF-8, so no manifest could say it"),
        TEXT("this is the name of a manifest; name the batch that it is to be beside"),
        TEXT("the batch would replace its gold set; choose another name"),
        TEXT("the gold set is compressed; unpack it first"),
        TEXT("the export of this batch was stopped before its files had their names; run it again, or verify "
             "it with --store and the store that wrote it"),
        TEXT("the export needs a file name, or a folder name that ends in /"),
        TEXT("zlib could not start"),
        TEXT("this is not the manifest of a Goldpan batch"),
        TEXT("the manifest was written by a later version of Goldpan; update to read it"),
        TEXT("the export spec is not a JSON object"),
        TEXT("the export spec needs a list of texts here"),
        TEXT("the export spec needs true or false here"),
        TEXT("the export spec has a format that this version does not know"),
        TEXT("the export spec has a key that this version does not know"),
        TEXT("the policy value is not a list of checks, or none"),
        TEXT("the export spec needs a reason by request id here"),
        TEXT("the export spec needs a number here"),
        TEXT("the gold set has something here that is no evaluation case: it needs messages, or a prompt, "
             "perhaps with a reference"),
        TEXT("the gold set holds no evaluation case"),
        TEXT("no check has this name; there are duplicate, contaminated, conflict, identical, stop_token, "
             "too_long and broken_token"),
        TEXT("what is contaminated can be told only with a gold set; name it"),
        TEXT("what is too long can be told only with a number of tokens; name it"),
        TEXT("the number of tokens must be positive"),
        TEXT("the share for validation lies between 0 and 1"),
        TEXT("a batch of whole rows is neither checked nor split"),
        // readiness; the longer ones first where a shorter one would match them too
        TEXT("no drift is recorded"),
        TEXT("the window was trained on with batch %1"),
        TEXT("the drift lies in the future"),
        TEXT("collect more: %1 of %2 corrected rows in the window"),
        TEXT("%1 corrected rows in the window of the drift"),
        TEXT("no row has a time to count from"),
        TEXT("the time to count from lies in the future"),
        TEXT("no corrected row would be exported"),
        TEXT("%1 of %2 days since the last retraining"),
        TEXT("%1 of %2 days since the first row"),
        TEXT("%1 days since the last retraining"),
        TEXT("%1 days since the first row"),
        TEXT("no corrected row has a tag that begins with cluster:"),
        TEXT("collect more: %1 of %2 corrected rows of the cluster that no training has had"),
        TEXT("%1 corrected rows of the cluster that no training has had"),
        // gates
        TEXT("reached"),
        TEXT("shown only"),
        TEXT("the candidate's run broke off: %1"),
        TEXT("the baseline's run broke off: %1"),
        TEXT("the candidate has no such suite"),
        TEXT("the candidate has no figure for it"),
        TEXT("the candidate's figure is no number"),
        TEXT("the candidate's figure is of no case at all"),
        TEXT("the candidate's pass rate does not lie between 0 and 1"),
        TEXT("the baseline's pass rate does not lie between 0 and 1"),
        TEXT("%1 of %2 cases ended in an error, %3 are allowed"),
        TEXT("an unknown number of cases, %1 are needed"),
        TEXT("%1 cases, %2 are needed"),
        TEXT("no baseline and no threshold"),
        TEXT("no baseline to compare with"),
        TEXT("the baseline has no figure for it"),
        TEXT("the runs do not compare: an unknown number of cases against %1"),
        TEXT("the runs do not compare: %1 cases against an unknown number"),
        TEXT("the runs do not compare: %1 cases against %2"),
        TEXT("the runs do not compare: %1 of the candidate's cases are not among the baseline's"),
        TEXT("the runs do not compare: %1 of the baseline's cases are not among the candidate's"),
        TEXT("the runs do not compare: %1 against %2"),
        TEXT("%1 cases of the baseline ended in an error"),
        TEXT("new failures are not known: the runs do not name their cases"),
        TEXT("new failures are not known: the runs do not name their cases (%1)"),
        TEXT("%1 is below %2"),
        TEXT("%1 is above %2"),
        TEXT("%1 worse than the baseline's %2, %3 is allowed"),
        TEXT("a gain of %1 over the baseline's %2, %3 is asked for"),
        TEXT("%1 cases that passed in the baseline fail, %2 are allowed"),
    };
#undef TEXT
    return kSentences;
}

struct Known {
    const char* sentence;
    SentencePattern pattern;
};

/// Taken apart once: a refresh asks for thousands of sentences.
const std::vector<Known>& knownSentences() {
    static const std::vector<Known> kKnown = [] {
        std::vector<Known> all;
        for (const char* sentence : Words::sentences()) {
            all.push_back({sentence, SentencePattern(QString::fromUtf8(sentence))});
        }
        return all;
    }();
    return kKnown;
}

/// "a discard" for "discard"; any other words as they are.
QString actWords(const QString& name) {
    for (int kind = 0; kind <= static_cast<int>(ActKind::reredact); ++kind) {
        if (name == toQString(actKindName(static_cast<ActKind>(kind)))) {
            return actKindText(static_cast<ActKind>(kind));
        }
    }
    return name;
}

} // namespace

QString coreText(const std::string& sentence) {
    QString said = toQString(sentence);
    constexpr std::string_view kFilter = "filter: "; // and what is wrong with it
    if (sentence.starts_with(kFilter)) {
        return Words::tr("filter: %1").arg(coreText(sentence.substr(kFilter.size())));
    }
    for (const Known& known : knownSentences()) {
        if (auto values = known.pattern.valuesIn(said)) {
            if (std::string_view(known.sentence).contains("(%3 by %4)")) {
                (*values)[2] = actWords((*values)[2]);
            }
            return SentencePattern::filled(Words::tr(known.sentence), *values);
        }
    }
    return said;
}

std::span<const char* const> coreSentences() {
    return Words::sentences();
}

} // namespace goldpan::ui
