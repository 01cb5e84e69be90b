# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Debian 12 packages only; resources/debian-packages.txt names each with its reason.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Sql Gui Widgets Charts LinguistTools)
find_package(SQLite3 3.40 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
