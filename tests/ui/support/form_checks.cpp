// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/form_checks.h"

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLayout>
#include <QMap>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>
#include <algorithm>

namespace goldpan::test {
namespace {

constexpr double kSeenContrast = 1.5; ///< between a pixel of the focused and of the unfocused control
constexpr int kSeenPixels = 24;       ///< more than a text cursor has

QString nameOf(const QWidget* widget) {
    if (widget == nullptr) {
        return QStringLiteral("nobody");
    }
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                          : widget->objectName();
}

QRect placeOf(const QWidget& widget, const QWidget& root) {
    return {widget.mapTo(root.window(), QPoint()), widget.size()};
}

/// In one row where they share more than half of the lower one's height.
bool readsAfter(const QRect& first, const QRect& second) {
    const int shared = std::min(first.bottom(), second.bottom()) - std::max(first.top(), second.top());
    return 2 * shared > std::min(first.height(), second.height()) ? first.left() < second.left()
                                                                  : first.top() < second.top();
}

/// What stands for `widget` on the screen beside `other`: a page that scrolls, where `other` is not in it.
const QWidget& standIn(const QWidget& widget, const QWidget& other) {
    const QWidget* out = &widget;
    for (const QWidget* up = widget.parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (qobject_cast<const QScrollArea*>(up) != nullptr && !up->isAncestorOf(&other)) {
            out = up;
        }
    }
    return *out;
}

/// Scrolls to it, so that a picture of it can be taken.
void bringIntoSight(QWidget& widget) {
    for (QWidget* up = widget.parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(up)) {
            area->ensureWidgetVisible(&widget);
        }
    }
}

/// Where one key leads from `start` until it comes round.
QList<QWidget*> walk(QWidget* start, Qt::Key key, qsizetype most) {
    QList<QWidget*> out;
    start->setFocus(Qt::TabFocusReason);
    for (QWidget* at = QApplication::focusWidget(); at != nullptr && out.size() <= most;) {
        if (out.isEmpty() || out.back() != at) { // a text with links goes from link to link
            out << at;
        }
        QTest::keyClick(at, key);
        at = QApplication::focusWidget();
        if (at == start) {
            break;
        }
    }
    return out;
}

QString listed(const QStringList& lines) {
    return lines.join(u'\n');
}

QStringList namesOf(const QList<QWidget*>& widgets) {
    QStringList out;
    for (const QWidget* widget : widgets) {
        out << nameOf(widget);
    }
    return out;
}

QImage picture(QWidget& widget) {
    QWidget& window = *widget.window();
    return window.grab(placeOf(widget, window)).toImage().convertToFormat(QImage::Format_RGB32);
}

int seenPixels(const QImage& left, const QImage& right) {
    int count = 0;
    for (int y = 0; y < std::min(left.height(), right.height()); ++y) {
        for (int x = 0; x < std::min(left.width(), right.width()); ++x) {
            if (left.pixel(x, y) != right.pixel(x, y) &&
                ui::contrastRatio(left.pixelColor(x, y), right.pixelColor(x, y)) >= kSeenContrast) {
                ++count;
            }
        }
    }
    return count;
}

bool isRich(const QString& text) {
    return Qt::mightBeRichText(text);
}

} // namespace

QList<QWidget*> tabControls(const QWidget& root) {
    QList<QWidget*> out;
    for (QWidget* widget : root.window()->findChildren<QWidget*>()) {
        if (widget->window() == root.window() && widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr) {
            out << widget;
        }
    }
    return out;
}

QString unnamedControls(const QWidget& root) {
    QStringList out;
    for (QWidget* widget : tabControls(root)) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty()) {
            out << QStringLiteral("%1 has no name").arg(nameOf(widget));
        }
    }
    return listed(out);
}

QString sharedMnemonics(const QWidget& root) {
    QMap<QString, QStringList> owners;
    const auto note = [&owners](const QString& text, const QWidget* owner) {
        if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty()) {
            owners[keys.toString()] << nameOf(owner);
        }
    };
    for (const QWidget* widget : root.window()->findChildren<QWidget*>()) {
        if (widget->window() != root.window() || !widget->isVisible()) {
            continue;
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            note(button->text(), button);
        } else if (const auto* label = qobject_cast<const QLabel*>(widget);
                   label != nullptr && label->buddy() != nullptr) {
            note(label->text(), label->buddy());
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                note(tabs->tabText(i), tabs);
            }
        }
    }
    QStringList out;
    for (auto at = owners.cbegin(); at != owners.cend(); ++at) {
        if (at->size() > 1) {
            out << QStringLiteral("%1 is of %2").arg(at.key(), at->join(QStringLiteral(", ")));
        }
    }
    return listed(out);
}

