// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/core_text.h"

#include "ui/common/text_bridge.h"

#include <QCoreApplication>

#include <array>

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
        TEXT("a correction cannot be empty; discard the row instead"),
        TEXT("a tag cannot be empty"),
        TEXT("a tag can be 200 bytes long at most"),
        TEXT("a tag is one line of valid text"),
        TEXT("there is no saved queue of that name any more"),
        TEXT("another saved queue has that name; choose another one"),
        TEXT("a regular expression of the filter holds PII, and with a token in its place it would find "
             "other rows; take the PII out of it"),
        TEXT("stopped on request; nothing was changed"),
        TEXT("the store has no such row"),
        // files
        TEXT("this is the store itself, not a log"),
        TEXT("a folder is no log; name the files in it"),
        TEXT("the compressed data is damaged; fetch the file again"),
        TEXT("unexpected end of compressed data; fetch the file again"),
        TEXT("this is a folder, not a store"),
        TEXT("the file is no Goldpan store; goldpan-cli import makes one from a log"),
        TEXT("the file is a SQLite database, but no Goldpan store"),
        TEXT("the file system cannot hold a shared store; copy it to a local disk"),
        TEXT("this is a device or a pipe, not a file; name another"),
        TEXT("this is a folder; add / to its name to write a batch into it"),
        TEXT("the folder to write into is not there; make it first"),
        TEXT("the batch would replace the store itself; choose another name"),
    };
#undef TEXT
    return kSentences;
}

} // namespace

QString coreText(const std::string& sentence) {
    const QString said = toQString(sentence);
    for (const char* known : Words::sentences()) {
        const QString text = QString::fromUtf8(known);
        const qsizetype at = text.indexOf(QLatin1String("%1"));
        if (at < 0) {
            if (said == text) {
                return Words::tr(known);
            }
            continue;
        }
        const QString before = text.left(at);
        const QString after = text.mid(at + 2);
        if (said.size() > before.size() + after.size() && said.startsWith(before) && said.endsWith(after)) {
            return Words::tr(known).arg(said.mid(at, said.size() - before.size() - after.size()));
        }
    }
    return said;
}

std::span<const char* const> coreSentences() {
    return Words::sentences();
}

} // namespace goldpan::ui
