// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: what a measurement found, as a table for people and as JSON for programs; and the clock and the
// memory that it is measured with. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::bench {

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

/// The most memory held since the last call, in MB (Linux: VmHWM); begins anew.
[[nodiscard]] double takePeakMegabytes();

[[nodiscard]] double median(std::vector<double> values);

class Figures {
public:
    void add(std::string_view name, double value, std::string_view unit);
    [[nodiscard]] std::string table() const;
    /// [{"name","value","unit"}, ...]
    [[nodiscard]] std::string json() const;

private:
    struct Figure {
        std::string name;
        double value = 0;
        std::string unit;
    };
    std::vector<Figure> m_figures;
};

} // namespace goldpan::bench
