// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The seal of a manifest: its last line, with the SHA-256 of everything above it, so that a manifest that was
// changed by hand or on the way is told from the one that was written. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::exporting {

/// `manifest` is a JSON object as manifestText() writes it; the seal becomes its last key.
[[nodiscard]] std::string sealed(std::string manifest);

enum class Seal {
    whole,
    broken,
    missing, ///< as manifests before the second version
};

[[nodiscard]] Seal sealOf(std::string_view manifest);

} // namespace goldpan::exporting
