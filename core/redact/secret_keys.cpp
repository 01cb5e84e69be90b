// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/secret_keys.h"

#include "core/redact/scan_text.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <vector>

namespace goldpan::redact {
namespace {

constexpr std::size_t kShortestToken = 10;
constexpr std::size_t kShortestPassword = 5;
constexpr std::size_t kLongest = 4096;

constexpr auto kPasswords =
    std::to_array<std::string_view>({"contrasena", "motdepasse", "pass", "passcode", "passphrase", "passwd",
                                     "password", "passwort", "pw", "pwd"});
constexpr auto kTokens =
    std::to_array<std::string_view>({"apikey", "auth", "credential", "credentials", "secret", "token",
                                     "accesskey", "secretkey", "privatekey"});
// What makes a "key" one to something.
constexpr auto kKeyed = std::to_array<std::string_view>(
    {"access",     "account", "admin",       "api",     "app",          "application", "auth",   "client",
     "encryption", "insert",  "integration", "license", "master",       "private",     "secret", "service",
     "session",    "shared",  "signing",     "storage", "subscription", "webhook"});
// Services whose "key" is one.
constexpr auto kServices = std::to_array<std::string_view>(
    {"adafruit",     "adobe",       "age",         "airtable",     "algolia",     "alibaba",
     "anthropic",    "artifactory", "asana",       "atlassian",    "auth",        "aws",
     "azure",        "beamer",      "bitbucket",   "bittrex",      "clickhouse",  "cloudflare",
     "codecov",      "cohere",      "coinbase",    "confluent",    "contentful",  "databricks",
     "datadog",      "deepgram",    "defined",     "digitalocean", "discord",     "discourse",
     "docker",       "doppler",     "droneci",     "dropbox",      "duffel",      "dynatrace",
     "easypost",     "elevenlabs",  "etsy",        "facebook",     "fastly",      "figma",
     "finicity",     "finnhub",     "flickr",      "flutterwave",  "flyio",       "frameio",
     "freemius",     "freshbooks",  "gcp",         "gitee",        "github",      "gitlab",
     "gitter",       "gocardless",  "google",      "grafana",      "groq",        "harness",
     "hashicorp",    "heroku",      "hubspot",     "huggingface",  "infracost",   "intercom",
     "jenkins",      "jfrog",       "jira",        "kraken",       "kubernetes",  "kucoin",
     "launchdarkly", "linear",      "linkedin",    "lob",          "looker",      "mailchimp",
     "mailgun",      "mapbox",      "mattermost",  "messagebird",  "mistral",     "netlify",
     "newrelic",     "notion",      "npm",         "nuget",        "nytimes",     "octopus",
     "okta",         "openai",      "openweather", "pagerduty",    "paypal",      "perplexity",
     "pinecone",     "plaid",       "planetscale", "polymarket",   "postman",     "prefect",
     "privateai",    "pulumi",      "pypi",        "quicknode",    "rapidapi",    "readme",
     "replicate",    "rubygems",    "scaleway",    "scalingo",     "segment",     "sendbird",
     "sendgrid",     "sendinblue",  "sentry",      "settlemint",   "shippo",      "shopify",
     "sidekiq",      "slack",       "snyk",        "sonar",        "sourcegraph", "spotify",
     "square",       "squarespace", "stripe",      "sumologic",    "supabase",    "telegram",
     "tencent",      "travis",      "trello",      "twilio",       "twitch",      "twitter",
     "typeform",     "vault",       "vercel",      "wandb",        "weatherapi",  "yandex",
     "zendesk",      "zoom"});
static_assert(std::ranges::is_sorted(kServices));
constexpr auto kSuffixes = std::to_array<std::string_view>(
    {"token", "secret", "password", "passwd", "apikey", "secretkey", "accesskey", "privatekey"});
constexpr auto kCounted = std::to_array<std::string_view>({"primary", "foreign", "cache", "partition", "sort",
                                                           "object", "page", "next", "continuation", "max",
                                                           "public", "csrf", "cancellation", "sync"});
constexpr auto kEmpty = std::to_array<std::string_view>({"string", "str", "value", "val", "text"});
constexpr auto kPlaceholders = std::to_array<std::string_view>(
    {"example",     "placeholder", "changeme", "change_me",       "your", "xxxx", "****",   "....",
     "dummy",       "redacted",    "insert",   "undefined",       "null", "none", "sample", "replace",
     "process.env", "os.environ",  "secrets.", "1234567890abcdef"});

std::vector<std::string> wordsOf(std::string_view identifier) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < identifier.size(); ++i) {
        const char c = identifier[i];
        const bool upper = c >= 'A' && c <= 'Z';
        const bool lowerBefore = i > 0 && identifier[i - 1] >= 'a' && identifier[i - 1] <= 'z';
        const bool lowerAfter =
            i + 1 < identifier.size() && identifier[i + 1] >= 'a' && identifier[i + 1] <= 'z';
        const bool upperBefore = i > 0 && identifier[i - 1] >= 'A' && identifier[i - 1] <= 'Z';
        if ((!isLetter(c) || (upper && (lowerBefore || (upperBefore && lowerAfter)))) &&
            !words.back().empty()) {
            words.emplace_back();
        }
        if (isLetter(c)) {
            words.back() += lowerAscii(c);
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

template <typename List>
bool holds(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

struct Counts {
    std::size_t digits = 0;
    std::size_t upper = 0;
    std::size_t lower = 0;
    std::size_t other = 0;
    std::size_t distinct = 0;
};

Counts countsOf(std::string_view value) {
    Counts counts;
    std::bitset<256> seen;
    for (const char c : value) {
        counts.digits += isDigit(c) ? 1 : 0;
        counts.upper += c >= 'A' && c <= 'Z' ? 1 : 0;
        counts.lower += c >= 'a' && c <= 'z' ? 1 : 0;
        counts.other += isDigit(c) || isLetter(c) ? 0 : 1;
        seen.set(static_cast<unsigned char>(c));
    }
    counts.distinct = seen.count();
    return counts;
}

std::string lowerOf(std::string_view value) {
    std::string lower(value.substr(0, 64));
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    return lower;
}

bool isPlaceholder(std::string_view value) {
    const auto lower = lowerOf(value);
    return std::ranges::any_of(kPlaceholders, [&](auto word) { return lower.contains(word); }) ||
           value.starts_with('$') || value.starts_with('%') || value.starts_with('<') ||
           value.starts_with('{');
}

/// "config.token2", "./keys/v1", "my-app-config-2": words that somebody chose, joined by one mark.
bool isNamePath(std::string_view value) {
    if (value.starts_with('/') || value.starts_with("./") || value.starts_with("~/") ||
        value.contains("://")) {
        return true;
    }
    std::size_t words = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        const char c = i < value.size() ? value[i] : '_';
        if (isLetter(c)) {
            ++run;
        } else {
            words += run >= 3 && (c == '_' || c == '-' || c == '.' || c == '/') ? 1 : 0;
            run = 0;
        }
    }
    return words >= 2 && countsOf(value).digits <= 2 && value.size() < 40;
}

/// Two letters that each word of the lists holds: most identifiers have none of them.
bool mayName(std::string_view identifier) {
    for (std::size_t i = 1; i < identifier.size(); ++i) {
        const char next = lowerAscii(identifier[i]);
        switch (lowerAscii(identifier[i - 1])) {
        case 'p':
            if (next == 'a' || next == 'w') {
                return true;
            }
            break;
        case 'k':
        case 's':
            if (next == 'e') {
                return true;
            }
            break;
        case 't':
        case 'm':
            if (next == 'o') {
                return true;
            }
            break;
        case 'a':
            if (next == 'u') {
                return true;
            }
            break;
        case 'c':
            if (next == 'r' || next == 'o') {
                return true;
            }
            break;
        default:
            break;
        }
    }
    return false;
}

bool isMasked(std::string_view value) {
    const auto lower = lowerOf(value);
    return lower.contains("xxxx") || lower.contains("your") || lower.contains("****") ||
           lower.contains("....");
}

} // namespace

KeyName keyName(std::string_view identifier) {
    if (!mayName(identifier)) {
        return KeyName::none;
    }
    auto words = wordsOf(identifier);
    while (words.size() > 1 && holds(kEmpty, words.back())) {
        words.pop_back(); // "mySecretString"
    }
    if (words.empty()) {
        return KeyName::none;
    }
    const std::string& last = words.back();
    const std::string before = words.size() > 1 ? words[words.size() - 2] : std::string();
    if (holds(kPasswords, last)) {
        return KeyName::password;
    }
    if (std::ranges::any_of(words, [](const auto& word) { return holds(kCounted, word); })) {
        return KeyName::none;
    }
    if (last == "key" || last == "keys") {
        const bool keyed = holds(kKeyed, before) || std::ranges::binary_search(kServices, before) ||
                           (words.size() > 1 && std::ranges::binary_search(kServices, words.front()));
        return keyed ? KeyName::token : KeyName::key;
    }
    const bool suffix = std::ranges::any_of(kSuffixes, [&](auto end) { return last.ends_with(end); });
    return holds(kTokens, last) || suffix ? KeyName::token : KeyName::none;
}

bool looksRandom(std::string_view value) {
    const Counts counts = countsOf(value);
    return counts.distinct >= 5 && (counts.digits > 0 || (counts.upper > 2 && counts.lower > 2)) &&
           !isMasked(value); // "AKIA...EXAMPLE" looks like one, and may be one
}

bool isSecretValue(KeyName key, std::string_view value, bool quoted) {
    const Counts counts = countsOf(value);
    if (value.size() > kLongest || isPlaceholder(value) || counts.distinct < 4) {
        return false;
    }
    const std::size_t letters = counts.upper + counts.lower;
    if (key == KeyName::password) {
        const bool mixed = counts.digits > 0 || (quoted && counts.upper > 0 && counts.lower > 0);
        return value.size() >= kShortestPassword && letters > 0 && mixed && !(isNamePath(value) && !quoted);
    }
    if (value.size() < kShortestToken || counts.distinct < 5 || isNamePath(value)) {
        return false;
    }
    if (key == KeyName::key) {
        return value.size() >= 30 && counts.digits >= 4 && letters >= 4 && counts.other <= 2;
    }
    const auto lower = lowerOf(value);
    if (lower.contains("token") || lower.contains("secret") || lower.contains("password") ||
        lower.contains("_key")) {
        return false; // "ek_token_123" stands for one
    }
    if (letters == 0) {
        return counts.digits >= 16 && counts.other == 0;
    }
    const bool digits = counts.digits >= 2 || (counts.digits == 1 && counts.upper >= 2 && counts.lower >= 2);
    const bool letterOnly =
        quoted && value.size() >= 20 && counts.upper >= 4 && counts.lower >= 4 && counts.other == 0;
    return digits || letterOnly;
}

} // namespace goldpan::redact
