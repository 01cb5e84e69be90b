// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_app.h"
#include "app/desktop/options.h"

#include <QApplication>
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace {

/// Where there is no screen QApplication ends the program, so help and version are answered before it.
bool asksForText(std::span<char*> words) {
    constexpr std::array<std::string_view, 4> kAsking{"-h", "--help", "-v", "--version"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return std::ranges::find(kAsking, word) != kAsking.end(); });
}

} // namespace

int main(int argc, char** argv) {
    if (asksForText({argv, static_cast<std::size_t>(argc)})) {
        const QCoreApplication app(argc, argv);
        return goldpan::desktop::answerInText(goldpan::desktop::readOptions(QCoreApplication::arguments()))
            .value_or(2);
    }
    QApplication app(argc, argv);
    return goldpan::desktop::run(app);
}
