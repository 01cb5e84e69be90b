// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/phrasebook.h"

namespace goldpan::bench {

std::span<const Phrasebook> phrasebooks() {
    static const std::vector<Phrasebook> kBooks = [] {
        auto books = latinPhrasebooks();
        for (auto& book : easternPhrasebooks()) {
            books.push_back(std::move(book));
        }
        return books;
    }();
    return kBooks;
}

} // namespace goldpan::bench
