// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour reads, in light, dark and odd palettes; every state has a word, a letter and a shape.
#include "ui/common/error_text.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
#include "ui/settings/appearance.h"

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QSet>
#include <QTest>

using namespace goldpan::ui;
using goldpan::Error;
using goldpan::ErrorCode;

namespace {

QPalette makePalette(const QColor& window, const QColor& base, const QColor& text) {
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

constexpr std::array kTones{Tone::muted, Tone::info,          Tone::ok,      Tone::warning,
                            Tone::error, Tone::lowConfidence, Tone::heading, Tone::token};
constexpr std::array kMarks{Mark::unreviewed, Mark::corrected, Mark::accepted, Mark::discarded,
                            Mark::deferred,   Mark::saving,    Mark::failed};

void verifyReads(const QColor& text, const QColor& ground, const char* what) {
    const double ratio = contrastRatio(text, ground);
    QVERIFY2(ratio >= kMinimumContrast,
             qPrintable(QStringLiteral("%1: %2 on %3 is %4")
                            .arg(QString::fromLatin1(what), text.name(), ground.name())
                            .arg(ratio)));
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsTheStandards() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void everyColourReads_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << makePalette(QColor(0xEF, 0xEF, 0xEF), Qt::white, Qt::black);
        QTest::newRow("dark") << makePalette(QColor(0x35, 0x35, 0x35), QColor(0x23, 0x23, 0x23), Qt::white);
        QTest::newRow("black") << makePalette(Qt::black, Qt::black, Qt::white);
        QTest::newRow("sepia") << makePalette(QColor(0xE8, 0xDC, 0xC0), QColor(0xFD, 0xF6, 0xE3),
                                              QColor(0x3B, 0x2F, 0x20));
        QTest::newRow("green") << makePalette(QColor(0x10, 0x30, 0x10), QColor(0x08, 0x20, 0x08),
                                              QColor(0xC0, 0xFF, 0xC0));
        QTest::newRow("the program's light") << lightPalette();
        QTest::newRow("the program's dark") << darkPalette();
    }

    void everyColourReads() {
        QFETCH(QPalette, palette);
        const QColor base = palette.color(QPalette::Base);
        const QColor window = palette.color(QPalette::Window);
        for (const Tone tone : kTones) {
            verifyReads(toneColor(tone, palette), base, "tone on base");
            if (tone == Tone::token) {
                verifyReads(toneColor(tone, palette), tokenBackground(palette), "token");
                continue;
            }
            verifyReads(toneColor(tone, palette), window, "tone on window");
            verifyReads(palette.color(QPalette::WindowText), toneBackground(tone, palette), "notice text");
        }
        for (const Mark mark : kMarks) {
            verifyReads(markColor(mark, palette), base, "mark");
        }
        verifyReads(palette.color(QPalette::Text), problemBackground(palette), "problem");
        verifyReads(palette.color(QPalette::Text), removedBackground(palette), "removed words");
        verifyReads(palette.color(QPalette::Text), addedBackground(palette), "added words");
        QVERIFY(removedBackground(palette) != addedBackground(palette));
        verifyReads(palette.color(QPalette::Text), hitBackground(palette), "hit");
        QVERIFY(hitBackground(palette) != base);
        for (const char* tag : {"drift_window", "user_negative", "operator_review", "cluster:refunds", ""}) {
            verifyReads(palette.color(QPalette::Text), tagBackground(QString::fromLatin1(tag), palette),
                        "tag");
        }
    }

    void coloursDifferByTone() {
        const QPalette light = makePalette(QColor(0xEF, 0xEF, 0xEF), Qt::white, Qt::black);
        QSet<QRgb> seen;
        for (const Tone tone : kTones) {
            seen << toneColor(tone, light).rgb();
        }
        QCOMPARE(static_cast<std::size_t>(seen.size()), kTones.size());
        QVERIFY(tagBackground(QStringLiteral("drift_window"), light) !=
                tagBackground(QStringLiteral("user_negative"), light));
        QCOMPARE(tagBackground(QStringLiteral("a"), light), tagBackground(QStringLiteral("a"), light));
    }

    void everyMarkHasItsOwnWordLetterAndShape() {
        QSet<QString> words;
        QSet<QString> letters;
        QSet<QByteArray> shapes;
        for (const Mark mark : kMarks) {
            words << markWord(mark);
            letters << markLetter(mark);
            QImage image(24, 24, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintMark(painter, image.rect(), mark, Qt::black);
            painter.end();
            shapes << QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
        }
        QCOMPARE(static_cast<std::size_t>(words.size()), kMarks.size());
        QCOMPARE(static_cast<std::size_t>(letters.size()), kMarks.size());
        QCOMPARE(static_cast<std::size_t>(shapes.size()), kMarks.size());
        for (const goldpan::ReviewState state : goldpan::kReviewStates) {
            const auto name = goldpan::reviewStateName(state);
            QCOMPARE(markWord(markOf(state)),
                     QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        }
    }

    void everyErrorSaysWhatHappenedAndWhatToDo() {
        QSet<QString> texts;
        for (int code = 0; code <= static_cast<int>(ErrorCode::internal); ++code) {
            const QString text = errorText(Error{static_cast<ErrorCode>(code), "the reason.", "line 4"});
            QVERIFY2(text.contains(QStringLiteral(": the reason (line 4). ")), qPrintable(text));
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            texts << text;
        }
        QCOMPARE(texts.size(), static_cast<int>(ErrorCode::internal) + 1);
        QCOMPARE(
            errorText(Error{ErrorCode::busy, "", ""}),
            QStringLiteral("Another program is using the store. Nothing is lost; try again in a moment."));
        QVERIFY(!errorText(Error{ErrorCode::notFound, "no file /a/b", "/a/b"}).contains(u'('));
    }

    void nothingHidesInVisibleText() {
        using namespace std::string_literals;
        const std::vector<std::pair<std::string, const char*>> cases{
            {"plain text\twith a tab\nand a line", "plain text\twith a tab\nand a line"},
            {"a\u202Eb\u2066c", "a⟨U+202E⟩b⟨U+2066⟩c"},
            {"zero\u200Bwidth\uFEFF", "zero⟨U+200B⟩width⟨U+FEFF⟩"},
            {"\uFEFFmark first", "⟨U+FEFF⟩mark first"},
            {"nul\0bell\a"s, "nul⟨U+0000⟩bell⟨U+0007⟩"},
            {"one\r\ntwo\rthree\u2028four\u2029", "one\ntwo\nthree⟨U+2028⟩four⟨U+2029⟩"},
            {"tag \U000E0041", "tag ⟨U+E0041⟩"},
            {"<b>bold</b>&amp;", "<b>bold</b>&amp;"},
            {"emoji 👩‍🚀 stays", "emoji 👩‍🚀 stays"},
            {"a\u200Db", "a⟨U+200D⟩b"},
            {"bad \xFF byte", "bad \uFFFD byte"},
        };
        for (const auto& [in, out] : cases) {
            QCOMPARE(makeVisible(in).text, QString::fromUtf8(out));
            QVERIFY(!makeVisible(in).truncated);
        }
    }

    void longTextIsCutAtACodePointAndSaysSo() {
        const VisibleText cut = makeVisible("ääää", 5);
        QCOMPARE(cut.text, QString::fromUtf8("ää"));
        QVERIFY(cut.truncated);
        QVERIFY(!makeVisible("äääa", 7).truncated);
        const VisibleText big = makeVisible(std::string(std::size_t{1} << 20, 'x'));
        QVERIFY(big.truncated);
        qsizetype longest = 0;
        for (const QString& line : big.text.split(u'\n')) {
            longest = std::max(longest, line.size());
        }
        QVERIFY2(longest < 4100, qPrintable(QString::number(longest)));
        QString joined = big.text;
        joined.remove(QStringLiteral("⟨…⟩\n"));
        QCOMPARE(joined.size(), static_cast<qsizetype>(kVisibleBytes));
    }

    void oneLineIsOneLine() {
        QCOMPARE(visibleLine("  two\n words ", 40), QStringLiteral("two words"));
        QCOMPARE(visibleLine("123456789", 4), QStringLiteral("1234…"));
        QCOMPARE(visibleLine("123🙂456", 4), QStringLiteral("123…"));
        QCOMPARE(visibleLine("", 4), QString());
    }

    void aTooltipIsNeverRich() {
        const QString tip = plainToolTip(QStringLiteral("<img src='x'> & <b>"));
        QVERIFY(!tip.contains(QStringLiteral("<img")));
        QVERIFY(tip.contains(QStringLiteral("&lt;img")));
        QVERIFY(plainToolTip(QString()).isEmpty());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
