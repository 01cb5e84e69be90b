// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/redact_cases.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(RedactPassport, KnowsItsWordInManyLanguages) {
    expectAll({
        {"Reisepass CFMYNPCN2", "Reisepass [PASSPORT]"},
        {"Mijn paspoort heeft nummer SPECI2014", "Mijn paspoort heeft nummer [PASSPORT]"},
        {"passeport n\xC2\xB0 08BC45416", "passeport n\xC2\xB0 [PASSPORT]"},
        {"passaporto n. YB8557861", "passaporto n. [PASSPORT]"},
        {"旅券番号はTR6860162です", "旅券番号は[PASSPORT]です"},
        {"여권 번호는 M394D3438입니다", "여권 번호는 [PASSPORT]입니다"},
        {"номер паспорта 72 6128384", "номер паспорта [PASSPORT]"},
        {"my passport\xE2\x80\x99s number \xE2\x80\x93 X65097105",
         "my passport\xE2\x80\x99s number \xE2\x80\x93 [PASSPORT]"},
        {"X65097105 (passport)", "[PASSPORT] (passport)"},
    });
    expectUntouched({"passport CONTROL2", "the passport office, room 12345 (the passport office)"});
}

TEST(RedactPapers, KnowTheVerbsThatGoBeforeTheNumber) {
    expectAll({
        {"Passnummer lautet C9TKM31H6", "Passnummer lautet [PASSPORT]"},
        {"mein Pass hat die Nummer C8HK40FP5", "mein Pass hat die Nummer [PASSPORT]"},
        {"mon passeport porte le num\xC3\xA9ro 09PE55128", "mon passeport porte le num\xC3\xA9ro [PASSPORT]"},
        {"moje rodn\xC3\xA9 \xC4\x8D\xC3\xADslo je 630313/6601",
         "moje rodn\xC3\xA9 \xC4\x8D\xC3\xADslo je [GOV_ID]"},
        {"Meine Steuernummer lautet 204/587/95170", "Meine Steuernummer lautet [GOV_ID]"},
        {"\xD0\xBF\xD0\xB0\xD1\x81\xD0\xBF\xD0\xBE\xD1\x80\xD1\x82 \xE2\x84\x96"
         "70 4722493",
         "\xD0\xBF\xD0\xB0\xD1\x81\xD0\xBF\xD0\xBE\xD1\x80\xD1\x82 \xE2\x84\x96[PASSPORT]"},
        {"passport number should be 561884217", "passport number should be [PASSPORT]"},
        {"what is your passport number? caller: 533882910",
         "what is your passport number? caller: [PASSPORT]"},
        {"my passport number is uh K8829104", "my passport number is uh [PASSPORT]"},
        {"NIP firmy: 145-39-77-298", "NIP firmy: [GOV_ID]"},
    });
    expectUntouched({"boarding pass no. 88291044", "the pass lies at 2315 m, route 88291"});
}

TEST(RedactPapers, ReadLettersWithFullStopsAsTheWord) {
    expectAll({
        {"C.N.P. 2880704448291", "C.N.P. [GOV_ID]"},
        {"Α.Φ.Μ.: 088291044", "Α.Φ.Μ.: [GOV_ID]"},
        {"T.C. No: 44829102937", "T.C. No: [GOV_ID]"},
        {"fnr \xE2\x80\x93 \xE2\x80\x9C"
         "07066146589\xE2\x80\x9D",
         "fnr \xE2\x80\x93 \xE2\x80\x9C[GOV_ID]\xE2\x80\x9D"},
    });
    expectUntouched({"X.Y.Z. 2880704448291", "T.C. Boyle wrote 44829"});
}

TEST(RedactPapers, ReadTheNameThatIsNotBesideTheValue) {
    expectAll({
        {"<passport country=\"IE\" v=\"2\">LK8829104</passport>",
         "<passport country=\"IE\" v=\"2\">[PASSPORT]</passport>"},
        {"INSERT INTO guests (name, passport_no) VALUES ('A. (B) Rowe', 'FK882910');",
         "INSERT INTO guests (name, passport_no) VALUES ('A. (B) Rowe', '[PASSPORT]');"},
        {"insert into t (id, dl_number) values ('7', '88291044'), ('8', '10442988')",
         "insert into t (id, dl_number) values ('7', '[DRIVER_LICENSE]'), ('8', '[DRIVER_LICENSE]')"},
        {"name,license,state\nBo,D8829104,CA", "name,license,state\nBo,[DRIVER_LICENSE],CA"},
    });
    expectUntouched({"<seat class=\"b\">LK8829104</seat>",
                     "INSERT INTO guests (name, room) VALUES ('A. Rowe', 'FK882910');",
                     "INSERT INTO guests (name, passport_no) VALUES ('A', 'B', 'FK882910');"});
}

