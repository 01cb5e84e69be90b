// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_spool.h"

#include "core/base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <string_view>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <type_traits>
#include <unistd.h>
#include <utility>

namespace goldpan::exporting {
namespace {

constexpr std::size_t kBufferBytes = 1 << 18;
/// Of what is free: the batch itself wants as much, and others on this disk go on.
constexpr std::int64_t kShareOfFree = 4;

/// Before each row. A disk may tell of a write that failed later to nobody: what comes back is compared.
struct Head {
    std::size_t bytes = 0;
    std::size_t hash = 0;
};

std::size_t hashOf(std::string_view bytes) {
    return std::hash<std::string_view>()(bytes);
}

/// Values one behind the other, as this program alone reads them again.
class Packed {
public:
    explicit Packed(std::string& out)
        : m_out(out) {}

    template <typename Number>
    void number(Number value) {
        static_assert(std::is_arithmetic_v<Number>);
        m_out.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view value) {
        number(value.size());
        m_out += value;
    }

private:
    std::string& m_out;
};

class Unpacked {
public:
    explicit Unpacked(std::string_view bytes)
        : m_rest(bytes) {}

    template <typename Number>
    void number(Number& value) {
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
    }
    template <typename Number>
    [[nodiscard]] Number number() {
        Number value{};
        number(value);
        return value;
    }
    void text(std::string& value) {
        const auto bytes = number<std::size_t>();
        value.assign(m_rest.substr(0, bytes));
        m_rest.remove_prefix(bytes);
    }

private:
    std::string_view m_rest;
};

void pack(Packed& out, const redact::RedactionCounts& counts) {
    const bool any = counts != redact::RedactionCounts{};
    out.number(any);
    if (!any) { // nearly always
        return;
    }
    for (const std::int64_t count : counts.byType) {
        out.number(count);
    }
    out.number(counts.custom.size());
    for (const auto& [name, count] : counts.custom) {
        out.text(name);
        out.number(count);
    }
    for (const std::int64_t count : {counts.usersHashed, counts.valuesDropped, counts.failed}) {
        out.number(count);
    }
}

void unpack(Unpacked& in, redact::RedactionCounts& counts) {
    if (!in.number<bool>()) {
        return;
    }
    for (std::int64_t& count : counts.byType) {
        in.number(count);
    }
    counts.custom.resize(in.number<std::size_t>());
    for (auto& [name, count] : counts.custom) {
        in.text(name);
        in.number(count);
    }
    for (std::int64_t* count : {&counts.usersHashed, &counts.valuesDropped, &counts.failed}) {
        in.number(*count);
    }
}

void pack(Packed& out, const RowNote& note) {
    out.text(note.profile);
    out.number(note.letOutRedacted);
    out.number(note.hasTools);
    out.number(note.author.has_value());
    if (note.author) {
        out.number(static_cast<int>(note.author->source));
        out.text(note.author->operatorName);
    }
}

void unpack(Unpacked& in, RowNote& note) {
    in.text(note.profile);
    in.number(note.letOutRedacted);
    in.number(note.hasTools);
    if (in.number<bool>()) {
        auto& author = note.author.emplace();
        author.source = static_cast<CorrectionSource>(in.number<int>());
        in.text(author.operatorName);
    }
}

MadeRow unpacked(std::string_view bytes) {
    Unpacked in(bytes);
    MadeRow out;
    in.number(out.record.id.value);
    in.text(out.record.entry.requestId);
    in.text(out.leftOut);
    in.number(out.isNamed);
    in.text(out.invalidWhy);
    out.lines.resize(in.number<std::size_t>());
    for (std::string& line : out.lines) {
        in.text(line);
    }
    unpack(in, out.counts);
    unpack(in, out.note);
    return out;
}

std::int64_t roomFor(int fd) {
    struct statvfs disk {};
    struct rlimit files {};
    if (::fstatvfs(fd, &disk) != 0 || ::getrlimit(RLIMIT_FSIZE, &files) != 0) {
        return 0;
    }
    const auto free = static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize);
    return files.rlim_cur == RLIM_INFINITY
               ? free / kShareOfFree
               : std::min(free / kShareOfFree, static_cast<std::int64_t>(files.rlim_cur));
}

Error cameBackChanged(const std::string& folder) {
    return {ErrorCode::corrupt, "what was written to the disk came back changed; the batch was not written",
            folder};
}

} // namespace

