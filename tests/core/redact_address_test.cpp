// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "tests/core/support/redact_cases.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

void expectWhole(std::initializer_list<std::string_view> addresses) {
    for (const auto address : addresses) {
        EXPECT_EQ(redacted("so: " + std::string(address) + " (here)"), "so: [ADDRESS] (here)") << address;
    }
}

TEST(RedactAddress, TakesWhatALabelOfAnotherScriptAnnounces) {
    expectAll({
        {"адрес доставки: 420112, г. Казань, ул. Баумана, д. 43, кв. 17", "адрес доставки: [ADDRESS]"},
        {"прописан по адресу 125010, г. Тверь, Красный проспект, д. 31", "прописан по адресу [ADDRESS]"},
        {"Адреса: вул. Сумська, 26, кв. 8, м. Харків, 61058", "Адреса: [ADDRESS]"},
        {"διεύθυνση: Πατησίων 138, 546 25 Θεσσαλονίκη", "διεύθυνση: [ADDRESS]"},
        {"주소는 서울특별시 강남구 테헤란로 153, 108동 833호 (45524) 입니다", "주소는 [ADDRESS] 입니다"},
        {"住址：北京市朝阳区建国路192号2栋1002室，邮编114362", "住址：[ADDRESS]"},
        {"العنوان: شارع العليا، مبنى 4417، الرياض 12215", "العنوان: [ADDRESS]"},
        {"địa chỉ: 101 đường Trần Hưng Đạo, quận Hoàn Kiếm, Hà Nội", "địa chỉ: [ADDRESS]"},
        {"ที่อยู่ 75/71 ถนนสุขุมวิท แขวงคลองเตย กรุงเทพฯ 10111", "ที่อยู่ [ADDRESS]"},
        {"पता: मकान नं. 45, लाजपत नगर, नई दिल्ली 110025", "पता: [ADDRESS]"},
        {"bydliště: Vinohradská 1415/25, 602 00 Brno", "bydliště: [ADDRESS]"},
        {"alamat: Jalan Kenanga 8, Bandung 40116", "alamat: [ADDRESS]"},
    });
    expectUntouched({"Ваш адрес электронной почты: user12 в системе", "по адресу http://сайт.рф/12345",
                     "MAC地址：44:82:91:02", "内存地址：1234 已释放", "адрес: 0x7ffe1234",
                     "Адрес регистра: 448 кб памяти", "проживаю 5 лет в Москве", "地址栏输入 12345 即可",
                     "주소 3개를 등록했습니다"});
}

TEST(RedactAddress, LeavesWordsOfEveryDayThatAreLabelsToo) {
    expectUntouched({"पता नहीं, 2024 में 15 लोग थे", "पता चला कि 3, 4 और 5 सही हैं", "मुझे पता है कि 10/12 सही है",
                     "उसे पता था 1234", "ที่อยู่ในบทที่ 3 และ 4, หน้า 5", "주소는 4바이트, 8바이트 중 하나",
                     "地址：内存区域从第3块开始", "地址：内存区域从3块开始",
                     "住所は第3章で説明する市町村の制度", "Адрес: страница 12 учебника по химии",
                     "Διεύθυνση: σελίδα 5 του βιβλίου", "Адрес: Страница 12 учебника по химии"});
    expectAll({
        {"Адрес: Ленина 5", "Адрес: [ADDRESS]"},
        {"Διεύθυνση: Πατησίων 138", "Διεύθυνση: [ADDRESS]"},
        {"주소: 서울특별시 강남구 테헤란로 188", "주소: [ADDRESS]"},
        {"पता: मकान नं. 45", "पता: [ADDRESS]"},
        {"地址：北京市朝阳区建国路12号", "地址：[ADDRESS]"},
    });
}