TEST(RedactDriverLicence, IsNamedShortlyWhereItsFormOrAMarkSaysTheRest) {
    expectAll({
        {"tx dl# 18829104", "tx dl# [DRIVER_LICENSE]"},
        {"{\"dl\":\"F8048719\"}", "{\"dl\":\"[DRIVER_LICENSE]\"}"},
        {"lic# D8829104", "lic# [DRIVER_LICENSE]"},
        {"license: D8829104", "license: [DRIVER_LICENSE]"},
        {"license: WDLKR82T44PX", "license: [DRIVER_LICENSE]"},
        {"NJ license number D8829 10442 98810", "NJ license number [DRIVER_LICENSE]"},
        {"Fahrerlaubnis Nr. D583I9D6S78", "Fahrerlaubnis Nr. [DRIVER_LICENSE]"},
        {"DL-0420110149640", "[DRIVER_LICENSE]"},
    });
    expectUntouched(
        {"dl: 18829104", "\"dl\": 448291", "license: MIT-1234567", "permit: D8829104", "pp. 588291044"});
}

TEST(RedactPapers, TakeTheLettersOfASeries) {
    expectAll({
        {"паспорт МЕ 448297", "паспорт [PASSPORT]"},
        {"посвідчення водія ВХС448297", "посвідчення водія [DRIVER_LICENSE]"},
        {"Cart\xC3\xA3o de Cidad\xC3\xA3o n.\xC2\xBA 14829107 7 ZX4",
         "Cart\xC3\xA3o de Cidad\xC3\xA3o n.\xC2\xBA [GOV_ID]"},
        {"health card 8829-104-429-KM", "health card [GOV_ID]"},
        {"Mijn paspoort heeft nummer SA1LDBKE7", "Mijn paspoort heeft nummer [PASSPORT]"},
        {"811218-9876", "[GOV_ID]"},
    });
    expectUntouched({"811218-9877", "ГОСТ 448297", "passport CONTROLS22"});
}

TEST(RedactGovId, TakesCapitalsThatAreWordsElsewhere) {
    expectAll({
        {"my national insurance number is XE 47 52 88 C", "my national insurance number is [GOV_ID]"},
        {"NINO: SA 95 21 45 C", "NINO: [GOV_ID]"},
    });
}

TEST(RedactDriverLicence, KnowsBothOrdersAndOtherLanguages) {
    expectAll({
        {"driver\xE2\x80\x99s license: Y829244176735", "driver\xE2\x80\x99s license: [DRIVER_LICENSE]"},
        {"Michigan driver license A 872 371 568 455", "Michigan driver license [DRIVER_LICENSE]"},
        {"permis de conduire 414573453545", "permis de conduire [DRIVER_LICENSE]"},
        {"permiso de conducir 12256398C", "permiso de conducir [DRIVER_LICENSE]"},
        {"patente di guida MI1962299J", "patente di guida [DRIVER_LICENSE]"},
        {"prawo jazdy nr 54842/18/6912", "prawo jazdy nr [DRIVER_LICENSE]"},
        {"Mein F\xC3\xBChrerschein hat die Nr. F5111GMBM31",
         "Mein F\xC3\xBChrerschein hat die Nr. [DRIVER_LICENSE]"},
        {"免許証番号は257684415691です", "免許証番号は[DRIVER_LICENSE]です"},
        {"운전면허 번호 12-15-657703-60", "운전면허 번호 [DRIVER_LICENSE]"},
        {"CNH: 48962681165", "CNH: [DRIVER_LICENSE]"},
        {"D.L. No. J751367695450", "D.L. No. [DRIVER_LICENSE]"},
        {"Illinois license no. M725-9849-7920", "Illinois license no. [DRIVER_LICENSE]"},
        {"MORGA753116SM9IJ 01", "[DRIVER_LICENSE]"},
    });
    expectUntouched({"software license number AB12345678", "license no. 1234", "public license A12345678"});
}

