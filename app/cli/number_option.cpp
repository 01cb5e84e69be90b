// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/number_option.h"

#include <charconv>
#include <string>
#include <system_error>

namespace goldpan::cli {

CLI::Validator wholeNumber(std::uint64_t least, std::uint64_t most) {
    return {[least, most](const std::string& given) {
                std::uint64_t number = 0;
                const char* end = given.data() + given.size();
                const auto [stopped, problem] = std::from_chars(given.data(), end, number);
                const bool fits =
                    problem == std::errc{} && stopped == end && number >= least && number <= most;
                return fits ? std::string()
                            : "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
            },
            ""};
}

} // namespace goldpan::cli
