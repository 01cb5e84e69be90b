// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_profiles [SECONDS [FILE...]]: logs of other tools, bent and broken at random, through the reader, the
// detection and every shipped profile; and the same bytes as a profile. Whatever comes out has to be a row
// that reads back. From the asan build it finds what no example does. Prints how much it tried and the seed
// of the run; exits 1 at a row that is none. Not part of the test suite, because it takes minutes.
#include "core/base/files.h"
#include "core/domain/log_row.h"
#include "core/profiles/entry_mapper.h"
#include "core/profiles/object_splitter.h"
#include "core/profiles/shipped_profiles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <random>

namespace goldpan::profiles {
namespace {

constexpr std::size_t kLongestSeed = 60'000;
constexpr std::size_t kObjectLimit = 20'000;

constexpr std::array<std::string_view, 26> kPieces{"{",
                                                   "}",
                                                   "[",
                                                   "]",
                                                   "\"",
                                                   ":",
                                                   ",",
                                                   "null",
                                                   "\\u0000",
                                                   "\\ud800",
                                                   "1e999",
                                                   "-0",
                                                   "9223372036854775808",
                                                   "\n",
                                                   "data: ",
                                                   "\"\"",
                                                   "[]",
                                                   "{}",
                                                   "true",
                                                   "\xff",
                                                   "\"id\":",
                                                   "\"content\":",
                                                   "\"role\":\"user\"",
                                                   "\"parts\":[",
                                                   "\"tool_calls\":[{}]",
                                                   "\"type\":\"text\""};

constexpr std::array<std::string_view, 6> kOwnSeeds{
    R"({"request":{"messages":[{"role":"user","content":"a"}]},"response":{"id":"i","created":1,"choices":[{"message":{"content":"b","tool_calls":[{"function":{"name":"f","arguments":"{}"}}]},"logprobs":{"content":[{"logprob":-1}]}}]}})",
    R"({"resourceSpans":[{"resource":{"attributes":[]},"scopeSpans":[{"spans":[{"spanId":"s","startTimeUnixNano":"1748737273000000000","endTimeUnixNano":"1748737274000000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.prompt.0.content","value":{"stringValue":"a"}},{"key":"gen_ai.completion.0.content","value":{"stringValue":"b"}}]}]}]}]})",
    R"({"trace":{"id":"t","scores":[{"name":"n","value":0,"traceId":"t"}],"corrections":[{"longStringValue":"c"}]},"observations":[{"id":"o","type":"GENERATION","traceId":"t","startTime":"2025-06-01","input":"[{\"role\":\"user\",\"content\":\"a\"}]","output":"\"b\""}]})",
    R"({"post":[{"id":"r","run_type":"llm","start_time":"2025-06-01","inputs":{"messages":[{"type":"human","content":"a"}]}}],"patch":[{"id":"r","end_time":"2025-06-01","outputs":{"content":"b"}}]})",
    R"({"conversation_hash":"h","timestamp":"2025-06-01","conversation":[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"b"},{"type":"tool_use","name":"f","input":{}}]}]})",
    "data: "
    "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}"
    "\n\ndata: [DONE]\n"};

class Fuzzer {
public:
    explicit Fuzzer(std::uint64_t seed)
        : m_random(seed) {
        for (const auto own : kOwnSeeds) {
            m_seeds.emplace_back(own);
        }
        for (const auto& shipped : shippedTexts()) {
            m_seeds.emplace_back(shipped.json);
        }
    }

    /// A log gives its lines, anything else is one seed.
    void addSeeds(const std::string& path) {
        const auto text = readFile(path);
        std::string_view rest = text ? std::string_view(*text) : std::string_view();
        if (!rest.empty() && rest.size() <= kLongestSeed) {
            m_seeds.emplace_back(rest);
        }
        for (int lines = 0; !rest.empty() && lines < 20; ++lines) {
            const auto end = std::min(rest.find('\n'), rest.size());
            if (end > 0 && end <= kLongestSeed) {
                m_seeds.emplace_back(rest.substr(0, end));
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    /// False where a row came out that is none.
    bool once() {
        const auto text = bent(m_seeds[below(m_seeds.size())]);
        (void)readProfile(text, shippedText);
        auto objects = split(text);
        const auto detected = detect(std::span(objects).first(std::min<std::size_t>(objects.size(), 3)));
        const auto& profile = profileFor(detected.profile);
        Companions companions(profile);
        for (const auto& object : objects) {
            companions.add(object);
        }
        EntryMapper mapper(profile, &companions);
        bool good = true;
        for (auto& object : objects) {
            for (const auto& outcome : mapper.map(std::move(object))) {
                if (const auto* row = std::get_if<MappedRow>(&outcome)) {
                    ++m_rows;
                    good = good && parseJsonTree(logRow(row->entry)).has_value();
                }
            }
        }
        (void)mapper.finish();
        return good;
    }

    [[nodiscard]] std::int64_t rows() const { return m_rows; }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }

    /// Mostly the one that fits, for only that one gets far.
    const Profile& profileFor(const std::string& detected) {
        const auto& all = shippedProfiles();
        const auto found = std::ranges::find(all, detected, &Profile::name);
        return found != all.end() && below(3) > 0 ? *found : all[below(all.size())];
    }

    std::string bent(std::string text) {
        for (auto left = below(6); left > 0 && !text.empty(); --left) {
            const auto at = below(text.size());
            switch (below(4)) {
            case 0:
                text.erase(at, below(20));
                break;
            case 1:
                text.insert(at, kPieces[below(kPieces.size())]);
                break;
            case 2:
                text.insert(below(text.size()), text.substr(at, below(200)));
                break;
            default:
                text[at] = static_cast<char>(m_random());
            }
        }
        return text;
    }

    std::vector<JsonTree> split(std::string_view text) {
        std::vector<JsonTree> out;
        ObjectSplitter splitter(kObjectLimit);
        const auto take = [&](const SplitObject& object) {
            auto tree = parseJsonTree(object.text);
            if (tree && tree->isObject()) {
                out.push_back(std::move(*tree));
            }
            if (!tree && !object.isLost && !object.isTooLong) {
                splitter.markBroken();
            }
        };
        for (const auto piece = 1 + below(5000); !text.empty();) {
            splitter.add(text.substr(0, piece), take);
            text.remove_prefix(std::min(piece, text.size()));
        }
        splitter.finish(take);
        return out;
    }

    std::mt19937_64 m_random;
    std::vector<std::string> m_seeds;
    std::int64_t m_rows = 0;
};

int run(const std::vector<std::string_view>& args) {
    int seconds = 600;
    if (!args.empty()) {
        std::from_chars(args[0].data(), args[0].data() + args[0].size(), seconds);
    }
    const auto seed = std::random_device{}();
    Fuzzer fuzzer(seed);
    for (std::size_t i = 1; i < args.size(); ++i) {
        fuzzer.addSeeds(std::string(args[i]));
    }
    std::printf("seed %u\n", seed);
    std::fflush(stdout);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    std::int64_t tries = 0;
    for (; std::chrono::steady_clock::now() < end; ++tries) {
        if (!fuzzer.once()) {
            std::printf("after %lld tries: a row that does not read back\n", static_cast<long long>(tries));
            return 1;
        }
    }
    std::printf("%lld tries, %lld rows\n", static_cast<long long>(tries),
                static_cast<long long>(fuzzer.rows()));
    return 0;
}

} // namespace
} // namespace goldpan::profiles

int main(int argc, char** argv) {
    return goldpan::profiles::run({argv + 1, argv + argc});
}
