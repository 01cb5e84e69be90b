// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the write-ahead log may become, in pages of 16 KB, before who commits folds it back.
#pragma once

namespace goldpan::sql {

/// Of an import: 32 MB, most of which is folded back while it grows.
inline constexpr int kImportLog = 2000;
/// Of everything else; who commits folds it back where so much of it is their own.
inline constexpr int kLongestLog = 2000;
/// Longer than an import lets it grow, unless somebody reads all the while: 128 MB, whoever wrote them.
inline constexpr int kAnybodysLog = 4 * kLongestLog;

} // namespace goldpan::sql
