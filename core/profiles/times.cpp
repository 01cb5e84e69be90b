// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/times.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace goldpan::profiles {
namespace {

constexpr std::array<std::pair<std::string_view, TimeUnit>, 7> kNames{{
    {"auto", TimeUnit::any},
    {"auto-utc", TimeUnit::any},
    {"iso", TimeUnit::iso},
    {"s", TimeUnit::seconds},
    {"ms", TimeUnit::millis},
    {"us", TimeUnit::micros},
    {"ns", TimeUnit::nanos},
}};

/// Powers of ten from the unit to a microsecond.
int exponentOf(TimeUnit unit) {
    switch (unit) {
    case TimeUnit::seconds:
        return 6;
    case TimeUnit::millis:
        return 3;
    case TimeUnit::nanos:
        return -3;
    default:
        return 0;
    }
}

/// An epoch of our days: its integer digits tell the unit from 1973 to 5138.
TimeUnit unitOfDigits(std::size_t digits) {
    if (digits <= 11) {
        return TimeUnit::seconds;
    }
    if (digits <= 14) {
        return TimeUnit::millis;
    }
    return digits <= 17 ? TimeUnit::micros : TimeUnit::nanos;
}

struct Decimal {
    bool isNegative = false;
    std::string digits; ///< without leading zeros
    int point = 0;      ///< digits before the decimal point
};

std::optional<Decimal> decimalOf(std::string_view text) {
    if (!isJsonNumber(text)) {
        return std::nullopt;
    }
    Decimal out;
    out.isNegative = text.starts_with('-');
    text.remove_prefix(out.isNegative ? 1 : 0);
    const auto exponentAt = text.find_first_of("eE");
    int exponent = 0;
    if (exponentAt != std::string_view::npos) {
        auto digits = text.substr(exponentAt + 1);
        digits.remove_prefix(digits.starts_with('+') ? 1 : 0);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc{} ||
            exponent > 30 || exponent < -30) {
            return std::nullopt;
        }
        text = text.substr(0, exponentAt);
    }
    const auto dot = std::min(text.find('.'), text.size());
    out.digits = text.substr(0, dot);
    out.point = static_cast<int>(out.digits.size()) + exponent;
    if (dot < text.size()) {
        out.digits += text.substr(dot + 1);
    }
    const auto zeros = std::min(out.digits.find_first_not_of('0'), out.digits.size());
    out.digits.erase(0, zeros);
    out.point -= static_cast<int>(zeros);
    return out;
}

/// Cut, as a fraction of a second in a text is: one moment has one time, however it is written.
std::optional<std::int64_t> cut(const Decimal& decimal, int exponent) {
    const int point = decimal.point + exponent;
    if (point > 18) {
        return std::nullopt;
    }
    std::string whole = point > 0 ? decimal.digits.substr(0, static_cast<std::size_t>(point)) : "0";
    whole.append(static_cast<std::size_t>(std::max(0, point - static_cast<int>(decimal.digits.size()))), '0');
    std::int64_t value = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), value);
    if (!decimal.isNegative) {
        return value;
    }
    const auto rest = static_cast<std::size_t>(std::max(0, point));
    const bool isWhole = decimal.digits.find_first_not_of('0', rest) == std::string::npos;
    return isWhole ? -value : -value - 1; // before 1970 to the earlier one, too
}

std::optional<Timestamp> epochOf(std::string_view text, TimeUnit unit) {
    const auto decimal = decimalOf(text);
    if (!decimal) {
        return std::nullopt;
    }
    if (unit == TimeUnit::any) {
        unit = unitOfDigits(static_cast<std::size_t>(std::max(0, decimal->point)));
    }
    const auto micros = cut(*decimal, exponentOf(unit));
    return micros ? std::optional(Timestamp{*micros}) : std::nullopt;
}

/// Digits alone may also be a date without dashes; an epoch of our days has ten or more.
bool looksLikeEpoch(std::string_view text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return digits >= 10 && isJsonNumber(text);
}

/// BigQuery writes the name of the one zone that it knows.
std::string_view withoutZoneName(std::string_view text) {
    constexpr std::string_view kName = " UTC";
    text.remove_suffix(text.ends_with(kName) ? kName.size() : 0);
    return text;
}

} // namespace

std::optional<TimeUnit> timeUnitFromName(std::string_view name) {
    const auto* found = std::ranges::find(kNames, name, &std::pair<std::string_view, TimeUnit>::first);
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Timestamp> readTime(const JsonTree& value, TimeUnit unit) {
    if (value.isArray() && value.items.size() == 2 && unit == TimeUnit::any) {
        const auto seconds = integerOf(value.items[0]);
        const auto nanos = integerOf(value.items[1]);
        if (!seconds || !nanos || *seconds < 0 || *seconds > 99'999'999'999) {
            return std::nullopt;
        }
        return Timestamp{*seconds * 1'000'000 + *nanos / 1000};
    }
    if (value.isNumber() && unit != TimeUnit::iso) {
        return epochOf(value.text, unit);
    }
    if (!value.isString()) {
        return std::nullopt;
    }
    if (unit == TimeUnit::iso || (unit == TimeUnit::any && !looksLikeEpoch(value.text))) {
        return parseTimestamp(withoutZoneName(value.text));
    }
    return epochOf(value.text, unit);
}

} // namespace goldpan::profiles