TEST(RedactAddress, EndsALongOneBetweenCharacters) {
    const auto many = [](std::string_view word, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) {
            out += word;
        }
        return out;
    };
    for (int more = 60; more < 120; ++more) {
        for (const std::string& text :
             {"地址：北京市朝阳区12" + many("号", more), "адрес: ул. Ленина, 5" + many("ы", more),
              "주소: 서울시 강남구 1,2" + many("가", more)}) {
            const auto out = redacted(text);
            EXPECT_TRUE(isValidUtf8(out)) << text;
            EXPECT_TRUE(out.contains("[ADDRESS]")) << text;
        }
    }
}

TEST(RedactAddressBritish, GoesToTheCodeOfLettersAndDigits) {
    expectWhole({"12 Rosemary Lane, Bath BA1 2QX", "Flat 4, 107 Mill Gardens, Derby DE1 3GP",
                 "88 Queen Street W, Toronto, ON M5H 2N2", "Unit 4/109 Harbour St, Hobart TAS 7000",
                 "2/30 Acacia Road, Perth WA 6000", "7 North Ridge Avenue, Boise, ID 83702"});
    expectUntouched({"A4 paper and MP3 files", "unit 4/5 of the course"});
}

TEST(RedactAddressEuropean, TakesStreetHouseCodeAndTown) {
    expectWhole({"Berliner Str. 163, 01067 Dresden", "Unter den Eichen 78a, 12203 Berlin",
                 "Gartenweg 8 b, 10115 Berlin", "Mariahilfer Straße 93/13, 8010 Graz",
                 "162 bis, rue de la Paix, 13001 Marseille", "161, avenue Victor Hugo, 75002 Paris",
                 "Calle Mayor, 4, 41001 Sevilla", "Paseo de Gracia nº 136, 1º izq., 08008 Barcelona",
                 "C/ Alcalá, 100, 28013 Madrid", "Via Garibaldi 62/A, 20124 Milano",
                 "Corso Torino, 20, 50122 Firenze (FI)", "Prinsengracht 401-2, 3511LX Utrecht",
                 "Damrak 206a, 1015 CJ Amsterdam", "ul. Mickiewicza 24/53, 00-590 Warszawa",
                 "Rua das Flores, 246 - Centro, Rio de Janeiro - RJ, 20040-002",
                 "Avenida da Liberdade n.º 244, 4000-447 Porto"});
    expectUntouched({"May 12, 2019 Berlin hosted it", "Table 3, 10000 Rows", "quai 3",
                     "Version 12, 2019 Edition", "3 place of work", "2 via Zoom"});
}

TEST(RedactAddressAsian, GoesFromTheWidestPart) {
    expectAll({
        {"我住在杭州市西湖区文三路373号3栋502室。", "我住在[ADDRESS]。"},
        {"住所：〒150-0043 東京都渋谷区道玄坂2-10-7です", "住所：[ADDRESS]です"},
        {"주소: 서울특별시 강남구 테헤란로 188", "주소: [ADDRESS]"},
    });
    expectUntouched({"共有3号", "市場は3-4倍", "我有12个苹果", "第3号文件"});
}

TEST(RedactAddressPlaced, NeedsAWordThatAnnouncesIt) {
    expectAll({
        {"my address is Plot No. 17, MG Road, Pune, Maharashtra 411001", "my address is [ADDRESS]"},
        {"Deliver at #45, Anna Salai, Chennai 600002 please", "Deliver at [ADDRESS] please"},
        {R"({"street":"9006 Oak Terrace","city":"Reno"})", R"({"street":"[ADDRESS]","city":"Reno"})"},
        {R"({"shipping_address":"Am Markt 65, 10115 Berlin"})", R"({"shipping_address":"[ADDRESS]"})"},
        {"Vivo en Residencial Los Pinos 12, Sevilla", "Vivo en [ADDRESS]"},
    });
    expectUntouched(
        {"Plot No. 17", "the address of the function at 4096", "we live at 3 levels", "address: 0x7ffe12"});
}

