// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/redact_cases.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(RedactPhone, LeavesTheTailOfAName) {
    expectUntouched({"doi:10.1630/j.cell.2010.03.083"});
    expectAll({{"mi cel es 55 4820 1191", "mi cel es [PHONE]"}});
}

TEST(RedactPhone, BeginsAFieldBehindAComma) {
    expectAll({
        {"phone: 415.555.0132,415.555.0133", "phone: [PHONE],[PHONE]"},
        {"phone: 415 555 0132,415 555 0133", "phone: [PHONE],[PHONE]"},
        {"id,phone\n1,4155550132\n2,4155550133\n", "id,phone\n1,[PHONE]\n2,[PHONE]\n"},
    });
    expectUntouched({"1,415.55", "12,415 555 people", "1,415.555.01", "1,4155550132"});
}

TEST(RedactPhone, TakesTheNameOfItsColumn) {
    expectAll({
        {"phone,name\n4155550132,jane\n4155550133,john", "phone,name\n[PHONE],jane\n[PHONE],john"},
        {"name\tmobile\njane\t4155550132\njohn\t4155550133", "name\tmobile\njane\t[PHONE]\njohn\t[PHONE]"},
        {"phone,quantity\n4155550132,1234567\n", "phone,quantity\n[PHONE],1234567\n"},
    });
    expectUntouched({"name,quantity\njane,4155550132\n", "name,phone\n\njane,4155550132"});
}

TEST(RedactPhone, FollowsATableAsFarAsItGoes) {
    std::string text = "id,mobile,name\n";
    std::string want = text;
    for (int i = 0; i < 200; ++i) {
        const bool known = i % 7 != 0;
        text += std::to_string(i) + ',' + (known ? std::to_string(4155550100 + i) : "unknown") + ",jane\n";
        want += std::to_string(i) + ',' + (known ? "[PHONE]" : "unknown") + ",jane\n";
    }
    EXPECT_EQ(redacted(text), want);
    expectAll({{"name,phone,lot\njane,4155550132,515555019\njohn,unknown,51555501987\n",
                "name,phone,lot\njane,[PHONE],515555019\njohn,unknown,51555501987\n"},
               {"a,415-555-0132\nb,c,5155550198", "a,[PHONE]\nb,c,5155550198"},
               {"a,415-555-0132\n\nb,5155550198", "a,[PHONE]\n\nb,5155550198"}});
}

TEST(RedactPhone, FollowsAListAsFarAsItGoes) {
    for (const auto& [head, gap] : {std::pair<std::string, std::string>{"phone\n", "\n"},
                                    {"phones: ", ", "},
                                    {"phones: ", ","},
                                    {"phones: \"", "\",\""}}) {
        std::string text = head;
        std::string want = head;
        for (int i = 0; i < 60; ++i) {
            text += (i == 0 ? "" : gap) + std::to_string(4155550100 + i);
            want += (i == 0 ? "" : gap) + "[PHONE]";
        }
        EXPECT_EQ(redacted(text), want);
    }
    expectUntouched({"4155550100\n4155550101\n4155550102", "[PHONE], 4155550101"});
    expectAll({{"phone 4155550100 and then rows and rows of words that say nothing more, 4155550101",
                "phone [PHONE] and then rows and rows of words that say nothing more, 4155550101"}});
}

TEST(RedactPhoneNational, KnowsFormsThatNeedNoWord) {
    for (const std::string_view number :
         {"8 (912) 345-67-89", "8-800-555-35-35", "(11) 91234-5678", "0812-3456-7890", "0151 23456789",
          "01164 3 331 6005", "011 44 20 7946 0018", "0049 176 12345678", "(020) 7946 0018", "06.12.34.56.78",
          "090-1234-5678", "(+44) 20 7946 0018", "+49 (0) 151 23456789"}) {
        EXPECT_EQ(redacted("so " + std::string(number) + " is it"), "so [PHONE] is it") << number;
    }
    expectUntouched({"8 912 345 678 9 1", "(11) of 91234-5678", "0812-3456-78901"});
}

TEST(RedactPhoneNational, KnowsWordsOfManyLanguages) {
    expectAll({
        {"Ph: 9876543210", "Ph: [PHONE]"},
        {"mera number 9876543210 hai", "mera number [PHONE] hai"},
        {"Rufnummer 3012345678", "Rufnummer [PHONE]"},
        {"Appelez-moi au 612345678", "Appelez-moi au [PHONE]"},
        {"mi n\xC3\xBAmero es 612 345 678", "mi n\xC3\xBAmero es [PHONE]"},
        {"il mio numero \xC3\xA8 3331234567", "il mio numero \xC3\xA8 [PHONE]"},
        {"telem\xC3\xB3vel 912 345 678", "telem\xC3\xB3vel [PHONE]"},
        {"zadzwo\xC5\x84 pod 22 123 45 67", "zadzwo\xC5\x84 pod [PHONE]"},
        {"bel me op 612345678", "bel me op [PHONE]"},
        {"мой номер 89123456789", "мой номер [PHONE]"},
        {"请打13812345678", "请打[PHONE]"},
        {"店：13812345678", "店：[PHONE]"},
        {"휴대전화 1012345678", "휴대전화 [PHONE]"},
        {"https://wa.me/919876543210", "https://wa.me/[PHONE]"},
        {"Mobile 31 58 35 (evenings)", "Mobile [PHONE] (evenings)"},
    });
    expectUntouched({"13812345678", "mobile 1 506 64", "the number 9876543210", "numer 612 345 678"});
}

