// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/inflater.h"

#include <new>
#include <zlib.h>

namespace goldpan::ingest {

struct Inflater::Stream {
    z_stream z{};
    bool inMember = false;
    bool padded = false; ///< zeros came: no member may follow
};

Inflater::Inflater()
    : m_stream(std::make_unique<Stream>()) {
    constexpr int kGzipOnly = 15 + 16;
    if (inflateInit2(&m_stream->z, kGzipOnly) != Z_OK) {
        throw std::bad_alloc();
    }
}

Inflater::~Inflater() {
    inflateEnd(&m_stream->z);
}

bool Inflater::atMemberEnd() const {
    return !m_stream->inMember;
}

Result<Inflater::Step> Inflater::step(std::span<const char> in, std::span<char> out) {
    Step step;
    if (!m_stream->inMember) {
        while (step.consumed < in.size() && in[step.consumed] == '\0') {
            ++step.consumed;
            m_stream->padded = true;
        }
        if (step.consumed == in.size()) {
            return step;
        }
        if (m_stream->padded || in[step.consumed] != '\x1F') {
            return fail(ErrorCode::corrupt,
                        "there is other data behind the compressed text; unpack the file first");
        }
        inflateReset(&m_stream->z);
        m_stream->inMember = true;
    }
    auto& z = m_stream->z;
    const auto rest = in.subspan(step.consumed);
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data())); // zlib reads only
    z.avail_in = static_cast<uInt>(rest.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    const int code = ::inflate(&z, Z_NO_FLUSH);
    step.consumed += rest.size() - z.avail_in;
    step.produced = out.size() - z.avail_out;
    if (code == Z_STREAM_END) {
        m_stream->inMember = false;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return fail(ErrorCode::corrupt, "the compressed data is damaged; fetch the file again");
    }
    return step;
}

} // namespace goldpan::ingest
