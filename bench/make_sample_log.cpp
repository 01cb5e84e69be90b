// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// make_sample_log FOLDER: writes the sample that ships in resources/sample, the log before gzip -9nf.
#include "bench/sample_log.h"
#include "core/base/files.h"

#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <utility>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_sample_log FOLDER\n", stderr);
        return 2;
    }
    const std::string folder = std::span(argv, static_cast<std::size_t>(argc))[1];
    const auto sample = goldpan::bench::makeSample();
    const std::pair<std::string_view, const std::string&> files[] = {
        {"/sample-log.jsonl", sample.log},
        {"/drift-events.jsonl", sample.driftEvents},
        {"/feedback.jsonl", sample.feedback}};
    for (const auto& [name, text] : files) {
        const auto written = goldpan::writeFileAtomically(folder + std::string(name), text);
        if (!written) {
            const goldpan::Error& error = written.error();
            std::fprintf(stderr, "make_sample_log: %s (%s)\n", error.message.c_str(), error.where.c_str());
            return 1;
        }
    }
    return 0;
}