TEST(RedactAddressEuropean, TakesAnyNameOnlyBehindAWordOrWithATellingCode) {
    expectWhole({"Keizersgracht 182, 1016 DW Amsterdam", "via Roma 12, 20121 Milano",
                 "Lange Voorhout 8a, 2514 EE Den Haag", "Alte Gasse 7, 60313 Frankfurt am Main",
                 "Zum Waldblick 3, 01067 Dresden"});
    expectAll({
        {"Anschrift: Zeil 112, 60313 Frankfurt am Main", "Anschrift: [ADDRESS]"},
        {"Deliver it to Zeil 112, 60313 Frankfurt", "Deliver it to [ADDRESS]"},
    });
    expectUntouched({"Zeil 112, 60313 Frankfurt",
                     "Kapitel 12, 10115 Zeilen",
                     "Top 10, 10000 Users",
                     "Python 3, 50000 Lines",
                     "Level 5, 25000 Coins",
                     "COVID 19, 20000 Cases",
                     "Windows 11, 64000 Installs",
                     "In section 4, 20000 people voted",
                     "Ring 4, 20000 Mal",
                     "Im Jahr 2020 waren 10115 da",
                     "Am 12, 10115 Berlin",
                     "Engineering 12, 10000 Units",
                     "Route 66 and Highway 101",
                     "1991-1998 Thomas G. Lane",
                     "kv. 21 - street",
                     "case 9: // str 8",
                     "people should move to SMT 2.0",
                     "move to Python 3",
                     "connect via Port 8080",
                     "sent via HTTP 2",
                     "2 av Single Unix",
                     "label=\"Openbox 3\"",
                     "IPv4 address of 10 bytes",
                     "2017 Nov 10, #2313",
                     "closes #1896 #1857 and #1819",
                     "2012 Simon McVittie",
                     "12 point Times Roman",
                     "NID_emailAddress 48\n#define"});
}

TEST(RedactAddressIndian, EndsInTheCodeOfSixDigits) {
    expectWhole({"Plot No. 48, Banjara Hills, Hyderabad, Telangana 500034",
                 "H.No. 4-8-29, Gandhi Nagar, Vijayawada 520003",
                 "Flat 402, Lotus Towers, Sector 62, Noida, UP 201309",
                 "#18, 4th Main, Koramangala, Bengaluru - 560034",
                 "B-204, Sunrise Society, Linking Road, Mumbai 400 050"});
    expectUntouched({"Block 12, 100000 Items", "Plot 4, Figure 2 and 500034 rows", "#18, fixed by 560034",
                     "B-204, 560034", "Flat 3, Nice View 0500034"});
}

TEST(RedactAddress, ReadsPartsOfTheCountryBehindAnEverydayWord) {
    expectAll({
        {"주소는 김포시 장기동 1234, 102호", "주소는 [ADDRESS]"},
        {"제 주소는 수원시 팔달구 1187, 3층", "제 주소는 [ADDRESS]"},
        {"ที่อยู่ 99/1 ม.3 ต.ในเมือง อ.เมือง จ.ขอนแก่น 40000", "ที่อยู่ [ADDRESS]"},
        {"ที่อยู่ 45 ถ.มิตรภาพ อ.เมือง นครราชสีมา 30000", "ที่อยู่ [ADDRESS]"},
        {"पता 221, गांधी नगर, दिल्ली 110001", "पता [ADDRESS]"},
    });
    expectUntouched({"주소는 다시 자동 1234, 5번", "주소는 총 1234개, 확인 필요",
                     "주소는 서버 설정에서 변경 시 3306, 5432 포트", "ที่อยู่ห่าง 300 ม. จาก 1200",
                     "ที่อยู่ 1200 จ.-ศ. เวลา 10", "पता नहीं, 2024 में दिल्ली की आबादी 110001 थी, ठीक",
                     "पता चला कि नगर निगम ने 2024 में 1,50,000 रुपये दिए"});
}

} // namespace
} // namespace goldpan::redact