TEST(RedactPhoneNational, TakesExtensions) {
    expectAll({
        {"415-555-0132 extn 45", "[PHONE]"},
        {"415-555-0132;ext=45", "[PHONE]"},
        {"415-555-0132 #45", "[PHONE]"},
        {"(800) 901-3355 ,extension 7246433", "[PHONE]"},
        {"03 331 6005 int 3456", "[PHONE]"},
    });
}

TEST(RedactPhoneNational, ReadsDigitsOfOtherScripts) {
    expectAll({
        {"＋１ （６５０） ２５３－００００", "[PHONE]"},
        {"电话：０２１－６８８１２７５３。", "电话：[PHONE]。"},
        {"رقم الهاتف +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧", "رقم الهاتف [PHONE]"},
        {"मेरा फोन नंबर ९९२५७४३५०८ है", "मेरा फोन नंबर [PHONE] है"},
        {"card ４１１１ １１１１ １１１１ １１１１!", "card [CREDIT_CARD]!"},
        {"（２０２４）第３章 jane@example.org", "（２０２４）第３章 [EMAIL]"},
    });
    expectUntouched({"２０２４年１月", "第１２号", "السنة ٢٠٢٤"});
}

TEST(RedactPhoneNational, KnowsIslandsOfFewTelephones) {
    expectAll({{"+683 4002", "[PHONE]"}});
    expectUntouched({"+683 400", "+100 2000 points"});
}

TEST(RedactPhoneNational, LeavesSums) {
    expectUntouched({"phone: 45*31-339243873", "(45)+(31)-278394", "+9146 -3092 lines in 36 files",
                     "compute 976-229-5028", "89 144 233 377 610 987 1597"});
}

TEST(RedactPhoneNational, TakesNoWordOfTheColumnOnTheLeftPastAToken) {
    expectUntouched({"phone,[EMAIL] v\nx,4155550132"});
    expectAll({{"v,[EMAIL] phone\nx,4155550132", "v,[EMAIL] phone\nx,[PHONE]"}});
}

TEST(RedactPhoneNational, ReadsTheAnswerToAQuestion) {
    expectAll({{"what is your phone number?\nBo: 98765 43210", "what is your phone number?\nBo: [PHONE]"},
               {"Ana: your number?\nCustomer: 9876543210", "Ana: your number?\nCustomer: [PHONE]"}});
    expectAll(
        {{"your SSN number?\nBo: 219099999", "your SSN number?\nBo: [SSN]"},
         {"on what number can I call you?\nBo: 98765 43210", "on what number can I call you?\nBo: [PHONE]"}});
    expectUntouched({"What is the count of SSN rows?\nBot: 219099999",
                     "Is the phone in all rows of the file?\nBot: 98765 43210"});
    expectUntouched({"what is your phone?\nsize: 12\nBo: 9876543210", "my phone is new\nBo: 98765432 rows"});
}

TEST(RedactPhoneNational, LeavesWhatIsOrderedAndPaid) {
    expectAll({{"Mi teléfono: 612345678; pedido 87654321", "Mi teléfono: [PHONE]; pedido 87654321"},
               {"Fragen zur Rechnung: 0221 471108-15", "Fragen zur Rechnung: [PHONE]"},
               {"Tel. 601 234 567. Zamówienie nr 601234567.", "Tel. [PHONE]. Zamówienie nr 601234567."},
               {"Bel 0612345678, Factuur 202600347, artikel 8711253001202",
                "Bel [PHONE], Factuur 202600347, artikel 8711253001202"},
               {"телефон 8 (916) 123-45-67. Заказ № 1002938475", "телефон [PHONE]. Заказ № 1002938475"}});
}

TEST(RedactPhoneNational, HearsTheTelephoneBeforeWhatIsOrdered) {
    expectAll({{"Teléfono pedidos: 612345678", "Teléfono pedidos: [PHONE]"},
               {"tel. pedido: 912 345 678", "tel. pedido: [PHONE]"},
               {"Tel. commande 0612345678", "Tel. commande [PHONE]"},
               {"Telefon Bestellung 022147110815", "Telefon Bestellung [PHONE]"},
               {"Telefon Kundennummer: 022147110815", "Telefon Kundennummer: [PHONE]"},
               {"Telefon Bestellung, Rechnung 022147110815", "Telefon Bestellung, Rechnung 022147110815"},
               {"Telefon Bestellung Rechnung 022147110815", "Telefon Bestellung Rechnung [PHONE]"},
               {"тел. заказ: 89161234567", "тел. заказ: [PHONE]"},
               {"телефон для заказа 89161234567", "телефон для заказа [PHONE]"},
               {"Hotline Bestellung: 01712345678", "Hotline Bestellung: [PHONE]"},
               {"WhatsApp pedidos 5511987654321", "WhatsApp pedidos [PHONE]"},
               {"tel. zamówienie 601234567", "tel. zamówienie [PHONE]"},
               {"Llámame por el pedido al 612 345 678", "Llámame por el pedido al [PHONE]"}});
    expectUntouched({"tel: no, pedido 87654321", "Tel. [PHONE] pedido 87654321", "tel:\npedido 87654321",
                     "Kundennummer Bestellung 022147110815"});
}

TEST(RedactPhoneNational, ReadsASlashBehindTheArea) {
    expectAll({{"unter 0221 / 47 11 08-15", "unter [PHONE]"}, {"0221/471108-15", "[PHONE]"}});
    expectUntouched({"01/02/2023 15", "0123/45/6789"});
}

} // namespace
} // namespace goldpan::redact
