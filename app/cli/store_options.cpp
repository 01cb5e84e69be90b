// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/store_options.h"

#include "app/composition/store_factory.h"
#include "core/base/files.h"
#include "core/base/utf8.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdlib>
#include <ostream>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace goldpan::cli {
namespace {

std::string loginName() {
    if (const auto* user = getpwuid(geteuid()); user != nullptr && user->pw_name != nullptr) {
        return user->pw_name;
    }
    const auto* name = std::getenv("USER"); // a user id without an account, as in containers
    return name != nullptr ? name : "";
}

} // namespace

void addStore(CLI::App& verb, StoreOptions& options) {
    verb.add_option("STORE", options.store, "The store, a .goldpan file")->required();
}

void addOperator(CLI::App& verb, ActOptions& options) {
    options.operatorName = loginName();
    verb.add_option("--operator", options.operatorName, "Who acts; default: the login name")
        ->type_name("NAME")
        ->check([](const std::string& name) {
            return name.find_first_not_of(" \t\r\n") == std::string::npos ? "the operator's name is empty"
                   : !isValidUtf8(name)                                   ? "the operator's name is not UTF-8"
                                                                          : "";
        });
}

Result<void> checkStorePath(const std::string& path) {
    if (path.starts_with("postgresql://") || path.starts_with("postgres://")) {
        return fail(ErrorCode::usage, "PostgreSQL is not supported yet; name a .goldpan file");
    }
    return {};
}

store::UpgradeNotice upgradeNotice(Io& io) {
    return [&io](int from, int to) {
        io.err << "bringing the store from schema " << from << " to " << to
               << ", which needs it alone for a moment\n";
    };
}

Result<std::unique_ptr<store::Store>> openStore(const StoreOptions& options, Io& io) {
    if (auto path = checkStorePath(options.store); !path) {
        return std::unexpected(path.error());
    }
    return composition::openStoreTelling(options.store, upgradeNotice(io));
}

Result<void> checkText(const std::string& text, const std::string& name) {
    if (!isValidUtf8(text)) {
        return fail(ErrorCode::usage, "the " + name + " is not UTF-8; convert it first");
    }
    return {};
}

Result<void> checkReadable(const std::string& path) {
    if (path == "-") {
        return {};
    }
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) {
        return std::unexpected(fileError(errno, "read", path));
    }
    if (S_ISDIR(info.st_mode)) {
        return std::unexpected(fileError(EISDIR, "read", path));
    }
    if (access(path.c_str(), R_OK) != 0) {
        return std::unexpected(fileError(errno, "read", path));
    }
    return {};
}

} // namespace goldpan::cli
