// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that people read is translated, and says what its source says where a program would notice:
// places for values, keys, mnemonics.
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/translation_file.h"

#include "ui/common/core_text.h"
#include "ui/exporting/refusal_text.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>

using goldpan::test::readTranslations;
using goldpan::test::TranslatedText;

namespace {

#define S(text) QStringLiteral(text)

const QString kSource = QString::fromStdString(goldpan::test::sourceFile());
const QString kFolder = kSource + S("/resources/translations/");

QSet<QString> keysOf(const std::vector<TranslatedText>& texts) {
    QSet<QString> keys;
    for (const TranslatedText& text : texts) {
        keys << text.key();
    }
    return keys;
}

QString listOf(const QSet<QString>& keys) {
    return QStringList(keys.begin(), keys.end()).join(u'\n');
}

/// Everything in `text` that `pattern` finds, each once.
QSet<QString> parts(const QString& text, const char* pattern) {
    QSet<QString> out;
    const QRegularExpression wanted(QString::fromUtf8(pattern));
    for (auto found = wanted.globalMatch(text); found.hasNext();) {
        out << found.next().captured(0);
    }
    return out;
}

/// The letter that Alt goes with, "" for none; more than one is named too.
QString mnemonics(QString text) {
    text.remove(S("&&"));
    QString letters;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1)) {
        letters += text.mid(at + 1, 1).toUpper();
    }
    return letters;
}

/// What the core is written in, by path; a literal that goes on in the next line in one piece.
QMap<QString, QString> coreSources() {
    static const QRegularExpression kBroken(S("\"\\s*\n\\s*\""));
    QMap<QString, QString> out;
    for (const QString& room : {S("/core/"), S("/app/composition/"), S("/resources/profiles/")}) {
        for (QDirIterator files(kSource + room, {S("*.cpp"), S("*.h"), S("*.json")}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext();) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                out[file.fileName().mid(kSource.size() + 1)] =
                    QString::fromUtf8(file.readAll()).remove(kBroken);
            }
        }
    }
    return out;
}

/// Only the command line says what these say, or nobody: what they read is no part of the window.
const QStringList kUnseen{
    S("core/feedback/"),                 // drift and feedback files
    S("core/gates/"),                    // evaluations
    S("core/readiness/retrain"),         // the ledger
    S("core/store/sql/sql_ledger"),      //
    S("core/ingest/log_"),               // the endpoint's writer, and who follows it
    S("core/ingest/follow_session"),     //
    S("core/ingest/followed_file"),      //
    S("core/ingest/profile_"),           // profiles of one's own, by the command line
    S("core/profiles/"),                 //
    S("core/ingest/watch_lock"),         //
    S("core/redact/user_hash"),          // its key
    S("core/redact/json_redactor"),      // a reason of the quarantine
    S("core/domain/message"),            // the store says it in its own words
    S("core/review/corrections_file"),   // corrections and suggestions come by the command line
    S("core/store/sql/sql_upkeep"),      // copies
    S("core/store/sql/sql_reredaction"), // newer rules over a store, by the command line
    S("core/store/sql/end_reredaction"),
    S("core/store/sql/text_walk"),
    S("core/diff/word_diff"),         // a stop that the window asked for
    S("core/store/sql/sql_timeline"), // a step that the window does not ask for
};

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placesKeysAndMnemonicsAreKept_data();
    void placesKeysAndMnemonicsAreKept();
    void aWordIsTranslatedAlikeEverywhere();
    void theCoreSaysTheSentencesThatAreTranslatedForIt();
    void whatTheWindowCanShowOfTheCoreIsTranslated();
    void whatFormatsRefuseIsTranslated();
    void whatIsSaidOfForeignLogsIsTranslated();

private:
    static void files();
};

void TestTranslations::files() {
    QTest::addColumn<QString>("file");
    QTest::newRow("Chinese") << S("goldpan_zh_CN.ts");
    QTest::newRow("English plurals") << S("goldpan_en.ts");
}