RowSpool::RowSpool(const std::string& folder)
    : m_folder(folder.empty() ? "." : folder)
    , m_fd(::open(m_folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)) {
    m_most = m_fd < 0 ? 0 : roomFor(m_fd);
}

RowSpool::~RowSpool() {
    drop();
}

void RowSpool::drop() {
    if (m_fd >= 0) {
        ::close(std::exchange(m_fd, -1));
    }
    m_buffer = {};
}

void RowSpool::put(const MadeRow& made) {
    if (m_fd < 0) {
        return;
    }
    const std::size_t begin = m_buffer.size();
    Packed out(m_buffer);
    m_buffer.append(sizeof(Head), '\0'); // known at the end
    out.number(made.record.id.value);
    out.text(made.record.entry.requestId);
    out.text(made.leftOut);
    out.number(made.isNamed);
    out.text(made.invalidWhy);
    out.number(made.lines.size());
    for (const std::string& line : made.lines) {
        out.text(line);
    }
    pack(out, made.counts);
    pack(out, made.note);
    const auto row = std::string_view(m_buffer).substr(begin + sizeof(Head));
    const Head head{row.size(), hashOf(row)};
    std::memcpy(m_buffer.data() + begin, &head, sizeof head);
    if (m_buffer.size() >= kBufferBytes) {
        flush();
    }
}

void RowSpool::flush() {
    m_bytes += static_cast<std::int64_t>(m_buffer.size());
    std::string_view left = m_buffer;
    while (m_bytes <= m_most && !left.empty()) {
        const ssize_t wrote = ::write(m_fd, left.data(), left.size());
        if (wrote < 0 && errno != EINTR) {
            break;
        }
        left.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(wrote, 0)));
    }
    m_buffer.clear();
    if (!left.empty()) {
        drop();
    }
}

void RowSpool::finish() {
    if (m_fd >= 0) {
        flush();
    }
    m_buffer = {};
    m_isFinished = true;
}

Result<void> RowSpool::each(const std::function<Result<void>(MadeRow& made)>& sink,
                            const std::stop_token& stop) const {
    std::string buffer;
    std::size_t at = 0; // of the buffer, where the next row begins
    std::int64_t read = 0;
    while (read < m_bytes || at < buffer.size()) {
        Head head;
        const bool knowsSize = buffer.size() - at >= sizeof head;
        if (knowsSize) {
            std::memcpy(&head, buffer.data() + at, sizeof head);
            if (head.bytes > static_cast<std::size_t>(m_bytes)) {
                return std::unexpected(cameBackChanged(m_folder));
            }
        }
        if (!knowsSize || buffer.size() - at - sizeof head < head.bytes) {
            buffer.erase(0, std::exchange(at, 0));
            const std::size_t there = buffer.size();
            buffer.resize(std::max(kBufferBytes, there + sizeof head + head.bytes));
            const ssize_t got = ::pread(m_fd, buffer.data() + there, buffer.size() - there, read);
            if (got == 0 || (got < 0 && errno != EINTR)) {
                return std::unexpected(fileError(got == 0 ? EIO : errno, "reading rows again", m_folder));
            }
            buffer.resize(there + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
            read += std::max<ssize_t>(got, 0);
            continue;
        }
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto row = std::string_view(buffer).substr(at + sizeof head, head.bytes);
        if (hashOf(row) != head.hash) {
            return std::unexpected(cameBackChanged(m_folder));
        }
        MadeRow made = unpacked(row);
        at += sizeof head + head.bytes;
        if (auto done = sink(made); !done) {
            return done;
        }
    }
    return {};
}

} // namespace goldpan::exporting
