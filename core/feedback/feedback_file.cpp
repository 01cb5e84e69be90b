// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/feedback_file.h"

#include "core/base/byte_order_mark.h"
#include "core/base/files.h"
#include "core/base/json_surrogates.h"

#include <cerrno>
#include <expected>
#include <fcntl.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <zlib.h>

namespace goldpan::feedback {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxLineBytes = std::size_t{16} << 20;
constexpr std::string_view kBlank = " \t\r";

struct LineFault {
    std::string reason;
    bool isObject = false;
};

std::expected<FeedbackEvent, LineFault> readEvent(std::string line) {
    replaceLoneSurrogates(line);
    const Json object = Json::parse(line, nullptr, false);
    if (object.is_discarded()) {
        return std::unexpected(LineFault{"not_json: the line does not parse"});
    }
    if (!object.is_object()) {
        return std::unexpected(LineFault{"wrong_type: the line is not an object"});
    }
    const auto fault = [](const char* reason) { return std::unexpected(LineFault{reason, true}); };
    const auto requestId = object.find("request_id");
    if (requestId == object.end() || requestId->is_null()) {
        return fault("missing_field: request_id");
    }
    if (!requestId->is_string() || requestId->get_ref<const std::string&>().empty()) {
        return fault("wrong_type: request_id is not text");
    }
    const auto kind = object.find("kind");
    if (kind == object.end() || kind->is_null()) {
        return fault("missing_field: kind");
    }
    const auto named =
        kind->is_string() ? feedbackKindFromName(kind->get_ref<const std::string&>()) : std::nullopt;
    if (!named) {
        return fault("wrong_type: kind is none of thumbs_down, regenerate, report, thumbs_up");
    }
    FeedbackEvent event{requestId->get<std::string>(), *named, std::nullopt};
    if (const auto ts = object.find("ts"); ts != object.end() && !ts->is_null()) {
        event.ts = ts->is_string() ? parseTimestamp(ts->get_ref<const std::string&>()) : std::nullopt;
        if (!event.ts) {
            return fault("bad_timestamp: ts");
        }
    }
    return event;
}

/// Lines of a plain or gzipped file. zlib reads both: what does not begin as gzip passes through.
class LineReader {
public:
    static Result<LineReader> open(const std::string& path) {
        const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            return std::unexpected(fileError(errno, "opening", path));
        }
        struct stat info {};
        if (::fstat(fd, &info) != 0 || S_ISDIR(info.st_mode)) {
            ::close(fd);
            return std::unexpected(fileError(EISDIR, "reading", path));
        }
        const gzFile file = ::gzdopen(fd, "rb");
        if (file == nullptr) {
            ::close(fd);
            return std::unexpected(fileError(ENOMEM, "reading", path));
        }
        return LineReader(path, file);
    }

    /// False at the end. A line that is too long comes as nullopt.
    Result<bool> next(std::optional<std::string>& line) {
        std::string text;
        bool any = false;
        bool tooLong = false;
        for (;;) {
            if (m_at == m_size) {
                const int got = ::gzread(m_file.get(), m_buffer.get(), kBufferBytes);
                int problem = Z_OK;
                ::gzerror(m_file.get(), &problem);
                // A torn stream ends like a whole one and only the error tells them apart.
                if (got < 0 || problem != Z_OK) {
                    return readProblem(problem);
                }
                m_at = 0;
                m_size = static_cast<std::size_t>(got);
                if (m_size == 0) {
                    break;
                }
            }
            any = true;
            const std::string_view rest(m_buffer.get() + m_at, m_size - m_at);
            const auto feed = rest.find('\n');
            const auto piece = rest.substr(0, feed);
            tooLong = tooLong || text.size() + piece.size() > kMaxLineBytes;
            if (!tooLong) {
                text += piece;
            }
            m_at += piece.size();
            if (feed != std::string_view::npos) {
                ++m_at;
                m_ended = true;
                line = tooLong ? std::nullopt : std::optional(std::move(text));
                return true;
            }
        }
        m_ended = false;
        line = tooLong ? std::nullopt : std::optional(std::move(text));
        return any;
    }

    /// The line read last had its line feed.
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] bool isCompressed() const { return ::gzdirect(m_file.get()) == 0; }

private:
    static constexpr unsigned kBufferBytes = 1U << 16;

    struct Closer {
        void operator()(gzFile file) const { ::gzclose(file); }
    };

    LineReader(std::string path, gzFile file)
        : m_path(std::move(path))
        , m_file(file)
        , m_buffer(std::make_unique<char[]>(kBufferBytes)) {}

    [[nodiscard]] Result<bool> readProblem(int problem) const {
        if (problem == Z_ERRNO) {
            return std::unexpected(fileError(errno, "reading", m_path));
        }
        return fail(ErrorCode::unreadable,
                    "the compressed data is torn or damaged; nothing was read, get the file again", m_path);
    }

    std::string m_path;
    std::unique_ptr<gzFile_s, Closer> m_file;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_size = 0;
    bool m_ended = false;
};

} // namespace

Result<FeedbackFile> readFeedbackFile(const std::string& path, std::stop_token stop) {
    auto lines = LineReader::open(path);
    if (!lines) {
        return std::unexpected(lines.error());
    }
    FeedbackFile file;
    bool anyObject = false;
    std::optional<std::string> line;
    for (std::int64_t number = 1;; ++number) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request; nothing was changed");
        }
        const auto more = lines->next(line);
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        if (!line) {
            file.bad.push_back({number, "too_long: over 16 MiB"});
            continue;
        }
        if (number == 1 && line->starts_with(kByteOrderMark)) {
            line->erase(0, kByteOrderMark.size());
        }
        if (line->find_first_not_of(kBlank) == std::string::npos) {
            continue;
        }
        auto event = readEvent(std::move(*line));
        if (event) {
            anyObject = true;
            file.events.push_back(std::move(*event));
            continue;
        }
        anyObject = anyObject || event.error().isObject;
        const bool isPending =
            !lines->ended() && !lines->isCompressed() && event.error().reason.starts_with("not_json");
        if (!isPending) {
            file.bad.push_back({number, std::move(event.error().reason)});
        }
    }
    if (!anyObject && !file.bad.empty()) {
        return fail(ErrorCode::notJsonl, "the file holds not one JSON object; nothing was read", path);
    }
    return file;
}

} // namespace goldpan::feedback
