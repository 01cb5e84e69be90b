// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ProfileDesk: short literals through a profile into rows as text. Test support.
#pragma once

#include "core/base/json_text.h"
#include "core/domain/log_row.h"
#include "core/profiles/entry_mapper.h"
#include "core/profiles/shipped_profiles.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace goldpan::profiles {

class ProfileDesk {
public:
    explicit ProfileDesk(const std::string& name) {
        auto profile = name.starts_with('{') ? readProfile(name, shippedText) : shippedProfile(name);
        EXPECT_TRUE(profile) << name << ": "
                             << (profile ? "" : profile.error().message + profile.error().where);
        m_profile = profile.value_or(Profile{});
    }

    ProfileDesk& with(const std::string& companion) {
        m_companions.add(parseJsonTree(companion).value_or(JsonTree{}));
        return *this;
    }

    /// Each object in its turn, then the end of the log.
    ProfileDesk& map(const std::vector<std::string>& objects) {
        EntryMapper mapper(m_profile, &m_companions);
        for (const auto& object : objects) {
            auto tree = parseJsonTree(object);
            EXPECT_TRUE(tree) << object;
            take(mapper.map(tree.value_or(JsonTree{})));
        }
        for (auto& late : mapper.finish()) {
            take({std::move(late.outcome)});
        }
        return *this;
    }

    [[nodiscard]] const MappedRow& row(std::size_t at = 0) const {
        static const MappedRow none;
        EXPECT_LT(at, m_rows.size());
        return at < m_rows.size() ? m_rows[at] : none;
    }
    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }
    /// One field as the row would be written.
    [[nodiscard]] std::string field(const std::string& name, std::size_t at = 0) const {
        const auto json = nlohmann::ordered_json::parse(logRow(row(at).entry));
        return json.contains(name) ? json[name].dump() : "none";
    }
    [[nodiscard]] std::string extra(const std::string& pointer, std::size_t at = 0) const {
        const auto meta = nlohmann::ordered_json::parse(row(at).entry.meta);
        const auto extra = meta.value("extra", nlohmann::ordered_json::object());
        return extra.contains(pointer) ? extra[pointer].dump() : "none";
    }
    [[nodiscard]] std::string meta(const std::string& name, std::size_t at = 0) const {
        const auto meta = nlohmann::ordered_json::parse(row(at).entry.meta);
        return meta.contains(name) ? meta[name].dump() : "none";
    }
    /// Reasons, in their order.
    [[nodiscard]] const std::vector<std::string>& skipped() const { return m_skipped; }
    [[nodiscard]] const Companions& companions() const { return m_companions; }

private:
    void take(std::vector<EntryMapper::Outcome> outcomes) {
        for (auto& outcome : outcomes) {
            if (auto* row = std::get_if<MappedRow>(&outcome)) {
                m_rows.push_back(std::move(*row));
            } else {
                m_skipped.push_back(std::get<Unmapped>(outcome).reason);
            }
        }
    }

    Profile m_profile;
    Companions m_companions{m_profile};
    std::vector<MappedRow> m_rows;
    std::vector<std::string> m_skipped;
};

} // namespace goldpan::profiles
