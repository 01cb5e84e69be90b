// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/token_words.h"

#include "core/redact/rules/rules.h"
#include "core/redact/scan/pii_span.h"
#include "core/redact/scan/token_shape.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/detail/text_findings.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace goldpan::ui {
namespace {

using redact::PiiType;

constexpr std::size_t kRuleCharacters = 64;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::TokenWords)
};

QString typeWords(PiiType type) {
    switch (type) {
    case PiiType::email:
        return Words::tr("e-mail addresses");
    case PiiType::ssn:
        return Words::tr("social security numbers");
    case PiiType::phone:
        return Words::tr("phone numbers");
    case PiiType::creditCard:
        return Words::tr("card numbers");
    case PiiType::iban:
        return Words::tr("bank account numbers (IBAN)");
    case PiiType::ip:
        return Words::tr("IP addresses");
    case PiiType::secret:
        return Words::tr("keys, passwords and other secrets");
    case PiiType::passport:
        return Words::tr("passport numbers");
    case PiiType::driverLicense:
        return Words::tr("driver's licence numbers");
    case PiiType::govId:
        return Words::tr("numbers that a state gives its people");
    case PiiType::address:
        return Words::tr("postal addresses");
    case PiiType::custom:
    case PiiType::dropped:
        break;
    }
    return {};
}

/// "order numbers, order numbers of 2019": the custom rules that write the token.
QString customRules(const std::string& token, const redact::RuleSet& rules) {
    QStringList names;
    for (const redact::CustomRule& rule : rules.rules()) {
        if (rule.token == token) {
            names << visibleLine(rule.name, kRuleCharacters);
        }
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

std::vector<TokenPlace> tokensIn(const QString& line) {
    static const QRegularExpression kToken(QStringLiteral("\\[([A-Z][A-Z0-9_]{1,31})\\]"));
    std::vector<TokenPlace> out;
    for (auto matches = kToken.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        if (redact::isTokenName(toUtf8(match.captured(1)))) {
            out.push_back({static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedEnd()),
                           match.captured(1)});
        }
    }
    return out;
}

std::optional<TokenPlace> tokenAt(const QString& line, int position) {
    for (TokenPlace& token : tokensIn(line)) {
        if (token.begin <= position && position < token.end) {
            return std::move(token);
        }
    }
    return std::nullopt;
}

QString tokenMeaning(const QString& name, const redact::Redactor& redactor) {
    const QString token = tokenText(name);
    const std::string bytes = toUtf8(token);
    if (bytes == redact::kDroppedToken) {
        return Words::tr("%1: a text that could not be redacted was dropped whole.").arg(token);
    }
    QStringList parts;
    if (const QString custom = customRules(bytes, redactor.rules()); !custom.isEmpty()) {
        parts << Words::tr("%1: this store's own rule %2.").arg(token, custom);
    }
    for (const redact::Rule& rule : redact::allRules()) {
        if (redact::piiToken(rule.type) != bytes) {
            continue;
        }
        const auto& off = redactor.rules().off();
        const bool isOff = std::ranges::find(off, rule.name) != off.end();
        parts << (isOff ? Words::tr("%1: %2; the rule %3 is switched off in this store.")
                        : Words::tr("%1: %2, rule %3 %4."))
                     .arg(token, typeWords(rule.type), toQString(rule.name));
        if (!isOff) {
            parts.last() = parts.last().arg(rule.version);
        }
    }
    return parts.isEmpty() ? Words::tr("%1: no rule of this store; it came with the log.").arg(token)
                           : parts.join(u' ');
}

} // namespace goldpan::ui
