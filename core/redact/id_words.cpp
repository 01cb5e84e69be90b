// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/id_words.h"

#include "core/redact/word_table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace goldpan::redact {
namespace {

enum class Role : std::uint8_t {
    none,
    passport,
    licence,  ///< names a driver's licence beside a driver
    driver,   ///< "driver's", "driving"
    dl,       ///< names a driver's licence alone
    gov,      ///< names a number of a state alone
    govUpper, ///< the same, only in capitals: "SIN", "PAN"
    kind,     ///< "tax", "national": a number of a state beside "ID" or "number"
    number,   ///< "ID", "number", "card"
    filler,   ///< "is", "my"
};

using Word = std::pair<std::string_view, Role>;

// Lower case.
// clang-format off
constexpr WordTable kWords(std::to_array<Word>({
    {"a", Role::filler}, {"aadhaar", Role::gov}, {"aadhar", Role::gov}, {"abn", Role::govUpper},
    {"acn", Role::govUpper}, {"african", Role::kind}, {"ahv", Role::govUpper}, {"alien", Role::kind},
    {"are", Role::filler}, {"as", Role::filler}, {"ausweis", Role::gov}, {"ausweisnummer", Role::gov},
    {"avs", Role::govUpper}, {"bsn", Role::govUpper}, {"burgerservicenummer", Role::gov},
    {"card", Role::number}, {"cedula", Role::gov}, {"certificate", Role::kind}, {"citizen", Role::kind},
    {"citizenship", Role::kind}, {"cnp", Role::govUpper}, {"cnpj", Role::gov}, {"code", Role::number},
    {"codice", Role::number}, {"cpf", Role::gov}, {"cpr", Role::govUpper}, {"curp", Role::gov},
    {"dl", Role::dl}, {"dni", Role::gov}, {"driver", Role::driver}, {"drivers", Role::driver},
    {"driving", Role::driver}, {"dvla", Role::dl}, {"c\xC3\xA9" "dula", Role::gov}, {"egn", Role::govUpper},
    {"ein", Role::govUpper}, {"es", Role::filler}, {"est", Role::filler}, {"fiscal", Role::kind},
    {"fiscale", Role::kind}, {"f\xC3\xBChrerschein", Role::dl}, {"f\xC3\xBChrerscheinnummer", Role::dl},
    {"government", Role::kind}, {"green", Role::kind}, {"gst", Role::kind}, {"gstin", Role::gov},
    {"health", Role::kind}, {"healthcare", Role::kind}, {"henkil\xC3\xB6tunnus", Role::gov},
    {"her", Role::filler}, {"het", Role::filler}, {"hetu", Role::gov}, {"his", Role::filler},
    {"hkid", Role::gov}, {"id", Role::number}, {"identification", Role::kind}, {"identifier", Role::number},
    {"identity", Role::kind}, {"idnr", Role::gov}, {"inn", Role::govUpper}, {"insurance", Role::kind},
    {"is", Role::filler}, {"ist", Role::filler}, {"itin", Role::gov}, {"jmbg", Role::gov},
    {"krankenversicherungsnummer", Role::gov}, {"krankenversichertennummer", Role::gov},
    {"kvnr", Role::gov}, {"licence", Role::licence}, {"license", Role::licence}, {"mbi", Role::govUpper},
    {"medicare", Role::gov}, {"my", Role::filler}, {"mykad", Role::gov}, {"nas", Role::govUpper},
    {"national", Role::kind}, {"nhs", Role::gov}, {"nie", Role::govUpper}, {"nif", Role::gov},
    {"nin", Role::govUpper}, {"nino", Role::gov}, {"nip", Role::govUpper}, {"nir", Role::govUpper},
    {"no", Role::number}, {"npi", Role::govUpper}, {"nr", Role::number}, {"nric", Role::gov},
    {"num", Role::number}, {"number", Role::number}, {"numbers", Role::number}, {"numero", Role::number},
    {"nummer", Role::number}, {"n\xC3\xBAmero", Role::number}, {"of", Role::filler},
    {"oib", Role::govUpper}, {"our", Role::filler}, {"pan", Role::govUpper}, {"pasaporte", Role::passport},
    {"passaporte", Role::passport}, {"passaporto", Role::passport}, {"passeport", Role::passport},
    {"passport", Role::passport}, {"passports", Role::passport}, {"permit", Role::licence},
    {"personal", Role::kind}, {"personalausweis", Role::gov}, {"personnummer", Role::gov},
    {"pesel", Role::gov}, {"photo", Role::filler}, {"pps", Role::govUpper}, {"ppsn", Role::gov},
    {"reisepass", Role::passport}, {"reisepassnummer", Role::passport}, {"residence", Role::kind},
    {"resident", Role::kind}, {"rfc", Role::none}, {"rodn\xC3\xA9", Role::kind}, {"rrn", Role::govUpper},
    {"s", Role::filler}, {"sa", Role::kind}, {"sin", Role::govUpper}, {"snils", Role::gov},
    {"sozialversicherungsnummer", Role::gov}, {"state", Role::kind}, {"steuer", Role::kind},
    {"steueridentifikationsnummer", Role::gov}, {"steuernummer", Role::gov}, {"tax", Role::kind},
    {"taxpayer", Role::kind}, {"tckn", Role::gov}, {"tfn", Role::govUpper}, {"the", Role::filler},
    {"their", Role::filler}, {"tin", Role::govUpper}, {"uen", Role::govUpper}, {"uidai", Role::gov},
    {"utr", Role::govUpper}, {"vat", Role::kind}, {"visa", Role::none}, {"voter", Role::kind},
    {"was", Role::filler}, {"your", Role::filler}, {"dea", Role::govUpper}, {"foreigner", Role::kind},
    {"frn", Role::govUpper}, {"rvnr", Role::gov}, {"kimlik", Role::gov}, {"ni", Role::govUpper},
    {"cnic", Role::gov}, {"nic", Role::govUpper}, {"zehut", Role::gov},
    {"f\xC3\xB8" "dselsnummer", Role::gov}, {"fodselsnummer", Role::gov}, {"refugee", Role::kind},
    {"trn", Role::govUpper}, {"registration", Role::number}, {"kennitala", Role::gov},
    {"isikukood", Role::gov}, {"rif", Role::govUpper}, {"ruc", Role::govUpper}, {"rut", Role::govUpper},
    {"cuit", Role::gov}, {"cuil", Role::gov}, {"ktp", Role::govUpper}, {"nik", Role::govUpper},
    {"sociale", Role::kind}, {"securite", Role::kind}, {"s\xC3\xA9" "curit\xC3\xA9", Role::kind},
    {"identit\xC3\xA9", Role::kind}, {"identidad", Role::kind}, {"identidade", Role::kind},
    {"identit\xC3\xA0", Role::kind}, {"carta", Role::number}, {"carte", Role::number}, {"d", Role::filler},
    {"de", Role::filler}, {"di", Role::filler}, {"do", Role::filler}, {"del", Role::filler},
    {"dowodu", Role::kind}, {"osobisty", Role::gov}, {"ssin", Role::govUpper}, {"amka", Role::gov},
    {"afm", Role::govUpper}, {"ico", Role::govUpper}, {"dob", Role::none}, {"migration", Role::kind},
    {"immigration", Role::kind}, {"registraton", Role::number}, {"tarjeta", Role::number},
    {"documento", Role::number}, {"sozialversicherung", Role::kind},
    {"rentenversicherungsnummer", Role::gov}, {"versicherungsnummer", Role::gov},
    {"umsatzsteuer", Role::kind}, {"ust", Role::kind}, {"siren", Role::govUpper}, {"siret", Role::govUpper},
    {"philhealth", Role::gov}, {"passnummer", Role::passport}, {"pasport", Role::passport},
    {"passportnumber", Role::passport}, {"paspoort", Role::passport}, {"paspoortnummer", Role::passport},
    {"pass", Role::none}, {"rijbewijs", Role::dl}, {"rijbewijsnummer", Role::dl}, {"permis", Role::dl},
    {"patente", Role::dl}, {"paszport", Role::passport}, {"paszportu", Role::passport},
    {"k\xC3\xB6rkort", Role::dl},
}));
// clang-format on

// Words of scripts without spaces: found inside a run.
constexpr auto kInside = std::to_array<std::pair<std::string_view, PiiType>>({
    {"护照", PiiType::passport},
    {"護照", PiiType::passport},
    {"パスポート", PiiType::passport},
    {"여권", PiiType::passport},
    {"驾照", PiiType::driverLicense},
    {"驾驶证", PiiType::driverLicense},
    {"運転免許", PiiType::driverLicense},
    {"运转免许", PiiType::driverLicense},
    {"운전면허", PiiType::driverLicense},
    {"身份证", PiiType::govId},
    {"身分證", PiiType::govId},
    {"マイナンバー", PiiType::govId},
    {"주민등록번호", PiiType::govId},
    {"주민번호", PiiType::govId},
    {"หมายเลขประจำตัว", PiiType::govId},
    {"ת.ז", PiiType::govId},
    {"תעודת זהות", PiiType::govId},
});

Role roleOf(std::string_view word) {
    const Role* found = kWords.find(LowerWord(word).view());
    if (found == nullptr) {
        return Role::none;
    }
    const bool capitals = std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    return *found == Role::govUpper ? (capitals ? Role::gov : Role::none) : *found;
}

std::optional<PiiType> inside(std::string_view word) {
    for (const auto& [part, type] : kInside) {
        if (word.contains(part)) {
            return type;
        }
    }
    return std::nullopt;
}

bool beside(NearWords& words, std::size_t i, Role role) {
    for (std::size_t k = i + 1; k <= i + 2 && words.has(k); ++k) {
        const Role found = roleOf(words[k]);
        if (found == role) {
            return true;
        }
        if (found != Role::filler) {
            return false;
        }
    }
    return false;
}

} // namespace

