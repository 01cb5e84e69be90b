// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapped_log.h"

#include "core/ingest/log_source.h"
#include "core/ingest/object_parser.h"

#include <utility>

namespace goldpan::ingest {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;

using TakeObject = std::function<Result<void>(const profiles::SplitObject&)>;
using TakePiece = std::function<Result<void>(std::int64_t)>;

/// Feeds the file to `take` object by object; an error of `take` ends it.
Result<profiles::FileKind> splitFile(const std::string& path, const std::stop_token& stop,
                                     const TakeObject& take, const TakePiece& afterPiece) {
    auto source = LogSource::open(path);
    if (!source) {
        return std::unexpected(source.error());
    }
    profiles::ObjectSplitter splitter(kMaxObjectBytes);
    Result<void> taken;
    const auto takeOne = [&](const profiles::SplitObject& object) {
        if (taken && !stop.stop_requested()) {
            taken = take(object);
        }
    };
    std::vector<char> piece(kPiece);
    std::optional<Error> torn;
    for (bool isOpen = true; isOpen;) {
        const auto read = source->read(piece, stop);
        isOpen = read && *read > 0;
        if (isOpen) {
            splitter.add({piece.data(), *read}, takeOne);
        } else if (read) {
            splitter.finish(takeOne);
        } else {
            torn = read.error();
        }
        if (taken && afterPiece) {
            taken = afterPiece(source->bytesRead());
        }
        if (!taken) {
            return std::unexpected(taken.error());
        }
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "the import was stopped", path);
        }
    }
    return torn ? Result<profiles::FileKind>(std::unexpected(*torn)) : splitter.kind();
}

} // namespace

Result<void> MappedLog::readCompanion(const std::string& path, const std::stop_token& stop) {
    const auto take = [this](const profiles::SplitObject& object) -> Result<void> {
        auto parsed = parseObject(object.text);
        if (!parsed.failure) {
            m_companions.add(std::move(parsed.tree));
        }
        return {};
    };
    const auto kind = splitFile(path, stop, take, {});
    return kind ? Result<void>() : std::unexpected(kind.error());
}

Result<void> MappedLog::give(std::vector<profiles::EntryMapper::Outcome> outcomes, std::int64_t line,
                             bool repaired, const Takers& takers) {
    for (auto& outcome : outcomes) {
        if (auto taken = takers.record({line, std::move(outcome), repaired}); !taken) {
            return taken;
        }
    }
    return {};
}

Result<void> MappedLog::read(const std::stop_token& stop, const Takers& takers) {
    for (const auto& companion : m_use.companions) {
        if (auto joined = readCompanion(companion, stop); !joined) {
            return joined;
        }
    }
    profiles::EntryMapper mapper(*m_use.profile, &m_companions);
    const bool isFile = LogSource::sizeOf(m_path).has_value();
    std::int64_t lastLine = 0;
    const auto take = [&](const profiles::SplitObject& object) -> Result<void> {
        lastLine = object.line;
        if (object.isTooLong) {
            return takers.bad({object.line, quarantineReason(lineTooLong()), false});
        }
        auto parsed = parseObject(object.text);
        if (parsed.failure) {
            return takers.bad({object.line, quarantineReason(*parsed.failure), object.isOpen && isFile});
        }
        return give(mapper.map(std::move(parsed.tree)), object.line, parsed.repaired, takers);
    };
    const auto kind = splitFile(m_path, stop, take, takers.piece);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    m_kind = *kind;
    return give(mapper.finish(), lastLine, false, takers);
}

} // namespace goldpan::ingest
