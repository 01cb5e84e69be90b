// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/profile_use.h"

#include "core/base/files.h"
#include "core/ingest/log_source.h"
#include "core/ingest/object_parser.h"
#include "core/profiles/object_splitter.h"
#include "core/profiles/shipped_profiles.h"

#include <algorithm>
#include <map>

namespace goldpan::ingest {
namespace {

constexpr std::size_t kEnoughObjects = 20;
constexpr std::size_t kEnoughLines = 200; // of which none is ours
constexpr std::size_t kEnoughBytes = std::size_t{4} << 20;
constexpr std::size_t kPiece = std::size_t{256} << 10;
constexpr std::int64_t kMaxProfile = std::int64_t{1} << 20;

std::shared_ptr<const profiles::Profile> shared(profiles::Profile profile) {
    return std::make_shared<const profiles::Profile>(std::move(profile));
}

struct Beginning {
    std::vector<JsonTree> objects;
    profiles::FileKind kind = profiles::FileKind::unknown;
    bool hasOurLine = false;
    std::string bytes; ///< of a pipe: all that was read
};

/// Among the whole lines of `text`. Asked where the file as a whole is no JSONL, for a torn first line can
/// look like the beginning of anything.
bool holdsOurLine(std::string_view text) {
    for (std::size_t looked = 0; looked < kEnoughLines; ++looked) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) {
            return false;
        }
        if (text.starts_with('{')) {
            const auto parsed = parseObject(text.substr(0, end));
            if (parsed.tree.isObject() &&
                profiles::detect({&parsed.tree, 1}).profile == profiles::kLessonProfile) {
                return true;
            }
        }
        text.remove_prefix(end + 1);
    }
    return false;
}

/// As many objects as it takes to know the format; at least one, however long it is.
Result<Beginning> beginningOf(LogSource& source, bool isPipe, const std::stop_token& stop) {
    Beginning out;
    profiles::ObjectSplitter splitter(kMaxObjectBytes);
    const auto take = [&](const profiles::SplitObject& object) {
        auto parsed = parseObject(object.text);
        if (parsed.failure && parsed.failure->fault != LineFault::wrongType && !object.isLost &&
            !object.isTooLong) {
            splitter.markBroken();
        }
        if (parsed.tree.isObject() && out.objects.size() < kEnoughObjects) {
            out.objects.push_back(std::move(parsed.tree));
        }
    };
    std::string head;
    std::vector<char> piece(kPiece);
    for (std::size_t bytes = 0;;) {
        const auto read = source.read(piece, stop);
        if (!read) {
            if (read.error().code == ErrorCode::cancelled) {
                return std::unexpected(read.error());
            }
            break; // the import itself tells what is wrong
        }
        if (*read == 0) {
            splitter.finish(take);
            break;
        }
        const std::string_view text(piece.data(), *read);
        out.bytes += isPipe ? text : std::string_view();
        if (splitter.kind() != profiles::FileKind::lines && head.size() < kEnoughBytes) {
            head += text;
        }
        splitter.add(text, take);
        bytes += *read;
        // One object may be as long as it likes, but not one that stands on a line of its own, nor what is
        // none.
        const bool isSeen = !out.objects.empty() || splitter.kind() == profiles::FileKind::lines ||
                            splitter.kind() == profiles::FileKind::unknown;
        if (splitter.kind() == profiles::FileKind::events || out.objects.size() >= kEnoughObjects ||
            (bytes >= kEnoughBytes && isSeen) || bytes >= kMaxObjectBytes) {
            break;
        }
        if (isPipe && !profiles::detect(out.objects).profile.empty()) {
            break;
        }
        if (splitter.kind() != profiles::FileKind::lines && bytes == *read && holdsOurLine(head)) {
            break; // known early: the rest of a log that begins torn may be one endless object
        }
    }
    out.kind = splitter.kind();
    out.hasOurLine = out.kind != profiles::FileKind::lines && holdsOurLine(head);
    return out;
}

} // namespace

Result<std::shared_ptr<const profiles::Profile>> openProfile(const std::string& named) {
    if (auto shipped = profiles::shippedProfile(named)) {
        return shared(std::move(*shipped));
    }
    const bool isPath = named.contains('/') || named.ends_with(".json");
    const auto text = readFile(named, kMaxProfile);
    if (!text) {
        return isPath ? Result<std::shared_ptr<const profiles::Profile>>(std::unexpected(text.error()))
                      : fail(ErrorCode::notFound, "there is no profile of that name and no such file", named);
    }
    auto profile = profiles::readProfile(*text, profiles::shippedText);
    if (!profile) {
        return fail(profile.error().code, profile.error().message, named + ", " + profile.error().where);
    }
    return shared(std::move(*profile));
}

Result<ProfileChoice> chooseProfile(const std::string& path, const std::stop_token& stop) {
    ProfileChoice out;
    auto source = LogSource::open(path);
    if (!source) {
        return std::unexpected(source.error());
    }
    const bool isPipe = !LogSource::sizeOf(path);
    auto beginning = beginningOf(*source, isPipe, stop);
    if (!beginning) {
        return std::unexpected(beginning.error());
    }
    if (isPipe) {
        source->giveBack(std::move(beginning->bytes));
        out.begun = std::make_shared<LogSource>(std::move(*source));
    }
    profiles::Detected detected;
    if (beginning->hasOurLine) {
        out.isOurs = true;
        out.reason = "lines of the log are this program's own";
        return out;
    }
    if (beginning->kind == profiles::FileKind::events) {
        detected = {std::string(profiles::kStreamProfile), "the file holds server-sent events", {}};
    } else {
        detected = profiles::detect(beginning->objects);
    }
    out.isOurs = detected.profile == profiles::kLessonProfile;
    if (detected.profile.empty() || out.isOurs) {
        out.reason = std::move(detected.reason);
        return out;
    }
    auto profile = profiles::shippedProfile(detected.profile);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    out.profile = shared(std::move(*profile));
    out.reason = std::move(detected.reason);
    out.others = std::move(detected.others);
    return out;
}

void sharePairs(std::vector<ProfileUse>& uses, const std::vector<std::string>& paths) {
    const bool isReadOnce =
        std::ranges::any_of(paths, [](const std::string& path) { return !LogSource::sizeOf(path); });
    std::map<std::string, ProfileUse*> lastOf; // by the profile's name
    for (auto& use : uses) {
        if (!use.profile || !use.profile->pairs) {
            continue;
        }
        auto*& last = lastOf[use.profile->name];
        use.pairs = {.merger = last != nullptr ? last->pairs.merger
                                               : std::make_shared<profiles::PairMerger>(*use.profile->pairs),
                     .isFirst = last == nullptr,
                     .isLast = true,
                     .isReadOnce = isReadOnce};
        if (last != nullptr) {
            last->pairs.isLast = false;
        }
        last = &use;
    }
}

Result<LogSource> openLog(const std::string& path, const ProfileUse& use) {
    return use.begun ? Result<LogSource>(std::move(*use.begun)) : LogSource::open(path);
}

Result<void> checkIsFollowable(const std::string& path, const std::stop_token& stop) {
    if (!LogSource::sizeOf(path)) {
        return {};
    }
    const auto choice = chooseProfile(path, stop);
    if (!choice || !choice->profile) { // what cannot be read is told by whoever follows it
        return {};
    }
    return fail(ErrorCode::usage,
                "only logs of this program's own format are followed, and this one is read by the profile " +
                    choice->profile->name + "; import it instead",
                path);
}

} // namespace goldpan::ingest
