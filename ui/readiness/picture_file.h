// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// picture_file: a picture as a PNG file, whole or not at all. A function; GUI thread.
#pragma once

#include <QString>

class QImage;

namespace goldpan::ui {

/// Why it was not written; "" where it was. A file of that name is replaced.
[[nodiscard]] QString writePicture(const QImage& picture, const QString& path);

} // namespace goldpan::ui
