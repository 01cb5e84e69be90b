// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/guide_text.h"

#include <QImage>
#include <QResizeEvent>
#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr int kLineCharacters = 110;

} // namespace

GuideText::GuideText(QWidget* parent)
    : QTextBrowser(parent) {
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the width stays as it is from page to page
}

QVariant GuideText::loadResource(int type, const QUrl& name) {
    QVariant loaded = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource) {
        return loaded;
    }
    const QImage image = QImage::fromData(loaded.toByteArray());
    const int room = lineWrapColumnOrWidth() - 2 * static_cast<int>(document()->documentMargin());
    const qreal ratio = devicePixelRatioF();
    const int width = static_cast<int>(std::min(room, image.width()) * ratio);
    if (image.isNull() || width <= 0) {
        return loaded;
    }
    QImage scaled = image.scaledToWidth(width, Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    return scaled;
}

void GuideText::doSetSource(const QUrl& name, QTextDocument::ResourceType type) {
    // Only the guide's own pages: what the text names outside (a file of the project, say) is not here.
    const QUrl target = source().isEmpty() ? name : source().resolved(name);
    if (target.scheme() == QLatin1String("qrc")) {
        QTextBrowser::doSetSource(target, type);
    }
}

void GuideText::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    // Lines that the eye can follow, however wide the window is.
    const int width = std::min(viewport()->width(), fontMetrics().averageCharWidth() * kLineCharacters);
    if (width == lineWrapColumnOrWidth()) {
        return;
    }
    setLineWrapColumnOrWidth(width);
    // Pictures are as wide as they were when they were loaded. Later, because a page that is being read
    // resizes the view when it gets long, and cannot be read again in the middle of that.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!source().isEmpty()) {
                reload();
            }
        },
        Qt::QueuedConnection);
}

} // namespace goldpan::ui
