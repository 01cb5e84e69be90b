// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An export that is killed at each of its steps: the next command has the old batch or the new one there, as
// a whole, and the store says the same.
#include "tests/process/support/desk.h"
#include "tests/process/support/killed_run.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

namespace fs = std::filesystem;

using testing::ElementsAreArray;

class StoppedExport : public testing::Test {
protected:
    /// A store with a batch in `name` that the next one replaces, so that each file of it changes and one
    /// goes.
    void prepare(const Desk& desk, const std::string& name) {
        Desk::done({"import", desk.store, desk.writeLog("a.jsonl", 40, 1)});
        const auto ids = desk.texts("SELECT request_id FROM log_entries LIMIT 12");
        std::vector<std::string> tag{"tag", desk.store, "add", "t"};
        tag.insert(tag.end(), ids.begin(), ids.end());
        Desk::done(tag);
        for (const auto& id : ids) {
            Desk::done({"correct", desk.store, id, "--text", "better than " + id});
        }
        Desk::done({"export", desk.store, "--out", desk.dir.file(name), "--split", "0.5"});
        if (name.ends_with('/')) {
            desk.dir.write(name + "README.md", "license: mit\n");
        }
    }

    std::vector<std::string> again(const Desk& desk, const std::string& name) const {
        return {"export", desk.store, "--format", "sharegpt", "--out", desk.dir.file(name)};
    }

    /// Names below the folder but for the store's, hidden ones too.
    static std::vector<std::string> listing(const Desk& desk) {
        std::vector<std::string> names;
        for (const auto& item : fs::recursive_directory_iterator(desk.dir.path())) {
            const auto name = fs::relative(item.path(), desk.dir.path()).string();
            if (!name.starts_with("s.goldpan") && name != "a.jsonl") {
                names.push_back(name);
            }
        }
        std::ranges::sort(names);
        return names;
    }

    static std::string dataSha(const nlohmann::json& verified) { return verified["files"][0]["sha256"]; }

    void killAtEachStep(const std::string& name, std::size_t atLeast) {
        const Desk before;
        prepare(before, name);
        const auto old = listing(before);
        const auto oldSha = dataSha(Desk::done({"verify", before.dir.file(name)}));
        const Desk whole;
        fs::copy(before.dir.path(), whole.dir.path(), kCopy);
        Desk::done(again(whole, name));
        const auto fresh = listing(whole);
        const auto newSha = dataSha(Desk::done({"verify", whole.dir.file(name)}));
        ASSERT_NE(oldSha, newSha);
        std::size_t olds = 0;
        std::size_t news = 0;
        for (int step = 1;; ++step) {
            SCOPED_TRACE(step);
            const Desk desk;
            fs::copy(before.dir.path(), desk.dir.path(), kCopy);
            const auto killed = killedAt(step, again(desk, name));
            if (!killed) {
                GTEST_SKIP() << "no program can be watched here";
            }
            if (!*killed) {
                break;
            }
            if (step % 2 == 0) { // in the other runs the next export comes at once
                const auto verified = Desk::done({"verify", desk.dir.file(name)});
                const bool isNew = dataSha(verified) == newSha;
                EXPECT_TRUE(isNew || dataSha(verified) == oldSha);
                EXPECT_EQ(verified["problems"].size(), 0U);
                EXPECT_EQ(desk.number("SELECT count(*) FROM export_batches"), isNew ? 2 : 1);
                const auto recorded = Desk::done({"verify", desk.dir.file(name), "--store", desk.store});
                EXPECT_EQ(recorded["batch"], isNew ? 2 : 1);
                EXPECT_FALSE(recorded.contains("stopped_export")) << "it is settled";
                if (isNew) {
                    EXPECT_THAT(listing(desk), ElementsAreArray(fresh));
                }
                (isNew ? news : olds) += 1;
            }
            Desk::done(again(desk, name));
            EXPECT_EQ(dataSha(Desk::done({"verify", desk.dir.file(name), "--store", desk.store})), newSha);
            EXPECT_THAT(listing(desk), ElementsAreArray(fresh)) << "nothing hidden stays";
            if (name.ends_with('/')) {
                EXPECT_EQ(desk.dir.read(name + "README.md.bak"), "license: mit\n");
            }
        }
        EXPECT_GE(olds, atLeast);
        EXPECT_GE(news, atLeast);
    }

    static constexpr auto kCopy = fs::copy_options::recursive;
};

TEST_F(StoppedExport, AFolderIsTheOldBatchOrTheNewOne) {
    killAtEachStep("out/", 3);
}

TEST_F(StoppedExport, AFileIsTheOldBatchOrTheNewOne) {
    killAtEachStep("x.jsonl", 2);
}

} // namespace
} // namespace goldpan::test
