// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/picture_file.h"

#include <QImage>
#include <QImageWriter>
#include <QSaveFile>

namespace goldpan::ui {

QString writePicture(const QImage& picture, const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    QImageWriter writer(&file, "PNG");
    if (!writer.write(picture)) {
        file.cancelWriting();
        return writer.errorString();
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace goldpan::ui
