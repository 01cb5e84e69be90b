// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the project's own files are. Test support; one file knows it, so that all others compile to the same
// in any folder.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::test {

/// The full path of `name` in the project's folder; that folder itself without a name.
[[nodiscard]] std::string sourceFile(std::string_view name = {});

/// Folder of the shared real logs (`../shared/data` beside the project), "" where it is not there.
[[nodiscard]] std::string sharedData();

} // namespace goldpan::test