TEST(RedactGovId, KnowsItsWordsInManyLanguages) {
    expectAll({
        {"my tax file number is 783 879 116", "my tax file number is [GOV_ID]"},
        {"unique taxpayer reference: 54324 55260", "unique taxpayer reference: [GOV_ID]"},
        {"num\xC3\xA9ro de s\xC3\xA9"
         "curit\xC3\xA9 sociale est le 254091333960942",
         "num\xC3\xA9ro de s\xC3\xA9"
         "curit\xC3\xA9 sociale est le [GOV_ID]"},
        {"codice fiscale \xC3\xA8 12345678901", "codice fiscale \xC3\xA8 [GOV_ID]"},
        {"Meu CPF \xC3\xA9 33088982761", "Meu CPF \xC3\xA9 [GOV_ID]"},
        {"IdNr. 65854391072", "IdNr. [GOV_ID]"},
        {"M\xC3\xB3j PESEL to 63061948577", "M\xC3\xB3j PESEL to [GOV_ID]"},
        {"Mitt personnummer \xC3\xA4r 561014-3348", "Mitt personnummer \xC3\xA4r [GOV_ID]"},
        {"mera aadhaar number hai 4213 7766 1201", "mera aadhaar number hai [GOV_ID]"},
        {"ИНН: 788795744679", "ИНН: [GOV_ID]"},
        {"個人番号：900272991902", "個人番号：[GOV_ID]"},
        {"香港身份證號碼 P281715(6)", "香港身份證號碼 [GOV_ID]"},
        {"my HKID is A494866[4].", "my HKID is [GOV_ID]."},
        {"ID card no. 510107194903", "ID card no. [GOV_ID]"},
        {"TRN 99 L 999 99", "TRN [GOV_ID]"},
        {"my NI number is RC 12 34 56 A", "my NI number is [GOV_ID]"},
        {"SA 12 34 56 A", "[GOV_ID]"},
        {"NINO: SA 123456 B, thanks", "NINO: [GOV_ID], thanks"},
        {"tax number: 131002+308W", "tax number: [GOV_ID]"},
    });
    expectUntouched({"student ID card no. 510107194903", "the national 4000123 of them", "code 510107194903",
                     "my pan 33088982761", "a social event number 51010"});
}

TEST(RedactGovId, TellsItselfWhereTheCheckIsStrong) {
    for (const std::string_view number :
         {"12345678Z", "X1234567L", "RSSMRA85T10A562S", "529.982.247-25", "11.222.333/0001-81",
          "12.345.678-5", "S1234567D", "A123456789", "11010519491231002X", "2 55 08 14 168 025 38",
          "85.07.30-033.28", "131052-308T", "2341 2341 2346", "900101-1234567", "756.9217.0769.85",
          "HEGG560427MVZRRL04", "ABCPE1234F", "27AAPFU0939F1ZV", "784-1990-1234567-1"}) {
        EXPECT_EQ(redacted("see " + std::string(number) + " there"), "see [GOV_ID] there") << number;
    }
    expectUntouched({"12345678A", "X1234567A", "RSSMRA85T10A562A", "529.982.247-26", "11.222.333/0001-82",
                     "12.345.678-6", "S1234567A", "A123456788", "110105194912310021", "85.07.30-033.29",
                     "131052-308A", "2341 2341 2347", "EE38 A200 2210 2014 5685", "901301-1234567",
                     "756.9217.0769.86", "ABCXE1234F", "commit 11010519491331002X"});
}

TEST(RedactPassport, ReadsMarksCapitalsAndBrackets) {
    expectAll({
        {"NUM\xC3\x89RO DE PASSEPORT: 19FV57382", "NUM\xC3\x89RO DE PASSEPORT: [PASSPORT]"},
        {"Numero de passeport 19FV57382", "Numero de passeport [PASSPORT]"},
        {"Passport number (India): N4829173", "Passport number (India): [PASSPORT]"},
        {"Passport No.X4829173", "Passport No.[PASSPORT]"},
        {"\"passportNumber\":\"C4VMHG82K\"", "\"passportNumber\":\"[PASSPORT]\""},
        {"Загранпаспорт № 71 4829173", "Загранпаспорт № [PASSPORT]"},
        {"رقم جواز السفر: A48291735", "رقم جواز السفر: [PASSPORT]"},
        {"护照号码是E48291735", "护照号码是[PASSPORT]"},
        {"číslo cestovního pasu 42918375", "číslo cestovního pasu [PASSPORT]"},
        {"Pasaportumun numarası: U48291735", "Pasaportumun numarası: [PASSPORT]"},
        {"Số hộ chiếu: C4829173", "Số hộ chiếu: [PASSPORT]"},
    });
}

TEST(RedactPassport, LeavesWhatHasItsOwnWord) {
    expectUntouched({"The order number for my passport photos is 48291735", "passport 2019-2024",
                     "my passport expires: passport 12/03/2029", "passport X, order 48291735",
                     "我的护照在这里，订单号48291735", "send 48291735 to passport control"});
}

