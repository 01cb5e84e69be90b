// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_keys.h"

#include "core/redact/scan/scan_text.h"
#include "core/redact/scan/word_ends.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <span>
#include <string>

namespace goldpan::redact {
namespace {

constexpr std::size_t kShortestToken = 10;
constexpr std::size_t kShortestPassword = 5;
constexpr std::size_t kLongest = 4096;

constexpr auto kPasswords = std::to_array<std::string_view>(
    {"adgangskode", "contrasena", "geslo",     "haslo",      "heslo",      "jelszo",      "kennwort",
     "kodeord",     "losenord",   "lozinka",   "masterauth", "mdp",        "motdepasse",  "parola",
     "parool",      "pass",       "passcode",  "passord",    "passphrase", "passwd",      "password",
     "passwords",   "passwort",   "psk",       "pw",         "pwd",        "requirepass", "salasana",
     "senha",       "sifre",      "wachtwoord"});
constexpr auto kClaves = std::to_array<std::string_view>({"clave", "ww"});
constexpr auto kTokens =
    std::to_array<std::string_view>({"apikey", "auth", "authorization", "credential", "creds", "credentials",
                                     "secret", "token", "accesskey", "secretkey", "privatekey", "jeton"});
// What makes a "key" one to something.
constexpr auto kKeyed = std::to_array<std::string_view>(
    {"access",     "account", "admin",       "api",     "app",          "application", "auth",   "client",
     "encryption", "insert",  "integration", "license", "master",       "private",     "secret", "service",
     "session",    "shared",  "signing",     "storage", "subscription", "webhook"});
// Services whose "key" is one.
constexpr auto kServices = std::to_array<std::string_view>(
    {"ably",       "adafruit",   "adobe",       "age",          "airtable",     "algolia",
     "alibaba",    "amplitude",  "anthropic",   "artifactory",  "asana",        "assemblyai",
     "atlassian",  "auth",       "authress",    "aws",          "azure",        "beamer",
     "bedrock",    "bitbucket",  "bittrex",     "bitwarden",    "braintree",    "buildkite",
     "circleci",   "clerk",      "clickhouse",  "clojars",      "cloudflare",   "codecov",
     "cohere",     "coinbase",   "confluent",   "contentful",   "databricks",   "datadog",
     "deepgram",   "deepl",      "deepseek",    "defined",      "digitalocean", "discord",
     "discourse",  "docker",     "doppler",     "droneci",      "dropbox",      "duffel",
     "dynatrace",  "easypost",   "elevenlabs",  "endorlabs",    "etsy",         "facebook",
     "fastly",     "fauna",      "figma",       "finicity",     "finnhub",      "firebase",
     "fireworks",  "flickr",     "flutterwave", "flyio",        "frameio",      "freemius",
     "freshbooks", "gcp",        "gemini",      "gitee",        "github",       "gitlab",
     "gitter",     "gocardless", "google",      "grafana",      "groq",         "harness",
     "hashicorp",  "heroku",     "hetzner",     "hubspot",      "huggingface",  "infracost",
     "intercom",   "jenkins",    "jfrog",       "jira",         "kraken",       "kubernetes",
     "kucoin",     "langchain",  "langsmith",   "launchdarkly", "linear",       "linkedin",
     "linode",     "lob",        "looker",      "mailchimp",    "mailgun",      "mandrill",
     "mapbox",     "mattermost", "maxmind",     "meraki",       "messagebird",  "mistral",
     "mixpanel",   "mongodb",    "netlify",     "newrelic",     "nexmo",        "notion",
     "npm",        "nuget",      "nytimes",     "octopus",      "okta",         "onepassword",
     "openai",     "openrouter", "openshift",   "openweather",  "opsgenie",     "pagerduty",
     "paypal",     "perplexity", "pinecone",    "plaid",        "planetscale",  "plivo",
     "polymarket", "postman",    "postmark",    "prefect",      "privateai",    "pulumi",
     "pusher",     "pypi",       "qdrant",      "quicknode",    "rapidapi",     "razorpay",
     "readme",     "redis",      "replicate",   "resend",       "rollbar",      "rubygems",
     "scaleway",   "scalingo",   "segment",     "sendbird",     "sendgrid",     "sendinblue",
     "sentry",     "serper",     "settlemint",  "shippo",       "shopify",      "sidekiq",
     "slack",      "snyk",       "sonar",       "sonarqube",    "sourcegraph",  "sparkpost",
     "splunk",     "spotify",    "square",      "squarespace",  "stability",    "strapi",
     "stripe",     "stytch",     "sumologic",   "supabase",     "tailscale",    "tavily",
     "telegram",   "tencent",    "terraform",   "travis",       "trello",       "twilio",
     "twitch",     "twitter",    "typeform",    "vault",        "vercel",       "vonage",
     "wandb",      "weatherapi", "weaviate",    "yandex",       "zapier",       "zendesk",
     "zoom"});
static_assert(std::ranges::is_sorted(kServices));
constexpr auto kSuffixes = std::to_array<std::string_view>(
    {"token", "secret", "password", "passwd", "apikey", "secretkey", "accesskey", "privatekey"});
constexpr auto kCounted = std::to_array<std::string_view>({"primary", "foreign", "cache", "partition", "sort",
                                                           "object", "page", "next", "continuation", "max",
                                                           "public", "csrf", "cancellation", "sync"});
// What stands behind the word that counts: "mySecretString", "API_KEY_PROD", "SECRET_KEY_BASE".
constexpr auto kEmpty = std::to_array<std::string_view>(
    {"string",      "str",     "value", "val",  "text", "prod",    "production", "dev",
     "development", "staging", "stage", "test", "live", "sandbox", "base",       "default",
     "main",        "backup",  "old",   "new",  "v",    "env",     "plain"});

// Words of other languages that hold letters with marks, and of scripts without spaces; lower case.
constexpr auto kForeignPasswords = std::to_array<std::string_view>({"contraseña",
                                                                    "mot de passe",
                                                                    "hasło",
                                                                    "lösenord",
                                                                    "пароль",
                                                                    "şifre",
                                                                    "jelszó",
                                                                    "mật khẩu",
                                                                    "palavra-passe",
                                                                    "пароля",
                                                                    "паролем",
                                                                    "Пароль",
                                                                    "Şifre",
                                                                    "parolă",
                                                                    "slaptažodis",
                                                                    "κωδικός",
                                                                    "κωδικός πρόσβασης",
                                                                    "mật mã",
                                                                    "kata sandi",
                                                                    "密码",
                                                                    "密碼",
                                                                    "口令",
                                                                    "パスワード",
                                                                    "비밀번호",
                                                                    "비번",
                                                                    "암호",
                                                                    "รหัสผ่าน",
                                                                    "كلمة المرور",
                                                                    "סיסמה",
                                                                    "סיסמא",
                                                                    "كلمة السر",
                                                                    "الرقم السري",
                                                                    "पासवर्ड"});
constexpr auto kForeignTokens =
    std::to_array<std::string_view>({"api-schlüssel", "clé api", "clé d'api", "clave de api", "clave api",
                                     "chave de api", "chave api", "chiave api", "klucz api", "密钥", "密鑰",
                                     "令牌", "apiキー", "シークレット", "トークン", "api 키", "토큰"});

/// The words of an identifier in lower case, the last ones of a very long one; without memory of its own.
class IdentifierWords {
public:
    explicit IdentifierWords(std::string_view identifier) {
        identifier = identifier.substr(identifier.size() - std::min(identifier.size(), kBytes));
        const auto at = [&](std::size_t i) { return i < identifier.size() ? identifier[i] : '\0'; };
        for (std::size_t i = 0; i < identifier.size(); ++i) {
            const char c = identifier[i];
            const bool lowerBefore = i > 0 && isLower(identifier[i - 1]);
            const bool upperBefore = i > 0 && isUpper(identifier[i - 1]);
            const bool hump = isUpper(c) && (lowerBefore || (upperBefore && isLower(at(i + 1))));
            if ((!isLetter(c) || hump) && !m_words[m_count].empty()) {
                if (m_count + 1 == kWords) {
                    break;
                }
                ++m_count;
            }
            if (isLetter(c)) {
                m_bytes[i] = lowerAscii(c);
                auto& word = m_words[m_count];
                word = {word.empty() ? m_bytes.data() + i : word.data(), word.size() + 1};
            }
        }
        m_count += m_words[m_count].empty() ? 0 : 1;
    }
    IdentifierWords(const IdentifierWords&) = delete;
    IdentifierWords& operator=(const IdentifierWords&) = delete;

