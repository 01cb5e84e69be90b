// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/filter_words.h"

#include "core/queue/filter_parser.h"
#include "ui/common/text_bridge.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace goldpan::ui {
namespace {

constexpr qsizetype kMostWords = 50;

bool endsWord(QChar c) {
    return c.isSpace() || c == u'(' || c == u')';
}

/// Where the word before `cursor` begins; none inside quotes or a regular expression.
std::optional<qsizetype> wordBegin(QStringView text, qsizetype cursor) {
    qsizetype begin = 0;
    QChar open; // the quote or slash that waits for its pair
    for (qsizetype at = 0; at < cursor; ++at) {
        const QChar c = text[at];
        if (!open.isNull()) {
            if (c == u'\\') {
                ++at;
            } else if (c == open) {
                open = {};
            }
        } else if (endsWord(c) || (c == u'-' && at == begin)) { // what is excluded is a word like any other
            begin = at + 1;
        } else if (c == u'"' || (c == u'/' && (at == begin || text[at - 1] == u':'))) {
            open = c;
        }
    }
    return open.isNull() ? std::optional(begin) : std::nullopt;
}

QString textOf(queue::Term term) {
    return toQString(queue::filterToText({queue::Filter::Kind::term, {}, std::move(term)}));
}

/// Fields whose name begins with what was typed.
QStringList fieldsLike(const QStringList& fields, const QString& typed) {
    QStringList out;
    std::ranges::copy_if(fields, std::back_inserter(out), [&typed](const QString& field) {
        return field.startsWith(typed, Qt::CaseInsensitive);
    });
    return out;
}

/// Values that begin with what was typed, then those that hold it elsewhere; `prefix` is the field's part.
QStringList valuesLike(const QStringList& words, qsizetype prefix, const QString& typed) {
    QStringList begins;
    QStringList holds;
    for (const QString& word : words) {
        const QStringView value = QStringView(word).mid(prefix);
        if (value.startsWith(typed, Qt::CaseInsensitive)) {
            begins << word;
        } else if (value.contains(typed, Qt::CaseInsensitive)) {
            holds << word;
        }
    }
    return (begins + holds).mid(0, kMostWords);
}

QStringList fieldWords() {
    QStringList out;
    for (const std::string_view name : queue::filterFields()) {
        const QString field = toQString(name);
        if (queue::isNumberField(name)) {
            for (const char* sign : {"<", "<=", ">", ">=", "=", ":none"}) {
                out << field + QLatin1String(sign);
            }
        } else {
            out << field + u':';
        }
    }
    return out << QStringLiteral("OR") << QStringLiteral("NOT");
}

QStringList valueWords(const QString& field, const FilterNames& names) {
    QStringList out;
    const auto addEach = [&out](const QStringList& values, auto termOf) {
        for (const QString& value : values) {
            out << textOf(termOf(toUtf8(value)));
        }
    };
    if (field == QLatin1String("tag")) {
        addEach(names.tags, [](std::string name) { return queue::TagTerm{std::move(name)}; });
        out << textOf(queue::NoTagTerm{});
    } else if (field == QLatin1String("model")) {
        addEach(names.models, [](std::string name) { return queue::ModelTerm{std::move(name)}; });
    } else if (field == QLatin1String("operator")) {
        addEach(names.operators, [](std::string name) { return queue::OperatorTerm{std::move(name)}; });
    } else if (field == QLatin1String("state")) {
        for (const ReviewState state : kReviewStates) {
            out << textOf(queue::StateTerm{state});
        }
    } else if (field == QLatin1String("is")) {
        for (const auto rule : {queue::IsRule::lowConfidence, queue::IsRule::flagged, queue::IsRule::draft,
                                queue::IsRule::pii}) {
            out << textOf(queue::IsTerm{rule});
        }
    } else if (field == QLatin1String("drift")) {
        out << textOf(queue::DriftTerm{0});
    } else if (queue::isNumberField(toUtf8(field))) {
        out << field + QLatin1String(":none");
    }
    return out;
}

} // namespace

FilterOffer offerWords(const QString& text, qsizetype cursor, const FilterNames& names) {
    FilterOffer offer;
    const auto begin = wordBegin(text, cursor);
    const bool midWord = cursor < text.size() && !endsWord(text[cursor]);
    if (!begin || *begin == cursor || midWord) {
        return offer;
    }
    offer.begin = *begin;
    const QString word = text.mid(*begin, cursor - *begin);
    const qsizetype colon = word.indexOf(u':');
    offer.words = colon < 0 ? fieldsLike(fieldWords(), word)
                            : valuesLike(valueWords(word.left(colon), names), colon + 1, word.mid(colon + 1));
    if (offer.words.contains(word)) {
        offer.words.clear(); // it is whole
    }
    return offer;
}

} // namespace goldpan::ui
