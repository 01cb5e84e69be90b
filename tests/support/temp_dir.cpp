// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <zlib.h>

namespace goldpan::test {

TempDir::TempDir() {
    std::string pattern = (std::filesystem::temp_directory_path() / "goldpan-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    m_path = pattern;
}

TempDir::~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string TempDir::write(std::string_view name, std::string_view text) const {
    const std::string full = file(name);
    std::ofstream out(full, std::ios::binary);
    out << text;
    return full;
}

std::string TempDir::writeGzip(std::string_view name, std::string_view text) const {
    const std::string full = file(name);
    gzFile out = gzopen(full.c_str(), "wb");
    gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
    gzclose(out);
    return full;
}

std::string TempDir::read(std::string_view name) const {
    std::ifstream in(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string readMaybeGzip(const std::string& path) {
    gzFile in = gzopen(path.c_str(), "rb");
    std::string out;
    if (in == nullptr) {
        return out;
    }
    char buffer[1 << 16];
    for (int got = 0; (got = gzread(in, buffer, sizeof buffer)) > 0;) {
        out.append(buffer, static_cast<std::size_t>(got));
    }
    gzclose(in);
    return out;
}

} // namespace goldpan::test
