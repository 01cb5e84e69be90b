// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Inflater: gzip text (RFC 1952), any number of members one after the other. Owns a zlib stream: one object,
// one thread.
#pragma once

#include "core/base/result.h"

#include <memory>
#include <span>

namespace goldpan::ingest {

class Inflater {
public:
    struct Step {
        std::size_t consumed = 0;
        std::size_t produced = 0;
    };

    Inflater();
    ~Inflater();

    /// As far as `in` or `out` goes. Zeros after the last member are skipped, as gzip writes them to tapes;
    /// corrupt where the data is damaged or something else follows a member.
    [[nodiscard]] Result<Step> step(std::span<const char> in, std::span<char> out);
    /// False: the data ended in the middle of a member.
    [[nodiscard]] bool atMemberEnd() const;

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace goldpan::ingest
