// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/focus_ring.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace goldpan::ui {
namespace {

class Frame final : public QWidget {
public:
    explicit Frame(QWidget* parent)
        : QWidget(parent) {
        setObjectName(QStringLiteral("focusFrame"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
    }

    void fitTo(const QRect& rect, int thick) {
        setGeometry(rect);
        const QRect whole(QPoint(), rect.size());
        // Only the frame itself, so that what scrolls below is not painted anew for it.
        setMask(QRegion(whole) - QRegion(whole.adjusted(thick, thick, -thick, -thick)));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), palette().color(QPalette::Highlight));
    }
};

/// What Fusion paints the same with the focus and without, or nearly so in dark colours.
bool needsFrame(const QWidget* widget) {
    if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr) {
        return widget->windowType() != Qt::Popup;
    }
    if (!widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        return false; // a click needs no answer to the question where one is
    }
    const auto* button = qobject_cast<const QPushButton*>(widget);
    return (button != nullptr && button->isDefault()) ||
           qobject_cast<const QToolButton*>(widget) != nullptr ||
           qobject_cast<const QTabBar*>(widget) != nullptr;
}

QRect frameRect(const QWidget& widget) {
    const auto* tabs = qobject_cast<const QTabBar*>(&widget);
    return tabs != nullptr ? tabs->tabRect(tabs->currentIndex()) : widget.rect();
}

constexpr const char* kBox = "focusBox"; ///< property of the boxes that boxed() makes

QWidget* boxOf(const QWidget& widget) {
    QWidget* parent = widget.parentWidget();
    return parent != nullptr && parent->property(kBox).toBool() ? parent : nullptr;
}

} // namespace

int FocusRing::thickness(const QWidget& widget) {
    return std::max(2, widget.fontMetrics().height() / 9);
}

QWidget* FocusRing::boxed(QWidget* widget) {
    auto* box = new QWidget;
    box->setProperty(kBox, true);
    auto* layout = new QVBoxLayout(box);
    const int room = thickness(*box);
    layout->setContentsMargins(room, room, room, room);
    layout->addWidget(widget);
    return box;
}

FocusRing::FocusRing(QObject* parent)
    : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

FocusRing::~FocusRing() {
    delete m_frame;
}

void FocusRing::follow(QWidget* widget) {
    if (m_target != nullptr) {
        m_target->removeEventFilter(this);
    }
    delete m_frame;
    m_target = widget != nullptr && needsFrame(widget) ? widget : nullptr;
    if (m_target != nullptr) {
        m_target->installEventFilter(this);
        QWidget* box = boxOf(*m_target);
        m_frame = new Frame(box != nullptr ? box : m_target.data());
        if (const auto* tabs = qobject_cast<QTabBar*>(m_target)) {
            connect(tabs, &QTabBar::currentChanged, m_frame, [this] { fit(); });
        }
        fit();
        m_frame->show();
    }
}

void FocusRing::fit() {
    auto* frame = static_cast<Frame*>(m_frame.data());
    if (frame->parentWidget() == m_target) {
        frame->fitTo(frameRect(*m_target), thickness(*m_target));
    } else {
        const int room = frame->parentWidget()->layout()->contentsMargins().left();
        frame->fitTo(m_target->geometry().adjusted(-room, -room, room, room), room);
    }
    frame->raise();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_target && m_frame != nullptr &&
        (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
         event->type() == QEvent::FontChange)) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace goldpan::ui