TEST(RedactPassport, NamesTheNextOneToo) {
    expectAll({
        {"Passport number X65097105 replaces N4829173", "Passport number [PASSPORT] replaces [PASSPORT]"},
        {"passports X65097105 and N4829173", "passports [PASSPORT] and [PASSPORT]"},
        {"passport X65097105, 48291735 rows", "passport [PASSPORT], 48291735 rows"},
        {"passport numbers 12345678, 23456789", "passport numbers [PASSPORT], [PASSPORT]"},
        {"passports: K1234567,K1234568,K1234569.", "passports: [PASSPORT],[PASSPORT],[PASSPORT]."},
        {"passport K1234567, 2024-11-22", "passport [PASSPORT], 2024-11-22"},
        {"passport K1234567, 12345678", "passport [PASSPORT], 12345678"},
    });
    expectUntouched({"[PASSPORT], K1234568", "K1234567, K1234568"});
}

TEST(RedactPapers, TakeTheNameOfTheirColumn) {
    expectAll({
        {"name,passport,city\nMei,EG4829173,Wuhan\nAna,XD482917,Vigo",
         "name,passport,city\nMei,[PASSPORT],Wuhan\nAna,[PASSPORT],Vigo"},
        {"national_id;name\n48291735;Ana", "national_id;name\n[GOV_ID];Ana"},
        {"name;national_id\nAna;48291735", "name;national_id\nAna;[GOV_ID]"},
        {"| Passport | City |\n|---|---|\n| EG4829173 | Wuhan |",
         "| Passport | City |\n|---|---|\n| [PASSPORT] | Wuhan |"},
        {"COPY guests (id, passport_no) FROM stdin;\n5512\t291747686",
         "COPY guests (id, passport_no) FROM stdin;\n5512\t[PASSPORT]"},
        {"- name: PASSPORT_ID\n  value: \"489381750\"", "- name: PASSPORT_ID\n  value: \"[PASSPORT]\""},
        {"?q=1&dl=23459407", "?q=1&dl=[DRIVER_LICENSE]"},
        {"my driver's license, California, is D9955606",
         "my driver's license, California, is [DRIVER_LICENSE]"},
        {"| Seat | City |\n|---|---|\n| EG4829173 | Wuhan |",
         "| Seat | City |\n|---|---|\n| EG4829173 | Wuhan |"},
        {"- name: SEAT\n  value: \"489381750\"", "- name: SEAT\n  value: \"489381750\""},
        {"bsn,name\n482917354,Piet", "bsn,name\n[GOV_ID],Piet"},
    });
    expectUntouched(
        {"passport,order\nMei,48291735", "name,passport\n\nAna,EG4829173", "passport,row 7\nEG4829173,Ana"});
}

TEST(RedactPapers, FollowTheirColumnAsFarAsItGoes) {
    std::string text = "name,passport\n";
    std::string want = text;
    for (int i = 0; i < 100; ++i) {
        text += "mei,EG" + std::to_string(4829100 + i) + '\n';
        want += "mei,[PASSPORT]\n";
    }
    EXPECT_EQ(redacted(text), want);
}

TEST(RedactDriverLicence, KnowsWhoDrives) {
    expectAll({
        {"insured driver Ana, licence W7252 70584 20880", "insured driver Ana, licence [DRIVER_LICENSE]"},
        {"D/L 48291735", "D/L [DRIVER_LICENSE]"},
        {"learner permit number 482917354", "learner permit number [DRIVER_LICENSE]"},
        {"Licencia de conducir n\xC3\xBAmero 48291735",
         "Licencia de conducir n\xC3\xBAmero [DRIVER_LICENSE]"},
        {"FUEHRERSCHEIN NR B072RRE2I55", "FUEHRERSCHEIN NR [DRIVER_LICENSE]"},
        {"sürücü belgesi numarası: 482917", "sürücü belgesi numarası: [DRIVER_LICENSE]"},
        {"водительское удостоверение 99 12 482917", "водительское удостоверение [DRIVER_LICENSE]"},
        {"issued in 2011: TN38 20110067859", "issued in 2011: [DRIVER_LICENSE]"},
    });
    expectUntouched({"driver build 48291735", "ZZ38 20110067859", "Permit 48291735 was closed"});
}

