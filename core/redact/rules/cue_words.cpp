// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/cue_words.h"

#include "core/redact/scan/near_words.h"
#include "core/redact/scan/part_table.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::redact {
namespace {

using CueWord = std::pair<std::string_view, Cue>;

// Words of scripts with spaces, lower case.
// clang-format off
constexpr WordTable kWords(std::to_array<CueWord>({
    {"account", Cue::other}, {"amount", Cue::other}, {"anruf", Cue::contact}, {"anrufen", Cue::contact},
    {"appeler", Cue::contact}, {"appelez", Cue::contact}, {"appelle", Cue::contact},
    {"arayın", Cue::contact}, {"arxiv", Cue::thing}, {"asin", Cue::thing}, {"awb", Cue::thing},
    {"balance", Cue::other}, {"barcode", Cue::thing}, {"bel", Cue::contact}, {"bellen", Cue::contact},
    {"bereikbaar", Cue::contact}, {"block", Cue::thing}, {"booking", Cue::thing}, {"build", Cue::thing},
    {"calculate", Cue::thing}, {"call", Cue::contact}, {"callback", Cue::phone}, {"called", Cue::contact},
    {"calling", Cue::contact}, {"care", Cue::contact}, {"case", Cue::thing}, {"cell", Cue::phone},
    {"cellnumber", Cue::phone}, {"cellphone", Cue::phone}, {"cellular", Cue::phone},
    {"cellulare", Cue::phone}, {"cellulari", Cue::phone}, {"cel", Cue::phone}, {"celular", Cue::phone}, {"cep", Cue::phone},
    {"chiama", Cue::contact}, {"chiamami", Cue::contact}, {"chiamare", Cue::contact},
    {"chiamate", Cue::contact}, {"claim", Cue::other}, {"code", Cue::other}, {"commit", Cue::thing},
    {"compute", Cue::thing}, {"confirmation", Cue::thing}, {"contact", Cue::contact},
    {"contacter", Cue::contact}, {"contactez", Cue::contact}, {"contacto", Cue::contact},
    {"container", Cue::thing}, {"contáctame", Cue::contact}, {"contáctenos", Cue::contact},
    {"coordinates", Cue::thing}, {"cpf", Cue::other}, {"date", Cue::other}, {"dial", Cue::contact},
    {"dialed", Cue::contact}, {"dialled", Cue::contact}, {"docket", Cue::thing}, {"doi", Cue::thing},
    {"durchwahl", Cue::phone}, {"dzwoń", Cue::contact}, {"ean", Cue::thing}, {"ein", Cue::other},
    {"epoch", Cue::other}, {"erreichbar", Cue::contact}, {"erreichen", Cue::contact},
    {"evaluate", Cue::thing}, {"fax", Cue::phone}, {"festnetz", Cue::phone},
    {"festnetznummer", Cue::phone}, {"fijo", Cue::phone}, {"fixe", Cue::phone}, {"fone", Cue::phone},
    {"gsm", Cue::phone}, {"gtin", Cue::thing}, {"guid", Cue::thing}, {"handy", Cue::phone},
    {"handynr", Cue::phone}, {"handynummer", Cue::phone}, {"hash", Cue::thing}, {"helpline", Cue::phone},
    {"hotline", Cue::phone}, {"hotlines", Cue::phone}, {"hubungi", Cue::contact}, {"hívj", Cue::contact},
    {"hívjon", Cue::contact}, {"iban", Cue::other}, {"iccid", Cue::thing}, {"id", Cue::other},
    {"ids", Cue::other}, {"imei", Cue::other}, {"imsi", Cue::thing}, {"invoice", Cue::thing},
    {"isbn", Cue::thing}, {"issn", Cue::thing}, {"issue", Cue::thing}, {"joignable", Cue::contact},
    {"joindre", Cue::contact}, {"kom", Cue::phone}, {"komórka", Cue::phone}, {"komórki", Cue::phone},
    {"komórkowy", Cue::phone}, {"landline", Cue::phone}, {"landlines", Cue::phone}, {"lat", Cue::thing},
    {"latitude", Cue::thing}, {"liga", Cue::contact}, {"ligar", Cue::contact}, {"ligue", Cue::contact},
    {"llama", Cue::contact}, {"llamar", Cue::contact}, {"llamarme", Cue::contact}, {"llame", Cue::contact}, {"llámame", Cue::contact},
    {"llámenos", Cue::contact}, {"lng", Cue::thing}, {"lon", Cue::thing}, {"longitude", Cue::thing},
    {"loyalty", Cue::other}, {"matkapuhelin", Cue::phone}, {"md5", Cue::thing},
    {"membership", Cue::other}, {"mob", Cue::phone}, {"mobiel", Cue::phone}, {"mobil", Cue::phone},
    {"mobile", Cue::phone}, {"mobiles", Cue::phone}, {"mobilfunk", Cue::phone},
    {"mobilfunknummer", Cue::phone}, {"mobilnr", Cue::phone}, {"mobilnum", Cue::phone},
    {"mobilnummer", Cue::phone}, {"mobiltelefon", Cue::phone}, {"mobiltelefonnummer", Cue::phone},
    {"model", Cue::thing}, {"movil", Cue::phone}, {"multiply", Cue::thing}, {"móvil", Cue::phone},
    {"móviles", Cue::phone}, {"nonce", Cue::thing}, {"offset", Cue::thing}, {"oid", Cue::thing},
    {"order", Cue::thing}, {"pager", Cue::phone}, {"parcel", Cue::thing}, {"part", Cue::thing},
    {"passport", Cue::other}, {"patent", Cue::thing}, {"ph", Cue::phone}, {"phone", Cue::phone},
    {"phoned", Cue::contact}, {"phoneno", Cue::phone}, {"phonenumber", Cue::phone},
    {"phones", Cue::phone}, {"pid", Cue::thing}, {"pmid", Cue::thing}, {"pnr", Cue::thing},
    {"policy", Cue::other}, {"ponsel", Cue::phone}, {"population", Cue::thing}, {"portable", Cue::phone},
    {"price", Cue::other}, {"puh", Cue::phone}, {"puhelin", Cue::phone}, {"puhelinnumero", Cue::phone},
    {"rang", Cue::contact}, {"reach", Cue::contact}, {"reachable", Cue::contact}, {"ref", Cue::other},
    {"reference", Cue::other}, {"revenue", Cue::thing}, {"rfc", Cue::thing}, {"ring", Cue::contact},
    {"ringa", Cue::contact}, {"ringing", Cue::contact}, {"routing", Cue::other},
    {"rufnummer", Cue::phone}, {"salary", Cue::thing}, {"seed", Cue::thing}, {"serial", Cue::thing},
    {"sha", Cue::thing}, {"shipment", Cue::thing}, {"sku", Cue::thing}, {"sms", Cue::contact},
    {"social", Cue::ssn}, {"soita", Cue::contact}, {"ss", Cue::ssn}, {"ssn", Cue::ssn}, {"ssns", Cue::ssn},
    {"subtract", Cue::thing}, {"sunați", Cue::contact}, {"sđt", Cue::phone}, {"tel", Cue::phone},
    {"telefon", Cue::phone}, {"telefone", Cue::phone}, {"telefonem", Cue::phone},
    {"telefones", Cue::phone}, {"telefoni", Cue::phone}, {"telefonico", Cue::phone},
    {"telefonisch", Cue::phone}, {"telefonnr", Cue::phone}, {"telefonnummer", Cue::phone},
    {"telefonnumret", Cue::phone}, {"telefonní", Cue::phone}, {"telefono", Cue::phone},
    {"telefonszám", Cue::phone}, {"telefonszáma", Cue::phone}, {"telefonu", Cue::phone},
    {"telefonum", Cue::phone}, {"telefonunu", Cue::phone}, {"telefoon", Cue::phone},
    {"telefoonnr", Cue::phone}, {"telemovel", Cue::phone}, {"telemóvel", Cue::phone},
    {"telephone", Cue::phone}, {"telepon", Cue::phone}, {"telf", Cue::phone}, {"telno", Cue::phone},
    {"telnr", Cue::phone}, {"teléfono", Cue::phone}, {"teléfonos", Cue::phone}, {"text", Cue::contact},
    {"texted", Cue::contact}, {"texting", Cue::contact}, {"tfno", Cue::phone}, {"thoại", Cue::phone},
    {"ticket", Cue::thing}, {"timestamp", Cue::other}, {"tlf", Cue::phone}, {"tlfn", Cue::phone},
    {"tlfno", Cue::phone}, {"tlfnr", Cue::phone}, {"toll", Cue::contact}, {"tollfree", Cue::phone},
    {"tracking", Cue::thing}, {"transaction", Cue::other}, {"tél", Cue::phone}, {"téléphone", Cue::phone},
    {"téléphones", Cue::phone}, {"uid", Cue::other}, {"upc", Cue::thing}, {"uuid", Cue::thing},
    {"version", Cue::thing}, {"viber", Cue::phone}, {"vin", Cue::thing}, {"volejte", Cue::contact},
    {"whatsapp", Cue::phone}, {"zadzwonić", Cue::contact}, {"zadzwoń", Cue::contact}, {"zap", Cue::phone},
    {"zip", Cue::other}, {"Κινητό", Cue::phone}, {"Τηλ", Cue::phone}, {"Τηλέφωνο", Cue::phone},
    {"κιν", Cue::phone}, {"κινητό", Cue::phone}, {"τηλ", Cue::phone}, {"τηλέφωνο", Cue::phone},
    {"Моб", Cue::phone}, {"Тел", Cue::phone}, {"Телефон", Cue::phone}, {"звоните", Cue::contact},
    {"звонить", Cue::contact}, {"моб", Cue::phone}, {"мобильного", Cue::phone}, {"мобильный", Cue::phone},
    {"позвоните", Cue::contact}, {"тел", Cue::phone}, {"телефон", Cue::phone}, {"телефона", Cue::phone},
    // What is ordered and paid, which a number of its own stands behind.
    {"pedido", Cue::ware}, {"pedidos", Cue::ware}, {"factura", Cue::ware}, {"facture", Cue::ware},
    {"fattura", Cue::ware}, {"fatura", Cue::ware}, {"faktura", Cue::ware}, {"faktury", Cue::ware},
    {"commande", Cue::ware}, {"bestellung", Cue::ware}, {"bestellnummer", Cue::ware},
    {"auftrag", Cue::ware}, {"auftragsnummer", Cue::ware}, {"rechnung", Cue::ware},
    {"rechnungsnummer", Cue::ware}, {"zamówienie", Cue::ware}, {"zamówienia", Cue::ware},
    {"objednávka", Cue::ware}, {"objednávky", Cue::ware}, {"artikel", Cue::ware},
    {"artikelnummer", Cue::ware}, {"artykuł", Cue::ware}, {"articolo", Cue::ware},
    {"artículo", Cue::ware}, {"factuur", Cue::ware}, {"factuurnummer", Cue::ware},
    {"bestelling", Cue::ware}, {"bestelnummer", Cue::ware}, {"ordernr", Cue::ware},
    {"ordernummer", Cue::ware}, {"ordre", Cue::ware}, {"orden", Cue::ware}, {"ordine", Cue::ware},
    {"encomenda", Cue::ware}, {"protocolo", Cue::ware}, {"réf", Cue::ware}, {"référence", Cue::ware},
    {"referencia", Cue::ware}, {"riferimento", Cue::ware}, {"referência", Cue::ware},
    {"kundennummer", Cue::ware}, {"kundennr", Cue::ware}, {"klantnummer", Cue::ware},
    {"Артикул", Cue::ware}, {"Заказ", Cue::ware}, {"Заказа", Cue::ware}, {"Счет", Cue::ware},
    {"Счёт", Cue::ware}, {"артикул", Cue::ware}, {"заказ", Cue::ware}, {"заказа", Cue::ware},
    {"заказе", Cue::ware}, {"счет", Cue::ware}, {"счёт", Cue::ware},
}));
// clang-format on

// Words of scripts without spaces: found inside a run of letters.
constexpr PartTable kInside(std::to_array<CueWord>({
    {"电话", Cue::phone},       {"電話", Cue::phone},       {"手机", Cue::phone},
    {"手機", Cue::phone},       {"传真", Cue::phone},       {"热线", Cue::phone},
    {"致电", Cue::phone},       {"联系方式", Cue::contact}, {"拨打", Cue::phone},
    {"携帯", Cue::phone},       {"전화", Cue::phone},       {"휴대폰", Cue::phone},
    {"핸드폰", Cue::phone},     {"연락처", Cue::contact},   {"팩스", Cue::phone},
    {"फोन", Cue::phone},        {"मोबाइल", Cue::phone},     {"โทร", Cue::phone},
    {"هاتف", Cue::phone},       {"טלפון", Cue::phone},      {"社会安全", Cue::ssn},
    {"订单", Cue::thing},       {"账号", Cue::other},       {"编号", Cue::other},
    {"微信", Cue::contact},     {"联系我", Cue::contact},   {"请发到", Cue::contact},
    {"주문", Cue::thing},       {"打给", Cue::contact},     {"请打", Cue::contact},
    {"拨", Cue::contact},       {"联系电话", Cue::phone},   {"座机", Cue::phone},
    {"客服", Cue::contact},     {"攜帶", Cue::phone},       {"連絡先", Cue::contact},
    {"휴대전화", Cue::phone},   {"연락", Cue::contact},     {"नंबर", Cue::contact},
    {"เบอร์", Cue::phone},       {"มือถือ", Cue::phone},       {"جوال", Cue::phone},
    {"موبايل", Cue::phone},     {"تليفون", Cue::phone},     {"נייד", Cue::phone},
    {"聯絡", Cue::contact},     {"行動電話", Cue::phone},   {"お電話", Cue::phone},
    {"ファックス", Cue::phone}, {"快递", Cue::thing},       {"单号", Cue::thing},
    {"注文番号", Cue::thing},
}));

} // namespace

