// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the write-ahead log may become, in pages of 16 KB, before who commits folds it back.
#pragma once

namespace goldpan::sql {

/// Of an import: 16 MB, as what is written at once keeps the fsync of others waiting.
inline constexpr int kImportLog = 1000;
/// Of everything else; who commits folds it back where so much of it is their own.
inline constexpr int kLongestLog = 2000;
/// Longer than an import lets it grow, unless somebody reads all the while: 128 MB, whoever wrote them.
inline constexpr int kAnybodysLog = 4 * kLongestLog;

} // namespace goldpan::sql