std::optional<PiiType> namedPaper(NearWords words, bool after) {
    bool number = false;
    bool said = !after; // behind the value only "as my ...", "is my ..."
    for (std::size_t i = 0; words.has(i); ++i) {
        if (isHighByte(words[i].front())) {
            if (const auto type = inside(words[i])) {
                return type;
            }
        }
        switch (roleOf(words[i])) {
        case Role::passport:
            return said ? std::optional(PiiType::passport) : std::nullopt;
        case Role::dl:
            return said ? std::optional(PiiType::driverLicense) : std::nullopt;
        case Role::gov:
            return said ? std::optional(PiiType::govId) : std::nullopt;
        case Role::licence:
            return beside(words, i, Role::driver) ? std::optional(PiiType::driverLicense) : std::nullopt;
        case Role::driver:
            return said && after && beside(words, i, Role::licence) ? std::optional(PiiType::driverLicense)
                                                                    : std::nullopt;
        case Role::kind:
            if (!said) {
                return std::nullopt;
            }
            if (after ? beside(words, i, Role::number) || beside(words, i, Role::kind) : number) {
                return PiiType::govId;
            }
            number = true; // "national insurance": the first of two kinds
            break;
        case Role::number:
            number = true;
            break;
        case Role::filler:
            said = said || LowerWord(words[i]).view() == "as" || LowerWord(words[i]).view() == "is";
            break;
        case Role::none:
        case Role::govUpper:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

bool isPaperWord(std::string_view word) {
    return roleOf(word) != Role::none;
}

std::string describeIdWords() {
    std::string out;
    for (const auto& [word, role] : kWords.entries()) {
        out += word;
        out += static_cast<char>('0' + static_cast<int>(role));
    }
    for (const auto& [word, type] : kInside) {
        out += word;
        out += static_cast<char>('0' + static_cast<int>(type));
    }
    return out + '\n';
}

} // namespace goldpan::redact
