// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapped_log.h"

#include "core/ingest/log_source.h"
#include "core/ingest/object_parser.h"

#include <utility>

namespace goldpan::ingest {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;

/// Also told: whether the object was broken.
using TakeObject = std::function<Result<void>(const profiles::SplitObject&, bool& isBroken)>;
using TakePiece = std::function<Result<void>(std::int64_t)>;

/// What the object holds, or why it holds nothing.
ParsedObject parsedOf(const profiles::SplitObject& object, bool& isBroken) {
    ParsedObject out;
    if (object.isTooLong) {
        out.failure = lineTooLong();
    } else if (object.isLost) {
        out.failure =
            DecodeFailure{LineFault::notJson, "behind a broken object, no other can be told", false};
    } else {
        out = parseObject(object.text);
        isBroken = out.failure && out.failure->fault != LineFault::wrongType;
    }
    if (isBroken && object.isOpen && object.endsInside) {
        out.failure->detail = "the object that begins here is not closed";
    }
    return out;
}

/// Feeds the file to `take` object by object; an error of `take` ends it.
Result<profiles::FileKind> splitFile(Result<LogSource> source, const std::string& path,
                                     const std::stop_token& stop, const TakeObject& take,
                                     const TakePiece& afterPiece) {
    if (!source) {
        return std::unexpected(source.error());
    }
    profiles::ObjectSplitter splitter(kMaxObjectBytes);
    Result<void> taken;
    const auto takeOne = [&](const profiles::SplitObject& object) {
        bool isBroken = false;
        if (taken && !stop.stop_requested()) {
            taken = take(object, isBroken);
        }
        if (isBroken) {
            splitter.markBroken();
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

Result<void> MappedLog::readCompanion(const std::string& path, const std::stop_token& stop,
                                      const Takers& takers) {
    const auto take = [&](const profiles::SplitObject& object, bool& isBroken) -> Result<void> {
        auto parsed = parsedOf(object, isBroken);
        if (parsed.failure) {
            return takers.bad({object.line, quarantineReason(*parsed.failure), false, path});
        }
        m_companions.add(std::move(parsed.tree));
        return {};
    };
    const auto kind = splitFile(LogSource::open(path), path, stop, take, {});
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
        if (auto joined = readCompanion(companion, stop, takers); !joined) {
            return joined;
        }
    }
    if (m_use.pairs.merger && m_use.pairs.isFirst) {
        m_use.pairs.merger->clear(); // an earlier reading may have broken off
    }
    if (m_use.pairs.merger) {
        m_use.pairs.merger->beginLog(m_path);
    }
    profiles::EntryMapper mapper(*m_use.profile, &m_companions, m_use.pairs.merger.get());
    const bool isFile = LogSource::sizeOf(m_path).has_value();
    std::int64_t lastLine = 0;
    const auto take = [&](const profiles::SplitObject& object, bool& isBroken) -> Result<void> {
        lastLine = object.line;
        auto parsed = parsedOf(object, isBroken);
        if (parsed.failure) {
            const bool mayGrow = object.isOpen && !object.endsInside && isFile && !object.isTooLong;
            return takers.bad({object.line, quarantineReason(*parsed.failure), mayGrow, {}});
        }
        return give(mapper.map(std::move(parsed.tree), object.line), object.line, parsed.repaired, takers);
    };
    const auto kind = splitFile(openLog(m_path, m_use), m_path, stop, take, takers.piece);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    m_kind = *kind;
    if (m_use.pairs.isLast) {
        for (auto& late : mapper.finish()) { // what an earlier log began is told of at the end
            MappedRecord record{late.log.empty() ? late.line : lastLine, std::move(late.outcome), false,
                                std::move(late.log), late.line};
            if (auto given = takers.record(std::move(record)); !given) {
                return given;
            }
        }
    }
    if (!takers.correction || !m_use.isOnlyLog) {
        return {};
    }
    for (auto& correction : m_companions.soleCorrections()) {
        takers.correction(std::move(correction));
    }
    return {};
}

} // namespace goldpan::ingest