TEST(RedactGovId, KnowsTheNamesOfManyStates) {
    for (const std::string_view name : {"P.IVA",
                                        "Partita IVA",
                                        "Steuer-ID:",
                                        "AHV-Nr.",
                                        "numéro d'assurance sociale",
                                        "CPR-nr.",
                                        "rodné číslo:",
                                        "RČ",

                                        "TAJ szám",
                                        "ЕГН",
                                        "РНОКПП",
                                        "T.C. Kimlik No:",
                                        "iqama number",
                                        "South African ID",
                                        "KTP",
                                        "KRA PIN",
                                        "emirates id",
                                        "Nr PESEL:",
                                        "dowód osobisty",
                                        "cédula de ciudadanía",
                                        "Número de la Seguridad Social",
                                        "número de identificação fiscal",
                                        "số căn cước công dân",
                                        "MyKad",
                                        "マイナンバーは",
                                        "outro: K/P",
                                        "رقم الهوية الوطنية",
                                        "מספר תעודת זהות:",
                                        "आधार संख्या",
                                        "personas kods"}) {
        const std::string text = std::string(name) + " 482917354";
        EXPECT_EQ(redacted(text), std::string(name) + " [GOV_ID]");
    }
    expectUntouched({"Kunden-ID-Nr. 48291735", "c f 482917354", "Holiday Inn 48291735", "state code 94107",
                     "run 482917354", "employee ID card 48291735", "sécurité 48291735",
                     "the sin of 482917354", "RFC822 48291735", "<U2CF2> 48291735", "GL_RG 0x82271",
                     "UID 48291735", "1CF\t0049 030C", "RFC 8446 4.2.3", "RC=i686-w64", "DOCK210315001"});
}

TEST(RedactGovId, KnowsTheFullNamesOfOffices) {
    for (const std::string_view name :
         {"Cédula de Residencia", "Cédula de Persona Física", "Registro Único de Contribuyentes",
          "Código Único de Identificación", "Cadastro de Pessoas Físicas", "Carné de Extranjería",
          "Codul de Identificare Fiscală", "Identificatienummer van de Sociale Zekerheid",
          "Nomor Pokok Wajib Pajak", "Osobni Identifikacijski Broj", "Jedinstveni matični broj građana",
          "Идентификационный номер налогоплательщика", "Единен граждански номер", "Личен номер на чужденец",
          "Inland Revenue Number", "NUIT", "Orgnr"}) {
        const std::string text = std::string(name) + ": 482917354";
        EXPECT_EQ(redacted(text), std::string(name) + ": [GOV_ID]");
    }
    expectUntouched({"la nuit 482917354", "Registro de la sesión 48291735", "persona 48291735"});
}

TEST(RedactGovId, TellsItselfInMoreStates) {
    for (const std::string_view number : {"3-1017-48294-65-6", "142-857-396 88", "27-28491637-4",
                                          "K482917(4)", "MOGA840912K31", "AXB010203H4A"}) {
        EXPECT_EQ(redacted("see " + std::string(number) + " there"), "see [GOV_ID] there") << number;
    }
    expectUntouched({"3-1017-48294-65-7", "142-857-396 89", "27-28491637-5", "K482917(5)", "310289-211C"});
}

TEST(RedactPapers, AFewDigitsBehindAWordAreNoNumberOfItsOwn) {
    expectAll({
        {"Номер 4510 654321 паспорт 10 лет", "Номер [PASSPORT] паспорт 10 лет"},
        {"4510 654321 — паспорт № 1 в списке", "[PASSPORT] — паспорт № 1 в списке"},
        {"Моя серия 4510 654321 паспорт 2 экземпляра", "Моя серия [PASSPORT] паспорт 2 экземпляра"},
        {"4510 654321 паспорт 2019-05-12", "[PASSPORT] паспорт 2019-05-12"},
        {"E12345678 护照（2024年）", "[PASSPORT] 护照（2024年）"},
        {"123456789012 ИНН 5", "[GOV_ID] ИНН 5"},
        {"250-1234567-8901234 ИНН 5 шт", "[GOV_ID] ИНН 5 шт"},
    });
}

TEST(RedactPapers, AWordNamesTheNumberBehindItFirst) {
    expectAll(
        {{"телефон 8 (916) 123-45-67, ИНН 500100732259", "телефон [PHONE], ИНН [GOV_ID]"},
         {"注文番号は250-1234567-8901234です。マイナンバーは1234 5678 9018",
          "注文番号は250-1234567-8901234です。マイナンバーは[GOV_ID]"},
         {"手机号是13800138000，身份证号码：11010519491231002X", "手机号是[PHONE]，身份证号码：[GOV_ID]"},
         {"4509 123456 мой паспорт", "[PASSPORT] мой паспорт"}});
}

} // namespace
} // namespace goldpan::redact
