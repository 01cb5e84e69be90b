// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace goldpan::bench {
namespace {

/// Four significant digits say all that a measurement knows.
std::string shortNumber(double value) {
    char text[32];
    const bool whole = value == std::floor(value);
    const int digits = whole || value >= 1'000 ? 0 : value >= 100 ? 1 : value >= 10 ? 2 : 3;
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

} // namespace

double takePeakMegabytes() {
    double kilobytes = 0;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            std::istringstream(line.substr(6)) >> kilobytes;
        }
    }
    std::ofstream("/proc/self/clear_refs") << "5"; // proc(5): resets VmHWM
    return kilobytes / 1'000;
}

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

void Figures::add(std::string_view name, double value, std::string_view unit) {
    m_figures.push_back({std::string(name), value, std::string(unit)});
}

std::string Figures::table() const {
    std::string out;
    for (const auto& figure : m_figures) {
        const std::string number = shortNumber(figure.value);
        out += figure.name;
        out.append(52 - std::min<std::size_t>(52, figure.name.size()), ' ');
        out.append(12 - std::min<std::size_t>(12, number.size()), ' ');
        out += number + ' ' + figure.unit + '\n';
    }
    return out;
}

std::string Figures::json() const {
    std::string out = "[";
    for (const auto& figure : m_figures) {
        out += out.size() == 1 ? "\n " : ",\n ";
        out += R"({"name":)";
        appendJsonString(out, figure.name);
        out += R"(,"value":)";
        appendJsonDouble(out, figure.value);
        out += R"(,"unit":)";
        appendJsonString(out, figure.unit);
        out += '}';
    }
    return out + "\n]\n";
}

} // namespace goldpan::bench
