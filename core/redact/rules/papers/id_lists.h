// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdLists: the words themselves that IdLexicon looks up, as data; only it includes them.
#pragma once

#include "core/redact/rules/papers/id_lexicon.h"

#include <array>
#include <string_view>
#include <utility>

namespace goldpan::redact::id_lists {

struct WordList {
    IdRole role;
    std::string_view words; ///< folded, a space between
};

// clang-format off
inline constexpr auto kLists = std::to_array<WordList>({
    {IdRole::passport,
     "passport passports passportnumber passportno passportnr passportnum passeport passeports pasaporte "
     "passaporto passaporti passaporte reisepass reisepasses reisepassnummer reisepassnr passnummer passnr paspoort "
     "paspoortnummer paspoortnr paszport paszportu paszportem pasport pasportu passinumero passin passets passnumret "
     "pasnummer pasnr pasaport pasaportum pasaportumun pasaportunuz paspor paasport utlevel utlevelem "
     "utlevelszam pasaportul pasaportului putovnica putovnice passinro paspoortno cestovak passi passinumber "
     "passprt pssprt psprt psspt passpt pssprtnr passportnumer pasportnr paspport passsport pssport ppnummer pasosa pasosu pasniho reisepassno "
     "paspornya pasaportumuz matkustusasiakirja "
     "паспорт паспорта паспортом паспорту загранпаспорт загранпаспорта закордонний διαβατηριο διαβατήριο "
     "διαβατηριου διαβατηρίου διαβατηριο διαβατήριό διαβατηρίο загранпаспортом паспорті паспортні"},
    {IdRole::dl,
     "dvla fuhrerschein fuhrerscheins fuhrerscheinnummer fuhrerscheinnr fuehrerschein fuehrerscheinnummer "
     "fuehrerscheinnr rijbewijs rijbewijsnummer rijbewijsnr korkort korkortet korkortsnummer korekort "
     "korekortnummer korekortnr forerkort forerkortet forerkortnummer ajokortti ajokortin ajokorttini permis "
     "patente ehliyet ehliyetim ehliyeti habilitacao jogositvany jogositvanyom gplx driverlicense driverlicence "
     "driverslicense driverslicence drivinglicence drivinglicense "
     "fahrerlaubnis fahrerlaubnisnummer fahrerlaubnisnr forarbevis forarbevisnummer korkortsnr forerkortnr "
     "rijbewijsno jogositvanyszam ajokorttinumero vodicak soferski "
     "права прав водительское водительских"},
    {IdRole::dlUpper, "dl dln cnh dlno vu ву"},
    {IdRole::gov,
     "aadhaar aadhar adhaar adhar aadhaarcard uidai ausweis ausweisnummer ausweisnr personalausweis "
     "personalausweises personalausweisnummer personalausweisnr ausweiskennziffer aufenthaltstitel bsn "
     "burgerservicenummer sofinummer rsin cedula cedulas cnpj cpf curp dni egn gstin henkilotunnus henkilotunnukseni "
     "hetu hkid idnr itin ptin jmbg krankenversicherungsnummer krankenversichertennummer versichertennummer kvnr "
     "medicare medicaid mykad nhs nif nino nric osobisty osobistego pesel peselem pps ppsn personnummer "
     "samordningsnummer organisationsnummer fodselsnummer dnummer kennitala isikukood rijksregisternummer "
     "rijksregister insz niss ssin snils sozialversicherungsnummer sozialversicherungsnr rentenversicherungsnummer "
     "rvnr svnr svnummer versicherungsnummer steueridentifikationsnummer steueridentnummer identifikationsnummer "
     "steuernummer steuernr steuerid tckn vkn kimlik tfn cnic nicop zehut philhealth philsys amka cuit cuil cuitcuil "
     "npwp cccd cmnd ghanacard iqama emso mynumber nuss regon "
     "cprnummer cprnr personnr fnr secu insee siren siret piva "
     "ustidnr ustid adoazonosito adoszam buletin oib nationalid idcard citizenid nationalidnumber taxid taxnumber "
     "ahvnummer ahvn personenkennzeichen fodselsnr personr personligt personnumret persnr persno "
     "steueridnr steuerident ustidnummer umsatzsteuernummer nationalidno idkaart idkort identitetsnummer "
     "rodnecislo cnpul cnpului matricola obcianskeho "
     "инн снилс огрн ταυτότητας ταυτότητα ταυτοτητας ταυτοτητα огрнип егн лнч αμκα αφμ іпн рнокпп єдрпоу унзр иин"
     " voen vöen onderwijsnummer personenidentifikationsnummer merverdiavgift identificatienummer "
     "organisasjonsnummer orgnr ondernemingsnummer abgabenkontonummer mehrwertsteuernummer "
     "momsregistreringsnummer momsnr umsatzsteueridentifikationsnummer btwnummer registrikood edrpou "
     "versicherungsnr"},
    {IdRole::govUpper,
     "abn acn cpr inn ahv avs cnp dea ein fein frn ico mbi nas ni nic nie nin nip nir npi pan rif rrn ruc rut sin tin trn "
     "uen utr fin ktp nik afm adt cf cif nit rg pis pasep nis nss ine tie cni taj ird nhi ihi crn uan "
     "αδτ abha nid sss umid ohip phn ramq uci uscis ktn bvn dic rc vat gst kvk btw ctps vkn mst spi "
     "cie cui lnch rnc cvr cni"
     " nuit nrt pvn mva edb nipt nifp vsnr pwnr peid bhn unp cpj natid uscc ntn idno едб унп ддс "
     "пиб"},
    {IdRole::licence, "licence license lic licences licenses permit lisence"},
    {IdRole::driver, "learner provisional driver drivers driving driver's operator operators chauffeur motorist"},
    {IdRole::placeUpper, // beside a licence; the others of two letters are words
     "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or "
     "pa ri sc sd tn tx ut vt va wa wv wi wy dc ab bc mb nb nl ns on pe qc sk vic qld nsw tas act"},
    {IdRole::place,
     "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
     "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
     "montana nebraska nevada hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas "
     "utah vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan queensland "
     "victoria victorian nsw dmv wisc calif penn tex"},
    {IdRole::kind,
     "african alien certificate citizen citizenship fiscal fiscale foreigner government green gst health healthcare "
     "identification identificacao identificacion identificazione identidad identidade identita identite identity immigration insurance migration national "
     "permanent personal personale refugee residence resident rodne rodneho sa sozialversicherung steuer tax taxpayer ust "
     "umsatzsteuer vat voter voters nationale nazionale nacional krajowy dowodu dowod identitat contribuinte "
     "contribuyente tributaria tributario vergi adoazon podatkowy osobni osobne obcansky obcanskeho "
     "rodna matricule identiteitskaart identitetskort henkilokortti kimligi sanitaria hoviyat"
     " extranjeria extranjero extranjeros persona pessoa fisica fisicas juridica juridicas residencia "
     "identificare fiscala identificacijski identifikacijski identifikacioni identifikacijska identifikacni "
     "tributari tributacion contribuyentes contribuintes sociale zekerheid podatkowej identyfikacji poreski "
     "danove gradana gradjana građana налогоплательщика плательщика чужденец граждански"},
    {IdRole::whose,
     "israeli turkish thai chinese korean japanese german french italian spanish polish dutch belgian swedish danish "
     "norwegian finnish indian brazilian mexican malaysian indonesian vietnamese emirates emirati saudi egyptian "
     "nigerian kenyan ghana ghanaian estonian latvian lithuanian czech slovak hungarian romanian bulgarian greek "
     "croatian portuguese swiss austrian irish british canadian australian philippine filipino pakistani uae "
     "singapore hongkong taiwan taiwanese argentinian argentine chilean colombian peruvian kuwaiti qatari bahraini "
     "photo military veteran state civil kong federal"},
    {IdRole::id, "id ids card cards identifier ident kaart karte tarjeta carta cartao karta karti kort"},
    {IdRole::number,
     "no nr num number numbers numero numeros nummer numret numer numeru numara numarasi numaram numaraniz nos code "
     "codice codigo cod kod kodu registration registraton ref reference nro n c document documento dokument doc book "
     "szam szama szamom jel jele jelem cislo cisla nomor so broj stevilka numri numurs numeris numar numarul reg regno seria serie serii serija series номер номера номером серия серии серію серії № число "
     "αριθμος αριθμός αριθμό αρ value field numbered numbering identificador nb физлица физического лица гражданина"
     " codul registro registru идентификационный идентификационен identyfikacyjny"},
    {IdRole::copula, "is as es est ist are was e er ar jest wynosi sono esta yra hai это adalah este je jsou lautet lauten luidt brzmi "
     "glasi lyder ar on to sunt estas olan είναι ειναι такой такие"},
    {IdRole::filler,
     "my our her his the their your s of a an i mein meine meiner meinem il mio mia mon ma meu minha o moj moja moje "
     "mijn mitt mit min minun mi su sua der die das den le les l el los lo de do da del di des du van von het have has "
     "hat had heeft ha tiene tem with mit con avec com z holder bearer titular inhaber portador inscrita inscrito sob "
     "za na full new old u d und valid current foreign to on la mera meri hamara ka ki benim saya мой моя мои у меня given "
     "us usa uk eu applicant customer client user following above below reads own em stored called ul lui ului porte "
     "carries bears tragt cliente firmy firma utente paciente paziente pacjenta clientului kupca "
     "μου του της ο η το στο гр рф россии україни мой її його numeric please caller speaker cust uh um erm okay ok yes yeah sure well "
     "lama baru ancien ancienne vecchio vecchia alter alten alte viejo antiguo velho thanks file it expiring be should shld feld"
     " unico unica на"},
});

struct PairList {
    PiiType type;
    std::string_view pairs; ///< "first second", a comma between; without the fillers
};
inline constexpr auto kPairLists = std::to_array<PairList>({
    {PiiType::passport,
     "ppt no,ppt nr,ppt number,ppt num,pass nr,pass nummer,passes nummer,nummer passes,cislo pasu,cisla pasu,pasu cislo,"
     "travel document,cestovni pas,cestovniho pasu,cestovny pas,ho chieu,perjalanan dokumen,zagran pasport"},
    {PiiType::driverLicense,
     "permiso conducir,nomor sim,permiso conduccion,carnet conducir,carne conducir,licencia conducir,licencia manejo,"
     "licencia conduccion,carnet manejo,patente guida,carta conducao,carteira motorista,nacional habilitacao,"
     "carteira habilitacao,prawo jazdy,prawa jazdy,ridicsky prukaz,ridicskeho prukazu,ridicak cislo,vodicsky preukaz,"
     "vodicskeho preukazu,vozacka dozvola,vozacke dozvole,vozniskega dovoljenja,surucu belgesi,surucu ehliyeti,"
     "lai xe,izin mengemudi,lesen memandu,водительское удостоверение,водительского удостоверения,"
     "водительские права,водительских прав,permis conduire,permis conducere,permis auto,dl number,d l,"
     "αδεια οδηγησης,άδεια οδήγησης,δίπλωμα οδήγησης,посвідчення водія"},
    {PiiType::govId,
     "citizenship certificate,naturalization certificate,id card,identity card,national insurance,social insurance,seguridad social,securite sociale,"
     "assurance maladie,assurance sociale,cedula ciudadania,cong dan,phil health,ת ז,tax file,taxpayer reference,permanent account,alien registration,emirates id,kra pin,"
     "partita iva,p iva,tessera sanitaria,carta identita,cartao cidadao,bilhete identidade,titulo eleitor,"
     "cartao saude,rodne cislo,rodneho cisla,obcansky prukaz,obcanskeho prukazu,cislo op,dowod osobisty,"
     "dowodu osobistego,kad pengenalan,k p,personas kods,asmens kodas,y tunnus,cpr nummer,sv nummer,sv nr,st nr,"
     "ust idnr,steuer id,steuer idnr,steuer nr,id nr,identifikations nr,c f,r c,teudat zehut,known traveler,"
     "registre national,numero national,numero fiscal,titre sejour,carte identite,carte vitale,clave elector,"
     "documento identidad,tarjeta identidad,carta cidadania,ahv nummer,ahv nr,avs numero,taj szam,adoazonosito jel,"
     "szemelyi szam,szemelyi igazolvany,szemelyi igazolvanyszam,vergi kimlik,citizen id,citizenship no,resident id,"
     "residence permit,green card,health card,voter id,voter card,voters card,epic no,ration card,pan card,pan no,"
     "pan number,my kad,temporary reference,huduma namba,ghana card,individual number,nomor induk,induk kependudukan,"
     "can cuoc,cuoc cong,chung minh,ma thue,niss belge,national id,state id,"
     "numeric personal,pers nr,pers no,perso nr,perso nummer,rsa id,nat id,natl id,btw nummer,btw nr,btw id,"
     "id kaart,id kort,id karte,id bewijs,seria ci,serie ci,ci seria,ci serie,serie buletin,seria buletin,t c,tc no,c c,"
     "numar cnp,numar ci,nr ci,ci nr,fiscal code,tax id,tax code,ни номер,единый номер,удостоверение личности,удостоверения личности,"
     "єдиний номер,лична карта,личен номер"
     ",pessoas fisicas,registro contribuyentes,registro contribuyente,rol tributario,registro tributario,"
     "federal contribuyentes,carne extranjeria,carnet extranjeria,registre tributari,cedula identidad,"
     "cedula residencia,maticni broj,public service,wajib pajak,ewidencji ludnosci,κοινωνικης ασφαλισης,"
     "κοινωνικής ασφάλισης,облікової картки,платника податків,tari taake,inland revenue,birth number,"
     "numero bis,business registration,unique entity,corporate number,credit code,informacion fiscal,"
     "codigo tributario,phap nhan"},
});
// clang-format on

// Words of scripts without spaces, found inside a run, and of scripts whose words carry what English writes
// apart.
inline constexpr auto kInside = std::to_array<std::pair<std::string_view, PiiType>>({
    {"护照", PiiType::passport},
    {"護照", PiiType::passport},
    {"旅券", PiiType::passport},
    {"パスポート", PiiType::passport},
    {"여권", PiiType::passport},
    {"หนังสือเดินทาง", PiiType::passport},
    {"พาสปอร์ต", PiiType::passport},
    {"पासपोर्ट", PiiType::passport},
    {"جواز", PiiType::passport},
    {"السفر", PiiType::passport},
    {"سفر", PiiType::passport},
    {"דרכון", PiiType::passport},
    {"驾照", PiiType::driverLicense},
    {"駕照", PiiType::driverLicense},
    {"驾驶证", PiiType::driverLicense},
    {"駕駛證", PiiType::driverLicense},
    {"驾驶执照", PiiType::driverLicense},
    {"駕駛執照", PiiType::driverLicense},
    {"免許証", PiiType::driverLicense},
    {"免許番号", PiiType::driverLicense},
    {"運転免許", PiiType::driverLicense},
    {"运转免许", PiiType::driverLicense},
    {"운전면허", PiiType::driverLicense},
    {"면허번호", PiiType::driverLicense},
    {"면허증", PiiType::driverLicense},
    {"ใบขับขี่", PiiType::driverLicense},
    {"ड्राइविंग", PiiType::driverLicense},
    {"القيادة", PiiType::driverLicense},
    {"נהיגה", PiiType::driverLicense},
    {"身份证", PiiType::govId},
    {"身份證", PiiType::govId},
    {"身分證", PiiType::govId},
    {"身分証", PiiType::govId},
    {"居民证", PiiType::govId},
    {"公民身份", PiiType::govId},
    {"社会信用代码", PiiType::govId},
    {"纳税人识别", PiiType::govId},
    {"统一编号", PiiType::govId},
    {"統一編號", PiiType::govId},
    {"居留证", PiiType::govId},
    {"居留證", PiiType::govId},
    {"社保", PiiType::govId},
    {"マイナンバー", PiiType::govId},
    {"個人番号", PiiType::govId},
    {"在留カード", PiiType::govId},
    {"年金番号", PiiType::govId},
    {"保険者番号", PiiType::govId},
    {"保険証", PiiType::govId},
    {"주민등록", PiiType::govId},
    {"주민번호", PiiType::govId},
    {"외국인등록", PiiType::govId},
    {"사업자등록", PiiType::govId},
    {"ประจำตัว", PiiType::govId},
    {"บัตรประชาชน", PiiType::govId},
    {"ผู้เสียภาษี", PiiType::govId},
    {"आधार", PiiType::govId},
    {"هوية", PiiType::govId},
    {"إقامة", PiiType::govId},
    {"ת.ז", PiiType::govId},
    {"זהות", PiiType::govId},
});

inline constexpr auto kNumberInside =
    std::to_array<std::string_view>({"号", "號", "번호", "नंबर", "رقم", "الوطنية", "संख्या", "מספר", "מס", "第",
                                     "หมายเลข", "เลขที่", "は", "是", "为", "為", "가", "는", "है"});
// What another number is named by, between the paper and it.
inline constexpr auto kOtherInside = std::to_array<std::string_view>(
    {"订单", "訂單", "注文", "주문", "快递", "单号", "單號", "流水", "电话", "電話", "手机", "手機", "전화",
     "卡号", "账号", "賬號", "帳號", "口座", "계좌"});

} // namespace goldpan::redact::id_lists
