// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <chrono>
#include <cstdio>

namespace goldpan {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

/// A cursor over the text; every read either succeeds and moves on or fails and spoils the parse.
class Cursor {
public:
    explicit Cursor(std::string_view text)
        : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_text.empty(); }
    [[nodiscard]] char peek() const { return m_text.empty() ? '\0' : m_text.front(); }
    [[nodiscard]] std::size_t left() const { return m_text.size(); }

    bool take(char c) {
        if (peek() != c) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }

    std::optional<int> digits(std::size_t count) {
        if (m_text.size() < count) {
            return std::nullopt;
        }
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9') {
                return std::nullopt;
            }
            value = value * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(count);
        return value;
    }

    /// Microseconds of a fraction of any length; digits past the sixth are cut, as Python 3.11 does.
    std::optional<int> fraction() {
        int value = 0;
        int seen = 0;
        while (peek() >= '0' && peek() <= '9') {
            if (seen < 6) {
                value = value * 10 + (peek() - '0');
            }
            ++seen;
            m_text.remove_prefix(1);
        }
        if (seen == 0) {
            return std::nullopt;
        }
        for (int i = seen; i < 6; ++i) {
            value *= 10;
        }
        return value;
    }

private:
    std::string_view m_text;
};

std::optional<std::chrono::sys_days> weekDate(Cursor& in, int year, bool extended) {
    const auto week = in.digits(2);
    int day = 1;
    if (extended ? in.take('-') : (in.peek() >= '0' && in.peek() <= '9')) {
        const auto given = in.digits(1);
        if (!given) {
            return std::nullopt;
        }
        day = *given;
    }
    if (!week || *week < 1 || *week > 53 || day < 1 || day > 7) {
        return std::nullopt;
    }
    using namespace std::chrono;
    const auto mondayOfWeekOne = [](int y) { // ISO 8601: the week that holds 4 January
        const sys_days fourth{std::chrono::year{y} / January / 4};
        return fourth - days{(weekday{fourth}.iso_encoding() - 1)};
    };
    const auto date = mondayOfWeekOne(year) + weeks{*week - 1} + days{day - 1};
    if (*week == 53 && date >= mondayOfWeekOne(year + 1)) {
        return std::nullopt;
    }
    return date;
}

std::optional<std::chrono::sys_days> parseDate(Cursor& in) {
    const auto year = in.digits(4);
    if (!year || *year < 1) {
        return std::nullopt;
    }
    const bool extended = in.take('-');
    if (in.take('W')) {
        return weekDate(in, *year, extended);
    }
    const auto month = in.digits(2);
    if (!month || (extended && !in.take('-'))) {
        return std::nullopt;
    }
    const auto day = in.digits(2);
    if (!day || *month < 1 || *day < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days{date};
}

/// HH[:MM[:SS[.f]]] or the basic form, in microseconds.
std::optional<std::int64_t> parseClock(Cursor& in, int hourLimit) {
    const auto hour = in.digits(2);
    if (!hour || *hour > hourLimit) {
        return std::nullopt;
    }
    std::int64_t micros = *hour * std::int64_t{3600} * kSecond;
    const bool extended = in.peek() == ':';
    const auto more = [&] { return extended ? in.take(':') : (in.peek() >= '0' && in.peek() <= '9'); };
    if (!more()) {
        return micros;
    }
    const auto minute = in.digits(2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    micros += *minute * std::int64_t{60} * kSecond;
    if (!more()) {
        return micros;
    }
    const auto second = in.digits(2);
    if (!second || *second > 59) {
        return std::nullopt;
    }
    micros += *second * kSecond;
    if (in.take('.') || in.take(',')) {
        const auto fraction = in.fraction();
        if (!fraction) {
            return std::nullopt;
        }
        micros += *fraction;
    }
    return micros;
}

std::string format(Timestamp ts, bool alwaysFraction, const char* suffix) {
    using namespace std::chrono;
    std::int64_t seconds = ts.micros / kSecond;
    std::int64_t fraction = ts.micros % kSecond;
    if (fraction < 0) {
        fraction += kSecond;
        --seconds;
    }
    std::int64_t dayCount = seconds / 86400;
    std::int64_t inDay = seconds % 86400;
    if (inDay < 0) {
        inDay += 86400;
        --dayCount;
    }
    const year_month_day date{sys_days{days{dayCount}}};
    char buffer[64];
    const int used =
        std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d", int{date.year()},
                      unsigned{date.month()}, unsigned{date.day()}, static_cast<int>(inDay / 3600),
                      static_cast<int>(inDay / 60 % 60), static_cast<int>(inDay % 60));
    std::string out(buffer, static_cast<std::size_t>(used));
    if (alwaysFraction || fraction != 0) {
        std::snprintf(buffer, sizeof buffer, ".%06d", static_cast<int>(fraction));
        out += buffer;
    }
    return out += suffix;
}

} // namespace

std::optional<Timestamp> parseTimestamp(std::string_view text) {
    Cursor in(text);
    const auto date = parseDate(in);
    if (!date) {
        return std::nullopt;
    }
    std::int64_t micros = date->time_since_epoch().count() * 86400 * kSecond;
    if (in.atEnd()) {
        return Timestamp{micros};
    }
    if (!in.take('T') && !in.take('t') && !in.take(' ')) {
        return std::nullopt;
    }
    const auto clock = parseClock(in, 23);
    if (!clock) {
        return std::nullopt;
    }
    micros += *clock;
    if (in.take('Z') || in.take('z')) {
        return in.atEnd() ? std::optional(Timestamp{micros}) : std::nullopt;
    }
    const bool east = in.peek() == '+';
    if (in.take('+') || in.take('-')) {
        const auto offset = parseClock(in, 23);
        if (!offset) {
            return std::nullopt;
        }
        micros += east ? -*offset : *offset;
    }
    return in.atEnd() ? std::optional(Timestamp{micros}) : std::nullopt;
}

std::string formatTimestamp(Timestamp ts) {
    return format(ts, true, "Z");
}

std::string formatNaiveTimestamp(Timestamp ts) {
    return format(ts, false, "");
}

} // namespace goldpan
