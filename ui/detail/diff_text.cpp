// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/diff_text.h"

#include "core/base/utf8.h"
#include "core/diff/word_diff.h"
#include "core/diff/word_units.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <algorithm>

namespace goldpan::ui {
namespace {

using diff::Hunk;
using diff::HunkKind;

void appendChanged(VisibleWriter& out, std::string_view text) {
    const auto units = diff::splitWords(text, {});
    const bool hasWords =
        std::ranges::any_of(units, [](const diff::Unit& unit) { return unit.kind == diff::UnitKind::word; });
    for (const diff::Unit& unit : units) {
        const bool marked = unit.kind == diff::UnitKind::space && !(hasWords && unit.text == " ");
        out.append(unit.text, marked ? VisibleWriter::WhiteSpace::marked : VisibleWriter::WhiteSpace::plain);
    }
}

void show(DiffText& out, const std::vector<Hunk>& hunks, std::string_view response,
          std::string_view correction, DiffMode mode, std::size_t limit) {
    VisibleWriter writer;
    for (const Hunk& hunk : hunks) {
        const bool added = hunk.kind == HunkKind::added;
        if (added && mode == DiffMode::sideBySide) {
            continue;
        }
        const std::string_view whole = added ? hunk.after.of(correction) : hunk.before.of(response);
        const std::string_view piece = utf8Prefix(whole, limit);
        limit -= piece.size();
        if (hunk.kind == HunkKind::equal) {
            writer.append(piece);
        } else if (!piece.empty()) {
            const auto begin = static_cast<int>(writer.text().size());
            writer.appendSign(added ? kAddedSign : kRemovedSign);
            appendChanged(writer, piece);
            out.marks.push_back({begin, static_cast<int>(writer.text().size()),
                                 added ? TextMark::Kind::added : TextMark::Kind::removed});
        }
        if (piece.size() < whole.size()) {
            out.truncated = true;
            break;
        }
    }
    out.shown = writer.text();
}

/// Positions as a text document counts them: UTF-16 units, CRLF one.
void placeAdditions(DiffText& out, const std::vector<Hunk>& hunks, std::string_view correction) {
    int at = 0;
    for (const Hunk& hunk : hunks) {
        const QString piece = toQString(hunk.after.of(correction));
        const int end = at + static_cast<int>(piece.size() - piece.count(QLatin1String("\r\n")));
        if (hunk.kind == HunkKind::added) {
            out.additions.push_back({at, end, TextMark::Kind::added});
        }
        at = end;
    }
    out.editorCharacters = at;
}

} // namespace

Result<DiffText> makeDiffText(std::string_view response, std::string_view correction, DiffMode mode,
                              std::size_t limit, const std::stop_token& stop) {
    const auto difference = diff::diffWords(response, correction, stop);
    if (!difference) {
        return std::unexpected(difference.error());
    }
    DiffText out;
    out.addedWords = difference->addedWords;
    out.removedWords = difference->removedWords;
    out.identical = difference->identical();
    if (mode != DiffMode::off) {
        show(out, difference->hunks, response, correction, mode, limit);
    }
    if (mode == DiffMode::sideBySide) {
        placeAdditions(out, difference->hunks, correction);
    }
    return out;
}

} // namespace goldpan::ui