void TestTranslations::everyTextIsTranslated_data() {
    files();
}

void TestTranslations::everyTextIsTranslated() {
    QFETCH(QString, file);
    const goldpan::test::TempDir folder;
    const QString fresh = QString::fromStdString(folder.path()) + u'/';
    for (const char* each : {"goldpan_zh_CN.ts", "goldpan_en.ts"}) {
        QVERIFY(QFile::copy(kFolder + QString::fromLatin1(each), fresh + QString::fromLatin1(each)));
    }
    QProcess update;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(S("LUPDATE"), S(GOLDPAN_LUPDATE));
    update.setProcessEnvironment(environment);
    update.start(kSource + S("/tools/translate"), {fresh});
    QVERIFY(update.waitForFinished(120'000));
    QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());

    const auto wanted = readTranslations(fresh + file);
    const QSet<QString> wantedKeys = keysOf(wanted);
    const QSet<QString> keys = keysOf(readTranslations(kFolder + file));
    QVERIFY(wanted.size() > 10);
    QVERIFY2((wantedKeys - keys).isEmpty(),
             qPrintable(S("run tools/translate, and translate these:\n") + listOf(wantedKeys - keys)));
    QVERIFY2((keys - wantedKeys).isEmpty(),
             qPrintable(S("run tools/translate; nobody says these any more:\n") + listOf(keys - wantedKeys)));
    for (const TranslatedText& text : wanted) {
        QVERIFY2(text.finished, qPrintable(S("not translated: ") + text.key()));
        for (const QString& form : text.forms) {
            QVERIFY2(!form.isEmpty(), qPrintable(S("translated by nothing: ") + text.key()));
        }
    }
}

void TestTranslations::placesKeysAndMnemonicsAreKept_data() {
    files();
}

void TestTranslations::placesKeysAndMnemonicsAreKept() {
    QFETCH(QString, file);
    for (const TranslatedText& text : readTranslations(kFolder + file)) {
        for (const QString& form : text.forms) {
            const QByteArray what = (text.key() + S("\n  as: ") + form).toUtf8();
            for (const char* kept : {
                     "%L?[0-9n]",                                               // places
                     "(?:(?:Ctrl|Shift|Alt)\\+)+[A-Za-z]+|\\b(?:Esc|Enter)\\b", // keys
                     "\\*\\.[a-z.]+|--[a-z]+|goldpan-cli [a-z]+|;;",            // files and commands
                     "[⚠✓✦→−]|^ |…$|\n",
                 }) {
                QVERIFY2(parts(text.source, kept) == parts(form, kept), what.constData());
            }
            QVERIFY2(mnemonics(text.source) == mnemonics(form), what.constData());
        }
    }
}

/// A label with a mnemonic is the same word as the one without.
void TestTranslations::aWordIsTranslatedAlikeEverywhere() {
    QHash<QString, QString> known;
    static const QRegularExpression kMnemonic(S("\\(&.\\)|&"));
    for (TranslatedText& text : readTranslations(kFolder + S("goldpan_zh_CN.ts"))) {
        const QString source = text.source.remove(kMnemonic);
        const QString form = text.forms.first().remove(kMnemonic);
        QVERIFY2(known.value(source, form) == form,
                 qPrintable(S("%1: %2 or %3?").arg(source, known.value(source), form)));
        known.insert(source, form);
    }
}

/// Else the window would show English again without anybody seeing it.
void TestTranslations::theCoreSaysTheSentencesThatAreTranslatedForIt() {
    const QString core = coreSources().values().join(u'\n');
    // A refusal and its reason are literals of their own.
    static const QRegularExpression kBetween(S("%[1-9]|(?<=: )"));
    for (const char* sentence : goldpan::ui::coreSentences()) {
        for (const QString& part : QString::fromUtf8(sentence).split(kBetween)) {
            QString escaped = part;
            escaped.replace(u'\\', S("\\\\")).replace(u'"', S("\\\""));
            QVERIFY2(core.contains(part) || core.contains(escaped), sentence);
        }
    }
}

/// An error of one literal; of one that is put together its parts are known to nobody but its author.
void TestTranslations::whatTheWindowCanShowOfTheCoreIsTranslated() {
    static const QRegularExpression kError(
        QString::fromLatin1(R"re((?:fail\(|Error\{)\s*ErrorCode::\w+,\s*"((?:[^"\\]|\\.)*)"\s*[,)}])re"));
    QSet<QString> known;
    for (const char* sentence : goldpan::ui::coreSentences()) {
        known << QString::fromUtf8(sentence);
    }
    int seen = 0;
    QStringList missing;
    const auto sources = coreSources();
    for (auto file = sources.cbegin(); file != sources.cend(); ++file) {
        if (std::ranges::any_of(kUnseen, [&](const QString& path) { return file.key().startsWith(path); })) {
            continue;
        }
        for (auto found = kError.globalMatch(*file); found.hasNext(); ++seen) {
            QString said = found.next().captured(1);
            said.replace(S("\\\""), S("\"")).replace(S("\\\\"), S("\\"));
            if (!known.contains(said)) {
                missing << file.key() + S(": ") + said;
            }
        }
    }
    QVERIFY2(seen > 30, "the errors of the core are written in another way now");
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

/// Why a format cannot hold a row: told beside the row in the export dialog.
void TestTranslations::whatFormatsRefuseIsTranslated() {
    static const QRegularExpression kRefusal(
        QString::fromLatin1(R"re((?:refused\(|std::unexpected\(|return )"([^"\\]+)")re"));
    QStringList known;
    for (const char* sentence : goldpan::ui::refusals()) {
        known << QString::fromUtf8(sentence);
    }
    int seen = 0;
    QString said;
    const auto sources = coreSources();
    for (auto file = sources.cbegin(); file != sources.cend(); ++file) {
        const bool refuses = file.key().startsWith(S("core/exporting/formats/")) ||
                             file.key() == S("core/exporting/row_maker.cpp") ||
                             file.key() == S("core/checks/correction_checks.cpp");
        if (!refuses || file.key().contains(S("trainer_snippets"))) {
            continue;
        }
        said += *file;
        for (auto found = kRefusal.globalMatch(*file); found.hasNext(); ++seen) {
            const QString why = found.next().captured(1);
            QVERIFY2(known.contains(why), qPrintable(why));
        }
    }
    QVERIFY2(seen > 30, "refusals are written in another way now");
    for (const QString& why : known) {
        const bool isOfARole =
            why == S("a developer turn") || why == S("a tool turn") || why == S("a function turn");
        QVERIFY2(isOfARole || said.contains(u'"' + why + u'"'), qPrintable(why));
    }
    QCOMPARE(goldpan::ui::refusalText("mistral: two system messages"), S("mistral: two system messages"));
    QCOMPARE(goldpan::ui::refusalText("of: a later version"), S("of: a later version"));
}

/// Why a record of another tool's log is no row, or could be another one.
void TestTranslations::whatIsSaidOfForeignLogsIsTranslated() {
    static const QRegularExpression kReason(
        QString::fromLatin1(R"re("reason": "([^"]+)"|doubt\("([^"]+)"|Unmapped\{false, [^"}]*"([^"]+)")re"));
    QSet<QString> known;
    for (const char* sentence : goldpan::ui::coreSentences()) {
        known << QString::fromUtf8(sentence);
    }
    QSet<QString> said;
    const auto sources = coreSources();
    for (auto file = sources.cbegin(); file != sources.cend(); ++file) {
        if (file.key().contains(S("profiles/"))) {
            for (auto found = kReason.globalMatch(*file); found.hasNext();) {
                const auto match = found.next();
                said << match.captured(match.lastCapturedIndex());
            }
        }
    }
    QVERIFY2(said.size() > 12, "the reasons are written in another way now");
    QVERIFY2(known.contains(said), qPrintable((said - known).values().join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
