// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_target.h"

#include "core/base/database_file.h"
#include "core/base/files.h"

#include <utility>

namespace goldpan::exporting {

Result<BatchTarget> BatchTarget::make(const ExportSpec& spec, const std::string& out,
                                      const std::string& storePath) {
    auto layout = BatchLayout::forWriting(out);
    if (!layout) {
        return std::unexpected(layout.error());
    }
    BatchTarget target{.layout = std::move(*layout), .names = {}};
    target.names.push_back(target.layout.dataName);
    if (spec.splitShare != 0) {
        target.names.push_back(target.layout.validationName());
    }
    std::vector<std::string> paths{target.layout.manifestPath()};
    for (const auto& name : target.names) {
        paths.push_back(target.layout.folder + name);
    }
    for (const auto& path : paths) {
        if (isSameFile(path, storePath)) { // by its name, as it is open
            return fail(ErrorCode::usage, "the batch would replace the store itself; choose another name",
                        out);
        }
        if (isSameFile(path, spec.goldFile)) {
            return fail(ErrorCode::usage, "the batch would replace its gold set; choose another name", out);
        }
        if (auto fine = checkNoDatabase(path); !fine) {
            return std::unexpected(fine.error());
        }
    }
    return target;
}

} // namespace goldpan::exporting