Cue wordCue(std::string_view word) {
    const Cue* found = kWords.findAnyCase(word);
    return found != nullptr ? *found : Cue::none;
}

std::optional<FoundCue> lastCue(std::string_view run) {
    if (const Cue whole = wordCue(run); whole != Cue::none) {
        return FoundCue{whole, run.size()};
    }
    std::size_t end = run.size();
    for (std::size_t i = run.size(); i-- > 1;) {
        const bool hump = run[i] >= 'A' && run[i] <= 'Z' && run[i - 1] >= 'a' && run[i - 1] <= 'z';
        if (!hump) {
            continue;
        }
        if (const Cue part = wordCue(run.substr(i, end - i)); part != Cue::none) {
            return FoundCue{part, end};
        }
        end = i;
    }
    if (end != run.size()) {
        if (const Cue part = wordCue(run.substr(0, end)); part != Cue::none) {
            return FoundCue{part, end};
        }
    }
    return std::nullopt;
}

std::optional<FoundCue> lastInside(std::string_view run) {
    std::optional<FoundCue> best;
    std::size_t place = 0;
    kInside.eachIn(run, [&](std::size_t i, std::size_t end) {
        if (!best || end > best->end || (end == best->end && i < place)) {
            best = FoundCue{kInside.entries()[i].second, end};
            place = i;
        }
    });
    return best;
}

std::string describeCues() {
    std::string out;
    const auto add = [&](const auto& words) {
        for (const auto& [word, cue] : words) {
            out += word;
            out += static_cast<char>('0' + static_cast<int>(cue));
        }
        out += '\n';
    };
    add(kWords.entries());
    add(kInside.entries());
    return out;
}

} // namespace goldpan::redact