QString tabTrouble(QWidget& root) {
    QList<QWidget*> controls = tabControls(root);
    if (controls.isEmpty()) {
        return QStringLiteral("nothing takes the focus");
    }
    QWidget* first = *std::ranges::min_element(controls, [&root](const QWidget* a, const QWidget* b) {
        const QRect left = placeOf(*a, root);
        const QRect right = placeOf(*b, root);
        return std::pair(left.top(), left.left()) < std::pair(right.top(), right.left());
    });
    const QList<QWidget*> forward = walk(first, Qt::Key_Tab, controls.size());
    QStringList out;
    for (QWidget* control : controls) {
        if (!forward.contains(control)) {
            out << QStringLiteral("Tab misses %1").arg(nameOf(control));
        }
    }
    for (const QWidget* reached : forward) {
        if (reached->window() != root.window()) {
            return QStringLiteral("Tab leaves for %1 by %2")
                .arg(nameOf(reached), namesOf(forward).join(u' '));
        }
    }
    for (qsizetype i = 1; i < forward.size(); ++i) {
        if (!readsAfter(placeOf(standIn(*forward[i - 1], *forward[i]), root),
                        placeOf(standIn(*forward[i], *forward[i - 1]), root))) {
            out << QStringLiteral("Tab goes from %1 back to %2")
                       .arg(nameOf(forward[i - 1]), nameOf(forward[i]));
        }
    }
    QList<QWidget*> back = walk(first, Qt::Key_Backtab, controls.size());
    if (forward.isEmpty() || back.isEmpty()) {
        return QStringLiteral("%1 does not take the focus").arg(nameOf(first));
    }
    std::reverse(back.begin() + 1, back.end());
    if (back != forward) {
        out << QStringLiteral("Tab: %1; Shift+Tab, turned round: %2")
                   .arg(namesOf(forward).join(u' '), namesOf(back).join(u' '));
    }
    return listed(out);
}

QString focusTrouble(QWidget& root) {
    QStringList out;
    const QList<QWidget*> controls = tabControls(root);
    if (!controls.isEmpty()) { // buttons show it only in windows that somebody went through by Tab
        controls.front()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(controls.front(), Qt::Key_Tab);
    }
    for (QWidget* control : controls) {
        QWidget* box = control->parentWidget(); // may be there for the frame round this one alone
        const bool isBoxed = box->layout() != nullptr && box->layout()->count() == 1;
        QWidget& shown = isBoxed ? *box : *control;
        control->setFocus(Qt::TabFocusReason);
        bringIntoSight(shown);
        const QImage with = picture(shown);
        QWidget* other = controls.front() == control ? controls.back() : controls.front();
        other == control ? control->clearFocus() : other->setFocus(Qt::TabFocusReason);
        bringIntoSight(shown);
        if (const int seen = seenPixels(with, picture(shown)); seen < kSeenPixels) {
            out << QStringLiteral("%1 shows its focus by %2 pixels").arg(nameOf(control)).arg(seen);
        }
    }
    return listed(out);
}

QString richTextTrouble(const QWidget& root) {
    QStringList out;
    for (const QWidget* widget : root.window()->findChildren<QWidget*>()) {
        if (const auto* label = qobject_cast<const QLabel*>(widget);
            label != nullptr && label->textFormat() != Qt::PlainText && label->buddy() == nullptr) {
            if (label->textFormat() == Qt::RichText || isRich(label->text())) {
                out << QStringLiteral("the label %1 takes HTML").arg(nameOf(label));
            }
        }
        const QString tip = widget->toolTip();
        if (tip.contains(QLatin1String("<img")) || tip.contains(QLatin1String("<b>"))) {
            out << QStringLiteral("the tooltip of %1 takes HTML").arg(nameOf(widget));
        }
    }
    return listed(out);
}

} // namespace goldpan::test
