// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GuideView (`guideView`): the user's guide, as it stands in resources/docs, inside the window: it needs no
// browser and no network. Owned by its parent; GUI thread.
#pragma once

#include <QWidget>

class QListWidget;
class QTextBrowser;
class QUrl;

namespace goldpan::ui {

class GuideView : public QWidget {
    Q_OBJECT

public:
    explicit GuideView(QWidget* parent = nullptr);

Q_SIGNALS:
    void closed(); ///< Esc

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fillContents();
    void open(const QUrl& page);
    void markCurrent(const QUrl& source);

    QListWidget* m_contents = nullptr;
    QTextBrowser* m_text = nullptr;
};

} // namespace goldpan::ui
