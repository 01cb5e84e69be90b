// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/guide_view.h"

#include "ui/help/guide_text.h"

#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QUrl>

namespace goldpan::ui {
namespace {

constexpr int kContentsCharacters = 30;

QUrl pageUrl(const QString& file) {
    return QUrl(QStringLiteral("qrc:/guide/%1").arg(file));
}

} // namespace

GuideView::GuideView(QWidget* parent)
    : QWidget(parent)
    , m_contents(new QListWidget(this))
    , m_text(new GuideText(this)) {
    setObjectName(QStringLiteral("guideView"));
    setAccessibleName(tr("User's guide"));
    m_contents->setObjectName(QStringLiteral("guideContents"));
    m_contents->setAccessibleName(tr("Contents of the user's guide"));
    m_contents->setSpacing(fontMetrics().height() / 6);
    m_contents->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(QStringLiteral("guideText"));
    m_text->setAccessibleName(tr("Page of the user's guide"));
    m_text->setOpenExternalLinks(false);
    m_text->document()->setDocumentMargin(fontMetrics().height());
    setFocusProxy(m_contents);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_contents);
    row->addWidget(m_text, 1);
    fillContents();
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr) {
            open(item->data(Qt::UserRole).toUrl());
        }
    });
    connect(m_text, &QTextBrowser::sourceChanged, this, &GuideView::markCurrent);
}

/// The first page links all others, in reading order.
void GuideView::fillContents() {
    const QString first = QStringLiteral("guide.md");
    QFile file(QStringLiteral(":/guide/%1").arg(first));
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const auto add = [this](const QString& title, const QString& name) {
        auto* item = new QListWidgetItem(title, m_contents);
        item->setData(Qt::UserRole, pageUrl(name));
    };
    add(tr("Contents"), first);
    static const QRegularExpression kLink(QStringLiteral("\\[([^\\]]+)\\]\\(([a-z-]+\\.md)\\)"));
    auto links = kLink.globalMatch(QString::fromUtf8(file.readAll()));
    while (links.hasNext()) {
        const auto link = links.next();
        add(link.captured(1), link.captured(2));
    }
    m_contents->setFixedWidth(fontMetrics().averageCharWidth() * kContentsCharacters);
}

void GuideView::open(const QUrl& page) {
    m_text->setSource(page, QTextDocument::MarkdownResource);
}

void GuideView::markCurrent(const QUrl& source) {
    const QUrl page = source.adjusted(QUrl::RemoveFragment); // the text's own is still the page before
    for (int i = 0; i < m_contents->count(); ++i) {
        if (m_contents->item(i)->data(Qt::UserRole).toUrl() == page) {
            const QSignalBlocker marked(m_contents); // the page is open
            m_contents->setCurrentRow(i);
        }
    }
}

void GuideView::showEvent(QShowEvent* event) {
    if (m_contents->currentRow() < 0) {
        m_contents->setCurrentRow(0); // not before: a start has no time for pages that nobody asked for
    }
    QWidget::showEvent(event);
}

void GuideView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void GuideView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        m_contents->setFixedWidth(fontMetrics().averageCharWidth() * kContentsCharacters);
    }
    QWidget::changeEvent(event);
}

} // namespace goldpan::ui
