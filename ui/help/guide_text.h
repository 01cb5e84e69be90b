// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GuideText: a text browser that finds the guide's pages and fits its pictures into the width there is. Owned
// by its parent; GUI thread.
#pragma once

#include <QTextBrowser>

namespace goldpan::ui {

class GuideText : public QTextBrowser {
    Q_OBJECT

public:
    explicit GuideText(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace goldpan::ui
