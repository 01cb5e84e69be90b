// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/id_words.h"

#include "core/redact/near_words.h"
#include "core/redact/scan_text.h"
#include "core/redact/word_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::redact {
namespace {

using Role = PaperRole;
using Word = std::pair<std::string_view, Role>;

// Lower case (of ASCII).
// clang-format off
constexpr WordTable kWords(std::to_array<Word>({
    {"RČ", Role::gov}, {"a", Role::filler}, {"aadhaar", Role::gov}, {"aadhar", Role::gov},
    {"abn", Role::govUpper}, {"acn", Role::govUpper}, {"adhaar", Role::gov}, {"adóazonosító", Role::gov},
    {"adószám", Role::gov}, {"afm", Role::govUpper}, {"african", Role::kind}, {"ahv", Role::govUpper},
    {"ajokortti", Role::dl}, {"alabama", Role::part}, {"alaska", Role::part}, {"alberta", Role::part},
    {"alien", Role::kind}, {"amka", Role::gov}, {"and", Role::filler}, {"are", Role::filler},
    {"argentine", Role::kind}, {"argentinian", Role::kind}, {"arizona", Role::part},
    {"arkansas", Role::part}, {"arn", Role::govUpper}, {"as", Role::filler}, {"australian", Role::kind},
    {"austrian", Role::kind}, {"ausweis", Role::gov}, {"ausweisnr", Role::gov},
    {"ausweisnummer", Role::gov}, {"avs", Role::govUpper}, {"belgian", Role::kind},
    {"below", Role::filler}, {"beneficiary", Role::kind}, {"bin", Role::govUpper}, {"book", Role::filler},
    {"brazilian", Role::kind}, {"british", Role::kind}, {"brn", Role::govUpper}, {"bsn", Role::govUpper},
    {"bulgarian", Role::kind}, {"burgerservicenr", Role::gov}, {"burgerservicenummer", Role::gov},
    {"business", Role::part}, {"california", Role::part}, {"canadian", Role::kind},
    {"card", Role::number}, {"carnet", Role::licence}, {"carné", Role::licence}, {"carta", Role::number},
    {"carte", Role::number}, {"carteira", Role::licence}, {"cdl", Role::govUpper}, {"cedula", Role::gov},
    {"certificate", Role::kind}, {"cf", Role::govUpper}, {"chauffeur", Role::driver},
    {"chauffeurs", Role::driver}, {"chilean", Role::kind}, {"chinese", Role::kind},
    {"cie", Role::govUpper}, {"cif", Role::govUpper}, {"citizen", Role::kind},
    {"citizenship", Role::kind}, {"cnh", Role::dlUpper}, {"cni", Role::govUpper}, {"cnic", Role::gov},
    {"cnp", Role::govUpper}, {"cnpj", Role::gov}, {"code", Role::number}, {"codes", Role::number},
    {"codice", Role::kind}, {"codicefiscale", Role::gov}, {"colombian", Role::kind},
    {"colorado", Role::part}, {"company", Role::part}, {"con", Role::filler}, {"conducere", Role::driver},
    {"conducir", Role::driver}, {"conduire", Role::driver}, {"condução", Role::driver},
    {"connecticut", Role::part}, {"contribuinte", Role::kind}, {"contribuyente", Role::kind},
    {"copy", Role::filler}, {"cpf", Role::gov}, {"cpr", Role::govUpper}, {"cprnr", Role::gov},
    {"crn", Role::govUpper}, {"croatian", Role::kind}, {"cui", Role::filler}, {"cuil", Role::gov},
    {"cuit", Role::gov}, {"curp", Role::gov}, {"current", Role::filler}, {"czech", Role::kind},
    {"cédula", Role::gov}, {"d", Role::filler}, {"da", Role::filler}, {"danish", Role::kind},
    {"das", Role::filler}, {"de", Role::filler}, {"dea", Role::govUpper}, {"del", Role::filler},
    {"delaware", Role::part}, {"der", Role::filler}, {"det", Role::filler}, {"di", Role::filler},
    {"die", Role::filler}, {"dl", Role::dl}, {"dln", Role::dlUpper}, {"dni", Role::gov},
    {"do", Role::filler}, {"dob", Role::none}, {"document", Role::filler}, {"documento", Role::number},
    {"documents", Role::filler}, {"dowodu", Role::kind}, {"dowód", Role::gov}, {"driver", Role::driver},
    {"drivers", Role::driver}, {"driving", Role::driver}, {"dui", Role::govUpper}, {"dutch", Role::kind},
    {"dvla", Role::dl}, {"edrpou", Role::govUpper}, {"efka", Role::gov}, {"egn", Role::govUpper},
    {"egyptian", Role::kind}, {"ehliyet", Role::dl}, {"ein", Role::govUpper}, {"el", Role::filler},
    {"electoral", Role::kind}, {"elettronica", Role::kind}, {"emirates", Role::gov},
    {"emirati", Role::kind}, {"emšo", Role::gov}, {"en", Role::filler}, {"enrollment", Role::kind},
    {"enrolment", Role::kind}, {"entity", Role::kind}, {"epic", Role::govUpper}, {"er", Role::filler},
    {"es", Role::filler}, {"est", Role::filler}, {"este", Role::filler}, {"estonian", Role::kind},
    {"ewidencyjny", Role::kind}, {"federal", Role::kind}, {"file", Role::part}, {"finnish", Role::kind},
    {"fiscal", Role::kind}, {"fiscale", Role::kind}, {"fiscaux", Role::kind}, {"florida", Role::part},
    {"fodselsnummer", Role::gov}, {"following", Role::filler}, {"foreigner", Role::kind},
    {"french", Role::kind}, {"frn", Role::govUpper}, {"fuehrerschein", Role::dl},
    {"fuehrerscheinnummer", Role::dl}, {"full", Role::filler}, {"fødselsnr", Role::gov},
    {"fødselsnummer", Role::gov}, {"førerkort", Role::dl}, {"førerkortnummer", Role::dl},
    {"führerschein", Role::dl}, {"führerscheinnr", Role::dl}, {"führerscheinnummer", Role::dl},
    {"führerscheins", Role::dl}, {"für", Role::filler}, {"georgia", Role::part}, {"german", Role::kind},
    {"given", Role::filler}, {"government", Role::kind}, {"greek", Role::kind}, {"green", Role::kind},
    {"gst", Role::kind}, {"gstin", Role::gov}, {"guida", Role::driver}, {"habilitação", Role::licence},
    {"hai", Role::filler}, {"hain", Role::filler}, {"hat", Role::filler}, {"hawaii", Role::part},
    {"health", Role::kind}, {"healthcare", Role::kind}, {"heeft", Role::filler},
    {"henkilötunnus", Role::gov}, {"her", Role::filler}, {"here", Role::filler}, {"het", Role::filler},
    {"hetu", Role::gov}, {"hic", Role::govUpper}, {"his", Role::filler}, {"hkid", Role::gov},
    {"holder", Role::filler}, {"hungarian", Role::kind}, {"ico", Role::govUpper}, {"id", Role::number},
    {"idaho", Role::part}, {"identidad", Role::kind}, {"identidade", Role::kind},
    {"identificación", Role::kind}, {"identification", Role::kind}, {"identificação", Role::kind},
    {"identifier", Role::number}, {"identifikation", Role::kind}, {"identifikations", Role::kind},
    {"identifikationsnummer", Role::gov}, {"identity", Role::kind}, {"identità", Role::kind},
    {"identité", Role::kind}, {"identyfikacyjny", Role::kind}, {"idno", Role::gov},
    {"idnp", Role::govUpper}, {"idnr", Role::gov}, {"ihi", Role::govUpper}, {"iin", Role::govUpper},
    {"il", Role::filler}, {"illinois", Role::part}, {"immigration", Role::kind}, {"indian", Role::kind},
    {"indiana", Role::part}, {"individual", Role::part}, {"individualnummer", Role::gov},
    {"indonesian", Role::kind}, {"indywidualny", Role::kind}, {"inn", Role::govUpper},
    {"insee", Role::gov}, {"insurance", Role::kind}, {"insz", Role::gov}, {"iowa", Role::part},
    {"ird", Role::govUpper}, {"irish", Role::kind}, {"is", Role::filler}, {"isikukood", Role::gov},
    {"israeli", Role::kind}, {"ist", Role::filler}, {"italian", Role::kind}, {"itin", Role::gov},
    {"itins", Role::gov}, {"japanese", Role::kind}, {"jazdy", Role::driver}, {"je", Role::filler},
    {"jej", Role::filler}, {"jel", Role::number}, {"jest", Role::filler}, {"jib", Role::govUpper},
    {"jmbg", Role::gov}, {"ka", Role::filler}, {"kansas", Role::part}, {"katakana", Role::gov},
    {"ke", Role::filler}, {"kennitala", Role::gov}, {"kentucky", Role::part}, {"kenyan", Role::kind},
    {"ki", Role::filler}, {"kimlik", Role::gov}, {"korean", Role::kind},
    {"krankenversichertennummer", Role::gov}, {"krankenversicherungs", Role::kind},
    {"krankenversicherungsnummer", Role::gov}, {"ktp", Role::govUpper}, {"kvnr", Role::gov},
    {"körkort", Role::dl}, {"körkortsnummer", Role::dl}, {"kørekort", Role::dl},
    {"kørekortnummer", Role::dl}, {"la", Role::filler}, {"latvian", Role::kind}, {"lautet", Role::filler},
    {"le", Role::filler}, {"lic", Role::licence}, {"licence", Role::licence}, {"licences", Role::licence},
    {"licencia", Role::licence}, {"license", Role::licence}, {"licenses", Role::licence},
    {"licenza", Role::licence}, {"licença", Role::licence}, {"listed", Role::filler},
    {"lithuanian", Role::kind}, {"louisiana", Role::part}, {"ma", Role::filler}, {"maine", Role::part},
    {"malaysian", Role::kind}, {"manitoba", Role::part}, {"maryland", Role::part},
    {"massachusetts", Role::part}, {"mbi", Role::govUpper}, {"medical", Role::kind},
    {"medicare", Role::gov}, {"mein", Role::filler}, {"meine", Role::filler}, {"meinem", Role::filler},
    {"mera", Role::filler}, {"meri", Role::filler}, {"meu", Role::filler}, {"mexican", Role::kind},
    {"mi", Role::filler}, {"michigan", Role::part}, {"migration", Role::kind}, {"mijn", Role::filler},
    {"min", Role::filler}, {"minha", Role::filler}, {"minnesota", Role::part}, {"mio", Role::filler},
    {"mississippi", Role::part}, {"missouri", Role::part}, {"mit", Role::filler}, {"mitt", Role::filler},
    {"moja", Role::filler}, {"mon", Role::filler}, {"montana", Role::part}, {"motorist", Role::driver},
    {"motorista", Role::driver}, {"my", Role::filler}, {"mykad", Role::gov}, {"mój", Role::filler},
    {"n", Role::number}, {"nacional", Role::kind}, {"narodowy", Role::kind}, {"nas", Role::govUpper},
    {"nationaal", Role::kind}, {"national", Role::kind}, {"nationale", Role::kind},
    {"nazionale", Role::kind}, {"nebraska", Role::part}, {"nevada", Role::part}, {"new", Role::none},
    {"nhs", Role::gov}, {"ni", Role::govUpper}, {"nic", Role::govUpper}, {"nie", Role::govUpper},
    {"nif", Role::gov}, {"nigerian", Role::kind}, {"nik", Role::govUpper}, {"nin", Role::govUpper},
    {"nino", Role::gov}, {"ninos", Role::gov}, {"nip", Role::govUpper}, {"nir", Role::govUpper},
    {"nis", Role::govUpper}, {"niss", Role::govUpper}, {"nit", Role::govUpper}, {"nn", Role::govUpper},
    {"no", Role::number}, {"no.", Role::number}, {"nombre", Role::number}, {"norwegian", Role::kind},
    {"nos", Role::number}, {"npi", Role::govUpper}, {"nr", Role::number}, {"nr.", Role::number},
    {"nric", Role::gov}, {"nro", Role::number}, {"ntin", Role::gov}, {"nuip", Role::govUpper},
    {"num", Role::number}, {"numaram", Role::number}, {"numarası", Role::number},
    {"number", Role::number}, {"number#", Role::number}, {"numbers", Role::number},
    {"numer", Role::number}, {"numerem", Role::number}, {"numero", Role::number},
    {"nummer", Role::number}, {"nummeret", Role::number}, {"nummern", Role::number},
    {"numéro", Role::number}, {"n°", Role::number}, {"nº", Role::number}, {"número", Role::number},
    {"o", Role::filler}, {"of", Role::filler}, {"ohio", Role::part}, {"oib", Role::govUpper},
    {"oklahoma", Role::part}, {"old", Role::none}, {"on", Role::filler}, {"ontario", Role::part},
    {"operator", Role::driver}, {"operators", Role::driver}, {"oregon", Role::part},
    {"osobisty", Role::gov}, {"our", Role::filler}, {"pakistani", Role::kind}, {"pan", Role::govUpper},
    {"pancard", Role::gov}, {"pas", Role::none}, {"pasaporte", Role::passport},
    {"pasaportes", Role::passport}, {"paspoort", Role::passport}, {"paspoortnummer", Role::passport},
    {"pasport", Role::passport}, {"pass", Role::none}, {"passaporte", Role::passport},
    {"passaportes", Role::passport}, {"passaporto", Role::passport}, {"passeport", Role::passport},
    {"passeports", Role::passport}, {"passet", Role::passport}, {"passi", Role::passport},
    {"passnr", Role::passport}, {"passnummer", Role::passport}, {"passport", Role::passport},
    {"passportcard", Role::gov}, {"passportnumber", Role::passport}, {"passports", Role::passport},
    {"paszporcie", Role::passport}, {"paszport", Role::passport}, {"paszportu", Role::passport},
    {"patente", Role::dl}, {"paye", Role::kind}, {"pașaport", Role::passport},
    {"pennsylvania", Role::part}, {"pension", Role::part}, {"permis", Role::dl},
    {"permiso", Role::licence}, {"permit", Role::licence}, {"personal", Role::kind},
    {"personalausweis", Role::gov}, {"personalausweises", Role::gov}, {"personalausweisnr", Role::gov},
    {"personalausweisnummer", Role::gov}, {"personen", Role::kind}, {"personnr", Role::gov},
    {"personnummer", Role::gov}, {"personnumret", Role::gov}, {"persoonlijk", Role::kind},
    {"peruvian", Role::kind}, {"pesel", Role::gov}, {"philhealth", Role::gov}, {"philippine", Role::kind},
    {"photo", Role::filler}, {"pis", Role::govUpper}, {"polish", Role::kind}, {"portuguese", Role::kind},
    {"pour", Role::filler}, {"pps", Role::govUpper}, {"ppsn", Role::gov}, {"prawa", Role::licence},
    {"prawem", Role::licence}, {"prawo", Role::licence}, {"provided", Role::filler},
    {"quebec", Role::part}, {"ref", Role::number}, {"reference", Role::number}, {"refugee", Role::kind},
    {"registernummer", Role::gov}, {"registration", Role::number}, {"registraton", Role::number},
    {"reisepass", Role::passport}, {"reisepasses", Role::passport}, {"reisepassnummer", Role::passport},
    {"reisepaß", Role::passport}, {"rejestracyjny", Role::kind}, {"rentenversicherungs", Role::kind},
    {"rentenversicherungsnummer", Role::gov}, {"residence", Role::kind}, {"resident", Role::kind},
    {"rfc", Role::govUpper}, {"rif", Role::govUpper}, {"rijbewijs", Role::dl}, {"rijbewijsnr", Role::dl},
    {"rijbewijsnummer", Role::dl}, {"rijksregisternr", Role::gov}, {"rijksregisternummer", Role::gov},
    {"rnokpp", Role::govUpper}, {"rodné", Role::gov}, {"romanian", Role::kind}, {"rrn", Role::govUpper},
    {"ruc", Role::govUpper}, {"run", Role::govUpper}, {"russian", Role::kind}, {"rut", Role::govUpper},
    {"rvnr", Role::gov}, {"rČ", Role::gov}, {"s", Role::filler}, {"sa", Role::kind},
    {"saudi", Role::kind}, {"securite", Role::kind}, {"serbian", Role::kind}, {"service", Role::part},
    {"sin", Role::govUpper}, {"singapore", Role::kind}, {"siren", Role::govUpper},
    {"siret", Role::govUpper}, {"slovak", Role::kind}, {"slovenian", Role::kind}, {"snils", Role::gov},
    {"sob", Role::filler}, {"social", Role::part}, {"sociale", Role::kind}, {"sofinummer", Role::gov},
    {"sozialversicherung", Role::kind}, {"sozialversicherungs", Role::kind},
    {"sozialversicherungsnummer", Role::gov}, {"spanish", Role::kind}, {"ssin", Role::govUpper},
    {"st", Role::part}, {"state", Role::kind}, {"steuer", Role::kind}, {"steuerid", Role::gov},
    {"steueridentifikationsnummer", Role::gov}, {"steueridnr", Role::gov}, {"steuerliche", Role::kind},
    {"steuernr", Role::gov}, {"steuernummer", Role::gov}, {"sv", Role::govUpper}, {"svnr", Role::gov},
    {"swedish", Role::kind}, {"swiss", Role::kind}, {"személyi", Role::gov}, {"szám", Role::number},
    {"sécu", Role::kind}, {"sécurité", Role::kind}, {"séjour", Role::kind}, {"ta", Role::filler},
    {"taj", Role::govUpper}, {"tarjeta", Role::number}, {"tax", Role::kind}, {"taxpayer", Role::kind},
    {"tckn", Role::gov}, {"tcno", Role::gov}, {"temporary", Role::part}, {"ten", Role::filler},
    {"tennessee", Role::part}, {"teudat", Role::gov}, {"texas", Role::part}, {"tfn", Role::govUpper},
    {"thai", Role::kind}, {"the", Role::filler}, {"their", Role::filler}, {"this", Role::filler},
    {"tin", Role::govUpper}, {"titre", Role::number}, {"titular", Role::filler}, {"to", Role::filler},
    {"tributaria", Role::kind}, {"tributario", Role::kind}, {"trn", Role::govUpper},
    {"turkish", Role::kind}, {"uae", Role::kind}, {"uen", Role::govUpper}, {"uidai", Role::gov},
    {"ukrainian", Role::kind}, {"um", Role::filler}, {"uma", Role::filler}, {"umsatzsteuer", Role::kind},
    {"und", Role::filler}, {"under", Role::filler}, {"unique", Role::part}, {"ust", Role::kind},
    {"utah", Role::part}, {"utr", Role::govUpper}, {"valid", Role::filler}, {"vat", Role::kind},
    {"vatnr", Role::gov}, {"vergi", Role::kind}, {"vermont", Role::part}, {"versicherungsnr", Role::gov},
    {"versicherungsnummer", Role::gov}, {"vietnamese", Role::kind}, {"virginia", Role::part},
    {"visa", Role::none}, {"vkn", Role::gov}, {"voter", Role::kind}, {"voterid", Role::gov},
    {"voters", Role::kind}, {"was", Role::filler}, {"washington", Role::part}, {"wisconsin", Role::part},
    {"wyoming", Role::part}, {"your", Role::filler}, {"zehut", Role::gov}, {"är", Role::filler},
    {"è", Role::filler}, {"é", Role::filler}, {"útlevél", Role::passport}, {"číslo", Role::number},
    {"ΑΜΚΑ", Role::gov}, {"ΑΦΜ", Role::gov}, {"αμκα", Role::gov}, {"αφμ", Role::gov}, {"ЕГН", Role::gov},
    {"ИНН", Role::gov}, {"Паспорт", Role::passport}, {"СНИЛС", Role::gov}, {"егн", Role::gov},
    {"загранпаспорт", Role::passport}, {"загранпаспорта", Role::passport}, {"инн", Role::gov},
    {"номер", Role::number}, {"паспорт", Role::passport}, {"паспорта", Role::passport},
    {"серия", Role::number}, {"снилс", Role::gov}, {"आधार", Role::gov}, {"№", Role::number},
}));
// clang-format on

// Words of scripts without spaces: found inside a run.
constexpr auto kInside = std::to_array<Word>({
    {"护照", Role::passport},
    {"護照", Role::passport},
    {"旅券", Role::passport},
    {"パスポート", Role::passport},
    {"여권", Role::passport},
    {"पासपोर्ट", Role::passport},
    {"جواز", Role::passport},
    {"דרכון", Role::passport},
    {"หนังสือเดินทาง", Role::passport},
    {"驾照", Role::dl},
    {"驾驶证", Role::dl},
    {"驾驶执照", Role::dl},
    {"駕照", Role::dl},
    {"駕駛執照", Role::dl},
    {"免許", Role::dl},
    {"运转免许", Role::dl},
    {"운전면허", Role::dl},
    {"면허", Role::dl},
    {"身份证", Role::gov},
    {"身份證", Role::gov},
    {"身分證", Role::gov},
    {"身分証", Role::gov},
    {"统一编号", Role::gov},
    {"統一編號", Role::gov},
    {"社会信用代码", Role::gov},
    {"纳税人识别号", Role::gov},
    {"税号", Role::gov},
    {"个人番号", Role::gov},
    {"個人番号", Role::gov},
    {"マイナンバー", Role::gov},
    {"在留カード", Role::gov},
    {"주민등록번호", Role::gov},
    {"주민번호", Role::gov},
    {"외국인등록번호", Role::gov},
    {"사업자등록번호", Role::gov},
    {"신분증", Role::gov},
    {"आधार", Role::gov},
    {"पैन", Role::gov},
    {"หมายเลขประจำตัว", Role::gov},
    {"บัตรประชาชน", Role::gov},
    {"ประจำตัวประชาชน", Role::gov},
    {"ת.ז", Role::gov},
    {"תעודת זהות", Role::gov},
    {"זהות", Role::gov},
    {"الهوية", Role::gov},
    {"القومي", Role::gov},
    {"번호", Role::number},
    {"番号", Role::number},
    {"号码", Role::number},
    {"號碼", Role::number},
    {"נומר", Role::number},
    {"מספר", Role::number},
    {"رقم", Role::number},
});

/// The word up to a mark of punctuation beyond ASCII: "driver’s", "Passport：".
std::string_view withoutMarks(std::string_view word) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        const auto lead = word.substr(i, 2);
        const bool mark =
            lead == "\xE2\x80" || lead == "\xE3\x80" || lead == "\xC2\xA0" ||
            (lead == "\xEF\xBC" && i + 2 < word.size() && static_cast<unsigned char>(word[i + 2]) <= 0x9F);
        if (mark) {
            return word.substr(0, i);
        }
    }
    return word;
}

bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

} // namespace

PaperRole paperRole(std::string_view word) {
    const bool beyond = std::ranges::any_of(word, isHighByte);
    const auto bare = beyond ? withoutMarks(word) : word;
    if (bare.empty()) {
        return Role::filler;
    }
    const Role* found = kWords.find(LowerWord(bare).view());
    if (found == nullptr && beyond) {
        for (const auto& [part, role] : kInside) {
            if (bare.contains(part)) {
                return role;
            }
        }
    }
    if (found == nullptr) {
        return Role::none;
    }
    const bool upper = *found == Role::govUpper || *found == Role::dlUpper;
    if (!upper) {
        return *found;
    }
    return std::ranges::all_of(bare, isCapital) ? (*found == Role::dlUpper ? Role::dl : Role::gov)
                                                : Role::none;
}

std::string describeIdWords() {
    std::string out;
    const auto add = [&](const auto& words) {
        for (const auto& [word, role] : words) {
            out += word;
            out += static_cast<char>('0' + static_cast<int>(role));
        }
    };
    add(kWords.entries());
    add(kInside);
    return out + '\n';
}

} // namespace goldpan::redact
