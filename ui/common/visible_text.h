// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// VisibleText: text for read-only views, in which nothing hides. Pure functions; safe on any thread.
#pragma once

#include <QString>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace goldpan::ui {

/// Bytes that a view shows at first: a text edit with one line of 1 MB takes 0.2 s a key.
inline constexpr std::size_t kVisibleBytes = std::size_t{256} * 1024;

struct VisibleText {
    QString text;
    bool truncated = false;  ///< there is more than `limit` bytes
    std::vector<int> places; ///< of the asked bytes in `text`; its end for those behind the limit
};

/// Bidirectional, zero-width and control characters, NUL, BOM and noncharacters become marks (U+202E is
/// shown as "⟨U+202E⟩"), lines are broken after some thousand characters with "⟨…⟩", line ends become LF.
/// At most `limit` bytes of `text` are read. Invalid UTF-8 shows as U+FFFD. `bytes`: ascending offsets of
/// code points whose places are asked for.
[[nodiscard]] VisibleText makeVisible(std::string_view text, std::size_t limit = kVisibleBytes,
                                      std::span<const std::size_t> bytes = {});

/// The same piece by piece, for a text that is put together.
class VisibleWriter {
public:
    enum class WhiteSpace {
        plain,
        marked, ///< a space is shown as "␣", a tab as "⇥", a line end also as "↵" (after U+000D where it is
                ///< CRLF)
    };

    /// Where these bytes of all that is appended are shown: ascending offsets of code points, which must
    /// outlive the writer's use.
    void askPlaces(std::span<const std::size_t> bytes) { m_asked = bytes; }
    /// The end of the text for those that have not come yet.
    [[nodiscard]] std::vector<int> places() const;

    void append(std::string_view text, WhiteSpace whiteSpace = WhiteSpace::plain);
    /// As it is.
    void appendSign(QChar sign) { m_text += sign; }
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    void appendCodePoint(char32_t c, bool marked);
    void breakLongLine(char32_t last);
    void tellPlaces();

    std::span<const std::size_t> m_asked;
    std::vector<int> m_places;
    std::size_t m_byte = 0; ///< behind the code point at hand
    QString m_text;
    qsizetype m_lineStart = 0;
    char32_t m_before = 0;
};

/// The same as one line for labels and table cells: white space runs are one space, cut with "…" after
/// `characters`.
[[nodiscard]] QString visibleLine(std::string_view text, std::size_t characters);

/// Plain text as a tooltip: nothing hides in it, escaped, so that no tooltip guesses rich text, wrapped to
/// the screen and cut where it would fill it.
[[nodiscard]] QString plainToolTip(const QString& text);

} // namespace goldpan::ui
