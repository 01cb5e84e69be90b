// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An export spec made ready: refused where it contradicts itself, in one order, with no PII. Pure functions.
#pragma once

#include "core/domain/policy.h"
#include "core/exporting/export_service.h"

#include <map>
#include <string>
#include <vector>

namespace goldpan::exporting {

/// The same spec whatever order the operator typed it in; tags and ids as the store holds them. usage or
/// refused where it cannot be run.
[[nodiscard]] Result<ExportSpec> settledSpec(ExportSpec spec, const redact::Redactor& redactor);

/// As it may be written down. With tokens in it the filter would be another one, that finds other rows.
[[nodiscard]] ExportSpec specWithoutPii(ExportSpec spec, const redact::Redactor& redactor);

/// An id that was to be kept and that no row has is somebody's own words: redacted, unlike one of the log.
/// `inVain`: those that nothing was found about, redacted.
[[nodiscard]] std::map<std::string, std::string> withoutKeptInVain(std::map<std::string, std::string> keep,
                                                                   const std::vector<std::string>& inVain,
                                                                   const redact::Redactor& redactor);

/// As it stands in the manifest: the store may know where the gold set lies, as it does of the batch; who
/// gets the batch need not.
[[nodiscard]] ExportSpec specOfManifest(ExportSpec spec);
/// The same of the text that the store keeps; what is no spec stays as it is.
[[nodiscard]] std::string specTextOfManifest(const std::string& specText);

/// What `policy` leaves rows out by and this export cannot check, by name, with what it lacks.
[[nodiscard]] std::map<std::string, std::string> notChecked(const ExportSpec& spec, const Policy& policy);

} // namespace goldpan::exporting
