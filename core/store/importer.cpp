// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importer.h"

namespace goldpan::store {

void ImportTally::add(const ImportTally& other) {
    constexpr std::size_t kNamed = 20;
    stored += other.stored;
    duplicate += other.duplicate;
    retagged += other.retagged;
    sampledOut += other.sampledOut;
    hashed += other.hashed;
    differs += other.differs;
    for (const auto& id : other.differing) {
        if (differing.size() < kNamed) {
            differing.push_back(id);
        }
    }
}

} // namespace goldpan::store
