// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FakeStore: remembers what an import gives it; the rest of a store is not there. Test support; one object,
// one thread.
#pragma once

#include "core/sampling/reservoir.h"
#include "core/store/importer.h"
#include "core/store/rule_sets.h"
#include "core/store/store.h"
#include "core/store/user_keys.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace goldpan::test {

class FakeStore final : public store::Store, public store::Importer {
public:
    struct Source {
        std::string name;
        std::vector<std::string> ids;
        std::vector<std::string> prompts;
        std::vector<std::int64_t> lines;
        std::vector<std::string> quarantine; ///< "line reason"
        bool finished = false;
    };

    std::vector<Source> sources;
    std::set<std::string> known;
    std::vector<std::string> counted; ///< for a reservoir
    std::thread::id thread = std::this_thread::get_id();
    std::function<Result<void>()> onAdd; ///< called before each add()

    Result<std::unique_ptr<store::ImportSession>> begin(std::string_view source, std::string_view,
                                                        const store::Keeping&) override {
        sources.push_back({.name = std::string(source)});
        return std::make_unique<Session>(*this);
    }

    Result<void> renameSource(std::string_view, std::string_view) override { std::abort(); }
    Result<void> rememberProfile(std::string_view, std::string_view) override { return {}; }
    store::FollowedFiles& followedFiles() override { std::abort(); }
    Result<void> countHealthy(std::span<const store::ImportRow> rows,
                              sampling::Reservoir& reservoir) override {
        for (const auto& row : rows) {
            reservoir.add(hourOf(row.entry.ts), row.keyHash);
            counted.push_back(row.entry.requestId);
        }
        return {};
    }
    Result<void> settle(sampling::Reservoir& reservoir) override {
        EXPECT_TRUE(sources.empty()) << "counted before anything is stored";
        reservoir.settle();
        return {};
    }

    store::Importer& importer() override { return *this; }
    store::EntryReader& entries() override { std::abort(); }
    store::QueueReader& queue() override { std::abort(); }
    store::WriteGate& writes() override { std::abort(); }
    store::EventReader& events() override { std::abort(); }
    store::ExportReader& exports() override { std::abort(); }
    store::SavedQueues& savedQueues() override { std::abort(); }
    store::RuleSets& ruleSets() override { return m_rules; }
    store::UserKeys& userKeys() override { return m_users; }
    store::Ledger& ledger() override { std::abort(); }
    store::Upkeep& upkeep() override { std::abort(); }
    store::Reredaction& reredaction() override { std::abort(); }
    store::SearchIndex& searchIndex() override { std::abort(); }
    store::TimelineReader& timeline() override { std::abort(); }
    const std::string& path() const override { return m_path; }
    void interrupt() override {}

private:
    class Users final : public store::UserKeys {
    public:
        Result<std::optional<store::UserKeyMark>> current() override { return m_mark; }
        Result<void> set(const store::UserKeyMark& mark) override {
            m_mark = mark;
            return {};
        }
        Result<bool> hasUsers() override { return false; }

    private:
        std::optional<store::UserKeyMark> m_mark;
    };

    class Rules final : public store::RuleSets {
    public:
        Result<std::optional<store::StoredRuleSet>> current() override { return std::nullopt; }
        Result<std::vector<store::StoredRuleSet>> list() override { std::abort(); }
        Result<void> set(const store::StoredRuleSet&, std::optional<std::int64_t>,
                         const std::function<Result<void>()>&) override {
            std::abort();
        }
    };

    Users m_users;
    Rules m_rules;
    std::string m_path = "nowhere.goldpan";
    class Session final : public store::ImportSession {
    public:
        explicit Session(FakeStore& store)
            : m_store(store) {}

        Result<store::ImportTally> add(std::span<const store::ImportRow> rows, const store::AdmitFn&,
                                       const store::StoredFn&) override {
            EXPECT_EQ(std::this_thread::get_id(), m_store.thread) << "the store has one thread";
            if (m_store.onAdd) {
                if (auto allowed = m_store.onAdd(); !allowed) {
                    return std::unexpected(allowed.error());
                }
            }
            store::ImportTally tally;
            for (const auto& row : rows) {
                auto& source = m_store.sources.back();
                ++(m_store.known.insert(row.entry.requestId).second ? tally.stored : tally.duplicate);
                source.ids.push_back(row.entry.requestId);
                source.prompts.push_back(row.entry.prompt);
                source.lines.push_back(row.line);
            }
            return tally;
        }
        Result<void> quarantine(std::span<const store::QuarantinedLine> lines) override {
            for (const auto& line : lines) {
                m_store.sources.back().quarantine.push_back(std::to_string(line.line) + " " + line.reason);
            }
            return {};
        }
        Result<void> finish() override {
            m_store.sources.back().finished = true;
            return {};
        }

    private:
        FakeStore& m_store;
    };
};

} // namespace goldpan::test
