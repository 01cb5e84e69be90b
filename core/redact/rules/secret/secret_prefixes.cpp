// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_prefixes.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace goldpan::redact {
namespace {

struct Prefix {
    std::string_view text;
    std::size_t tail; ///< bytes behind it, at least
};

// Sorted by bytes.
// clang-format off
constexpr auto kPrefixes = std::to_array<Prefix>({
    {"1//0", 60}, {"A3-", 30}, {"A3T", 16}, {"ABIA", 16}, {"ABSK", 40}, {"ACCA", 16},
    {"AGE-SECRET-KEY-1", 50}, {"AIza", 30}, {"AKCp", 60}, {"AKIA", 16}, {"ASIA", 16}, {"ATATT3", 40},
    {"ATBB", 20}, {"ATCTT3", 40}, {"CCIPAT_", 20}, {"CFPAT-", 30}, {"CLOJARS_", 50}, {"EAA", 90}, {"EAAA", 50},
    {"EAAB", 60}, {"EAAC", 60}, {"EAACEdEose0cBA", 10}, {"EAAG", 60}, {"EAAM", 60}, {"EZAK", 40},
    {"EZTK", 40}, {"FLWPUBK_TEST-", 10}, {"FLWSECK-", 10}, {"FLWSECK_TEST-", 10}, {"GOCSPX-", 20},
    {"GR1348941", 16}, {"HRKU-", 40}, {"LTAI", 14}, {"NRAK-", 20}, {"NRAL-", 20}, {"NRII-", 20},
    {"NRIQ-", 20}, {"NRJS-", 16}, {"NRRA-", 20}, {"NRSP-", 20}, {"PMAK-", 30}, {"PMAT-", 20}, {"SG.", 40},
    {"SWMTKN-1-", 40}, {"access-development-", 36}, {"access-production-", 36}, {"access-sandbox-", 36},
    {"amzn.mws.", 30}, {"amzn1.oa2-cs.v1.", 40}, {"api_org_", 20}, {"apify_api_", 30}, {"authress_", 60},
    {"bedrock-api-key-", 20}, {"bkua_", 20}, {"cfat_", 40}, {"cfut_", 40}, {"cio_", 20}, {"cmVmd", 40},
    {"dapi", 32}, {"dckr_oat_", 20}, {"dckr_pat_", 20}, {"ddp_", 30}, {"dnkey-", 60}, {"doo_v1_", 30},
    {"dop_v1_", 30}, {"dor_v1_", 30}, {"dp.audit.", 30}, {"dp.ct.", 30}, {"dp.pt.", 20}, {"dp.sa.", 20},
    {"dp.scim.", 30}, {"dp.st.", 20}, {"dt0c01.", 30}, {"duffel_live_", 20}, {"duffel_test_", 20},
    {"e2b_", 30}, {"ext_", 90}, {"eyJrIjoi", 40}, {"figd_", 20}, {"fio-u-", 30}, {"fm1_", 60},
    {"fm1r_", 60}, {"fm2_", 60}, {"fo1_", 30}, {"gho_", 20}, {"ghp_", 20}, {"ghr_", 20}, {"ghs_", 20},
    {"ghu_", 20}, {"github_pat_", 20}, {"glagent-", 20}, {"glc_", 30}, {"glcbt-", 20}, {"gldt-", 16},
    {"glffct-", 16}, {"glft-", 16}, {"glimt-", 16}, {"gloas-", 20}, {"glpat-", 16}, {"glptt-", 20},
    {"glrt-", 16}, {"glsa_", 30}, {"glsoat-", 16}, {"gsk_", 30}, {"hf_", 20}, {"hvb.", 40}, {"hvp.", 40},
    {"hvr.", 40}, {"hvs.", 20}, {"ico-", 30}, {"jina_", 40}, {"key-", 32}, {"lin_api_", 20},
    {"live_pub_", 20}, {"live_sec_", 20}, {"lsv2_pt_", 30}, {"lsv2_sk_", 30}, {"nfp_", 36}, {"npm_", 30},
    {"ntn_", 30}, {"nvapi-", 30}, {"ops_eyJ", 60}, {"oy2", 40}, {"p8e-", 20}, {"pat-eu1-", 30},
    {"pat-na1-", 30}, {"patat", 60}, {"pcsk_", 40}, {"phc_", 40}, {"phx_", 40}, {"pk.eyJ", 40},
    {"pnu_", 30}, {"pplx-", 30}, {"pscale_oauth_", 20}, {"pscale_pw_", 20}, {"pscale_tkn_", 20},
    {"pul-", 30}, {"pypi-AgE", 40}, {"r8_", 30}, {"rdme_", 40}, {"re_", 30}, {"rk_live_", 10},
    {"rk_prod_", 10}, {"rk_test_", 10}, {"rnd_", 20}, {"rpa_", 30}, {"rubygems_", 30}, {"s-s4t2af-", 60},
    {"s-s4t2ud-", 60}, {"s.s.", 40}, {"sb_secret_", 20}, {"sbp_", 30}, {"sc_", 90}, {"scauth_", 60},
    {"secret_", 30}, {"sgp_", 30}, {"sha256~", 40}, {"shippo_live_", 30}, {"shippo_test_", 30},
    {"shpat_", 30}, {"shpca_", 30}, {"shppa_", 30}, {"shpss_", 30}, {"sk-", 20}, {"sk-lf-", 30},
    {"sk.eyJ", 40}, {"sk_live_", 10}, {"sk_prod_", 10}, {"sk_test_", 10}, {"sl.", 100}, {"sl.B", 60},
    {"sm_aat_", 12}, {"sm_pat_", 12}, {"sm_sat_", 12}, {"sntrys_", 40}, {"sntryu_", 40}, {"sq0atp-", 20},
    {"sq0csp-", 20}, {"sqa_", 30}, {"sqp_", 30}, {"squ_", 30}, {"t1.", 90}, {"test_pub_", 20},
    {"test_sec_", 20}, {"tfp_", 30}, {"tk-us-", 30}, {"tly-", 20}, {"tskey-", 20}, {"tskey-api-", 20},
    {"tskey-auth-", 20}, {"tvly-", 20}, {"v1.0-", 100}, {"vcp_", 20}, {"wandb_v1_", 40}, {"whsec_", 24},
    {"xai-", 40}, {"xapp-", 20}, {"xkeysib-", 40}, {"xoxa-", 14}, {"xoxb-", 14}, {"xoxc-", 14},
    {"xoxd-", 14}, {"xoxe-", 14}, {"xoxe.", 14}, {"xoxe.xoxp-", 14}, {"xoxo-", 14}, {"xoxp-", 14},
    {"xoxr-", 14}, {"xoxs-", 14}, {"ya29.", 20}});
// clang-format on
static_assert(std::ranges::is_sorted(kPrefixes, {}, &Prefix::text));

constexpr std::size_t kShortest = [] {
    std::size_t shortest = 64;
    for (const Prefix& prefix : kPrefixes) {
        shortest = std::min(shortest, prefix.text.size() + prefix.tail);
    }
    return shortest;
}();

/// Where the prefixes begin whose first byte is the index.
constexpr auto kFrom = [] {
    std::array<std::uint16_t, 257> from{};
    for (const Prefix& prefix : kPrefixes) {
        ++from[static_cast<unsigned char>(prefix.text.front()) + 1U];
    }
    for (std::size_t i = 1; i < from.size(); ++i) {
        from[i] = static_cast<std::uint16_t>(from[i] + from[i - 1]);
    }
    return from;
}();

} // namespace

std::size_t secretPrefix(std::string_view word) {
    if (word.size() < kShortest) {
        return 0;
    }
    const auto first = static_cast<unsigned char>(word.front());
    std::size_t longest = 0;
    for (std::size_t i = kFrom[first]; i < kFrom[first + 1U]; ++i) {
        const Prefix& prefix = kPrefixes[i];
        if (word.starts_with(prefix.text) && word.size() - prefix.text.size() >= prefix.tail) {
            longest = std::max(longest, prefix.text.size());
        }
    }
    return longest;
}

std::string describeSecretPrefixes() {
    std::string out;
    for (const Prefix& prefix : kPrefixes) {
        out += prefix.text;
        out += std::to_string(prefix.tail) + ' ';
    }
    return out + '\n';
}

} // namespace goldpan::redact
