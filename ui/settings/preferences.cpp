// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include "ui/common/text_bridge.h"

#include <QCoreApplication>
#include <QSettings>
#include <QVariant>
#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::Preferences)
};

constexpr qsizetype kMostCharacters = 4096; // of a text; more is no name of anything
constexpr qsizetype kMostTags = 256;

constexpr std::array kThemes{std::pair(ThemeChoice::system, "system"), std::pair(ThemeChoice::light, "light"),
                             std::pair(ThemeChoice::dark, "dark")};
constexpr std::array kLanguages{std::pair(LanguageChoice::system, "system"),
                                std::pair(LanguageChoice::english, "en"),
                                std::pair(LanguageChoice::chinese, "zh_CN")};

/// A line of the table. `set` answers false where the value makes no sense, and then changes nothing.
struct Setting {
    const char* key;
    std::function<QVariant(const Preferences&)> get;
    std::function<bool(Preferences&, const QVariant&)> set;
};

Setting text(const char* key, QString Preferences::*member) {
    return {key, [=](const Preferences& from) { return QVariant(from.*member); },
            [=](Preferences& to, const QVariant& value) {
                if (value.metaType().id() != QMetaType::QString ||
                    value.toString().size() > kMostCharacters || value.toString().contains(QChar::Null)) {
                    return false;
                }
                to.*member = value.toString();
                return true;
            }};
}

template <typename Number>
Setting number(const char* key, Number Preferences::*member, Number least, Number most) {
    return {key, [=](const Preferences& from) { return QVariant(from.*member); },
            [=](Preferences& to, const QVariant& value) {
                bool isNumber = false;
                const double read = value.toDouble(&isNumber);
                const bool inRange = read == Number() || (read >= least && read <= most);
                if (!isNumber || !inRange || static_cast<double>(static_cast<Number>(read)) != read) {
                    return false;
                }
                to.*member = static_cast<Number>(read);
                return true;
            }};
}

Setting flag(const char* key, bool Preferences::*member) {
    return {key, [=](const Preferences& from) { return QVariant(from.*member); },
            [=](Preferences& to, const QVariant& value) {
                const QString word = value.toString();
                if (word != QLatin1String("true") && word != QLatin1String("false")) {
                    return false;
                }
                to.*member = word == QLatin1String("true");
                return true;
            }};
}

/// One of a few, each with its name in the file.
template <typename Choice>
Setting choice(const char* key, Choice Preferences::*member,
               const std::array<std::pair<Choice, const char*>, 3>& names) {
    return {key,
            [=, &names](const Preferences& from) {
                return QVariant(QLatin1String(
                    std::ranges::find(names, from.*member, &std::pair<Choice, const char*>::first)->second));
            },
            [=, &names](Preferences& to, const QVariant& value) {
                const auto* const found = std::ranges::find_if(names, [&value](const auto& each) {
                    return value.toString() == QLatin1String(each.second);
                });
                if (found == names.end()) {
                    return false;
                }
                to.*member = found->first;
                return true;
            }};
}

Setting exportFormat() {
    return {"export/format",
            [](const Preferences& from) { return QVariant(toQString(formatName(from.exportFormat))); },
            [](Preferences& to, const QVariant& value) {
                const auto format = exporting::formatFromName(toUtf8(value.toString()));
                to.exportFormat = format.value_or(to.exportFormat);
                return format.has_value();
            }};
}

Setting exportTags() {
    return {"export/tags", [](const Preferences& from) { return QVariant(from.exportTags); },
            [](Preferences& to, const QVariant& value) {
                const QStringList tags = value.toStringList();
                const bool sound = value.canConvert<QStringList>() && tags.size() <= kMostTags &&
                                   std::ranges::all_of(tags, [](const QString& tag) {
                                       return !tag.trimmed().isEmpty() && tag.size() <= kMostCharacters;
                                   });
                if (sound) {
                    to.exportTags = tags;
                }
                return sound;
            }};
}

const std::vector<Setting>& table() {
    static const std::vector<Setting> kTable{
        choice("language", &Preferences::language, kLanguages),
        choice("theme", &Preferences::theme, kThemes),
        number("interfacePoints", &Preferences::interfacePoints, kLeastPoints, kMostPoints),
        text("textFamily", &Preferences::textFamily),
        number("textPoints", &Preferences::textPoints, kLeastPoints, kMostPoints),
        number("zoomSteps", &Preferences::zoomSteps, kLeastZoom, kMostZoom),
        text("operatorName", &Preferences::operatorName),
        exportFormat(),
        exportTags(),
        text("export/folder", &Preferences::exportFolder),
        flag("export/redact", &Preferences::exportRedact),
        flag("export/toolRows", &Preferences::exportToolRows),
        flag("export/identical", &Preferences::exportIdentical),
    };
    return kTable;
}

} // namespace

exporting::ExportSpec exportSpecOf(const Preferences& preferences) {
    exporting::ExportSpec spec;
    spec.format = preferences.exportFormat;
    for (const QString& tag : preferences.exportTags) {
        spec.tags.push_back(toUtf8(tag));
    }
    if (preferences.exportIdentical) {
        spec.exclude.emplace_back("identical");
    }
    spec.redactCorrections = preferences.exportRedact;
    spec.toolRows = preferences.exportToolRows;
    return spec;
}

Preferences loadPreferences(QStringList* problems) {
    const QSettings settings;
    const auto note = [problems](const QString& problem) {
        if (problems != nullptr) {
            *problems << problem;
        }
    };
    if (settings.status() != QSettings::NoError) {
        note(Words::tr("The settings file %1 cannot be read; the defaults count.").arg(settings.fileName()));
    }
    Preferences out;
    for (const Setting& setting : table()) {
        const QString key = QLatin1String(setting.key);
        if (settings.contains(key) && !setting.set(out, settings.value(key))) {
            note(Words::tr("The setting %1 makes no sense; its default counts.").arg(key));
        }
    }
    return out;
}

void savePreferences(const Preferences& before, const Preferences& after) {
    QSettings settings;
    const Preferences defaults;
    for (const Setting& setting : table()) {
        const QVariant value = setting.get(after);
        if (value == setting.get(before)) {
            continue;
        }
        const QString key = QLatin1String(setting.key);
        if (value == setting.get(defaults)) {
            settings.remove(key);
        } else {
            settings.setValue(key, value);
        }
    }
}

} // namespace goldpan::ui
