// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/redact_cases.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(RedactPassport, ReadsWhatMachinesAndAirlinesWrite) {
    expectAll({
        {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
         "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n[PASSPORT]"},
        {"MRZ: L898902C36UTO7408122F1204159ZE184226B<<<<<10, kiosk 4", "MRZ: [PASSPORT], kiosk 4"},
        {"P<GBRHOLLIS<<MARGARET<ANNE<<<<<<<<<<<<<<<<<<\n5198234761GBR8504127F2903114<<<<<<<<<<<<<<04",
         "P<GBRHOLLIS<<MARGARET<ANNE<<<<<<<<<<<<<<<<<<\n[PASSPORT]"},
        {"SR DOCS HK1/P/FRA/18AC47291/FRA/12JUN84/F/09SEP30/MARTEL/CELINE",
         "SR DOCS HK1/P/FRA/[PASSPORT]/FRA/12JUN84/F/09SEP30/MARTEL/CELINE"},
        {"3DOCS/P/US/548291037/US/12JUL76/M", "3DOCS/P/US/[PASSPORT]/US/12JUL76/M"},
        {"Travel doc type: P; document number: 85793267; state: SWE",
         "Travel doc type: P; document number: [PASSPORT]; state: SWE"},
        {R"({"documentType":"P","issuingCountry":"SWE","documentNumber":"85793267"})",
         R"({"documentType":"P","issuingCountry":"SWE","documentNumber":"[PASSPORT]"})"},
    });
    expectUntouched({"ABCDEF1234567890ABCDEF1234567890ABCDEF123456",
                     "5198234761GBR8504127F2903114<<<<<<<<<<<<<<04", "GET /P/US/123456/US/ ok",
                     "s3://bucket/P/ABC/123456789/ABC/file", "doc type: PDF; document number: 85793267",
                     "blood type: O; ticket number: 8829104",
                     "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"});
}

TEST(RedactPassport, ReadsItsWordInShortAndOnLinesOfItsOwn) {
    expectAll({
        {"Pssprt# 548291037 exp 04/31", "Pssprt# [PASSPORT] exp 04/31"},
        {"psprt no. YB2284917, ITA", "psprt no. [PASSPORT], ITA"},
        {"PPT# YA8832910", "PPT# [PASSPORT]"},
        {"Passport\nnumber\n152022524", "Passport\nnumber\n[PASSPORT]"},
        {"Passeport\r\nnuméro\r\n18AC47291", "Passeport\r\nnuméro\r\n[PASSPORT]"},
        {"Reisepass\nNr.:\nC4J7K9P21", "Reisepass\nNr.:\n[PASSPORT]"},
        {"passport_no=AUS PA4471029", "passport_no=AUS [PASSPORT]"},
        {"Passport GK2901847 was replaced with GK7718293",
         "Passport [PASSPORT] was replaced with [PASSPORT]"},
        {"pasport lama B 8829104", "pasport lama [PASSPORT]"},
    });
    expectUntouched({"Page\nnumber\n1520225", "Order\nnumber\n15202252", "Passport\nphoto\n15202252",
                     "PPT slides 1928374", "API CAN 8827104"});
}

} // namespace
} // namespace goldpan::redact