    [[nodiscard]] std::span<const std::string_view> words() const { return {m_words.data(), m_count}; }

private:
    static constexpr std::size_t kBytes = 160;
    static constexpr std::size_t kWords = 82; // one letter each

    static bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
    static bool isLower(char c) { return c >= 'a' && c <= 'z'; }

    std::array<char, kBytes> m_bytes; // where the words point
    std::array<std::string_view, kWords> m_words{};
    std::size_t m_count = 0;
};

template <typename List>
bool holds(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

constexpr WordEnds kForeignEnds(kForeignPasswords, kForeignTokens);

/// Letters of which each word that can name a secret holds some in a row: most identifiers hold none.
constexpr auto kStems = std::to_array<std::string_view>(
    {"pas", "pw",  "tok", "key", "sec", "aut", "cre", "sen", "nnw", "two", "rol", "sig", "bsy",
     "slo", "lav", "mdp", "kod", "asa", "loz", "ifr", "lsz", "ww",  "jet", "roo", "psk"});

constexpr auto kStemLetters = [] {
    std::array<std::array<std::uint32_t, 256>, 3> letters{};
    for (std::size_t stem = 0; stem < kStems.size(); ++stem) {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            for (std::size_t c = 0; c < 256; ++c) {
                const bool any = i >= kStems[stem].size();
                if (any || lowerAscii(static_cast<char>(c)) == kStems[stem][i]) {
                    letters[i][c] = letters[i][c] | 1U << stem;
                }
            }
        }
    }
    return letters;
}();

constexpr bool holdsStem(std::string_view identifier) {
    const auto byte = [&](std::size_t i) {
        return i < identifier.size() ? static_cast<unsigned char>(identifier[i]) : std::size_t{0};
    };
    unsigned found = 0;
    for (std::size_t i = 0; i + 1 < identifier.size(); ++i) {
        found |= static_cast<unsigned>(kStemLetters[0][byte(i)]) & kStemLetters[1][byte(i + 1)] &
                 kStemLetters[2][byte(i + 2)];
    }
    return found != 0;
}
static_assert(std::ranges::all_of(kPasswords, holdsStem) && std::ranges::all_of(kClaves, holdsStem) &&
              std::ranges::all_of(kTokens, holdsStem) && std::ranges::all_of(kSuffixes, holdsStem) &&
              holdsStem("keys") && holdsStem("contribsys") && holdsStem("sig"));

} // namespace

KeyName keyName(std::string_view identifier) {
    if (!holdsStem(identifier)) {
        return KeyName::none;
    }
    const IdentifierWords split(identifier);
    auto words = split.words();
    while (words.size() > 1 && holds(kEmpty, words.back())) {
        words = words.first(words.size() - 1); // "mySecretString"
    }
    if (words.empty()) {
        return KeyName::none;
    }
    const auto last = words.back();
    const auto before = words.size() > 1 ? words[words.size() - 2] : std::string_view();
    if (holds(kPasswords, last) || last.ends_with("password") || last.ends_with("passwd")) {
        return KeyName::password;
    }
    if (std::ranges::any_of(words, [](auto word) { return holds(kCounted, word); })) {
        return KeyName::none;
    }
    if (holds(kClaves, last)) {
        return KeyName::clave;
    }
    if (last == "key" || last == "keys") {
        const bool keyed = holds(kKeyed, before) || std::ranges::binary_search(kServices, before) ||
                           (words.size() > 1 && std::ranges::binary_search(kServices, words.front()));
        return keyed ? KeyName::token : KeyName::key;
    }
    const bool suffix = std::ranges::any_of(kSuffixes, [&](auto end) { return last.ends_with(end); });
    if (holds(kTokens, last) || suffix) {
        return KeyName::token;
    }
    if (last == "com" && before == "contribsys") {
        return KeyName::password; // how Bundler names the feed of Sidekiq's paid gems
    }
    // "secret_do_not_commit": only what cannot be anything else.
    const bool inside = std::ranges::any_of(
        words, [](auto word) { return word == "secret" || word == "token" || word == "password"; });
    return inside || last == "sig" ? KeyName::key : KeyName::none;
}

KeyName foreignKeyName(std::string_view lead) {
    constexpr std::size_t kLongest = 24;
    if (!kForeignEnds.mayEnd(lead)) {
        return KeyName::none;
    }
    std::string lower(lead.substr(lead.size() - std::min(lead.size(), kLongest)));
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    const auto ends = [&](auto word) { return lower.ends_with(word); };
    if (std::ranges::any_of(kForeignPasswords, ends)) {
        return KeyName::password;
    }
    return std::ranges::any_of(kForeignTokens, ends) ? KeyName::token : KeyName::none;
}

} // namespace goldpan::redact
