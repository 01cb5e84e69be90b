// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/redact_cases.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(RedactSecretPrefix, NeedsNoDigitAndNoName) {
    expectAll({
        {"login --token hf_abcDEFghiJKLmnoPQRstuVWXyzABCDefgh", "login --token [SECRET]"},
        {"the key is sk-abcdEFGHijklMNOPqrstUVWX and fails", "the key is [SECRET] and fails"},
        {"ghp_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ.", "[SECRET]."},
        {"glpat-xYzAbCdEfGhIjKlMnOpQ", "[SECRET]"},
        {"npm_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ", "[SECRET]"},
        {"Bearer ghp_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ", "Bearer [SECRET]"},
    });
    expectUntouched({"the task_runner and the stop-watch", "sk-fading-circle-and-other-spinners",
                     "map_of_names_that_somebody_made_long", "ghp_short", "check-in, work-life, set-up"});
}

TEST(RedactSecretForm, KnowsServicesWithoutAPrefix) {
    expectAll({
        {"110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1", "[SECRET]"},
        {"https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1/getMe",
         "https://api.telegram.org/bot[SECRET]/getMe"},
        {"MTAxMjM0NTY3ODkwMTIzNDU2Nw.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB", "[SECRET]"},
        {"SK1234567890abcdef1234567890abcdef", "[SECRET]"},
        {"mysql -u root -pS3cr3tPass shop", "mysql -u root -p[SECRET] shop"},
        {"sshpass -p 'Summer2024!' ssh root@host", "sshpass -p '[SECRET]' ssh root@host"},
        {"-----BEGIN PRIVATE KEY-[EMAIL]-----W2-----EN", "-----BEGIN PRIVATE KEY-[EMAIL]-----W2-----EN"},
        {"sshpass -p Summer24[PHONE]x ssh root@host", "sshpass -p [SECRET][PHONE]x ssh root@host"},
        {"Private-Lines: 2\nAAABAQCYqT5Vdabcdefgh\nZZZBAQCYqT5Vdabc=\nPrivate-MAC: none",
         "Private-Lines: 2\n[SECRET]\nPrivate-MAC: none"},
        {"-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQVYBGQ\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----\nx",
         "[SECRET]\nx"},
    });
    expectUntouched({"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "12:30:AM",
                     "SK1234567890abcdef1234567890abcdefa", "AC.DC.and.others"});
}

TEST(RedactSecretPair, TakesLettersWhereOnlyASecretCanStand) {
    expectAll({
        {R"({"password":"correcthorse"})", R"({"password":"[SECRET]"})"},
        {"wget --password tigercat http://x.org", "wget --password [SECRET] http://x.org"},
        {"run --api-key abcdEFGHijklMNOPqrstUVWX", "run --api-key [SECRET]"},
        {"PGPASSWORD=abcdefgh psql", "PGPASSWORD=[SECRET] psql"},
        {"Server=db;User Id=sa;Pwd=tiger(!)Cat;Encrypt=True",
         "Server=db;User Id=sa;Pwd=[SECRET];Encrypt=True"},
        {"username: jane\npassword: tigers", "username: jane\npassword: [SECRET]"},
        {R"({"e": "DB_PASSWORD=tigercat\nB=1"})", R"({"e": "DB_PASSWORD=[SECRET]\nB=1"})"},
        {"https://x.org/a?api_key=abcdef1234567890&x=1", "https://x.org/a?api_key=[SECRET]&x=1"},
        {R"(api_key="abcdefghijklmnopqrstuvwx")", R"(api_key="[SECRET]")"},
        {"Authorization: Bearer abcdefGHIJKLmnopQRSTuvwxYZ", "Authorization: Bearer [SECRET]"},
        {R"(<add key="ApiKey" value="9f8e7d6c5b4a39281706" />)", R"(<add key="ApiKey" value="[SECRET]" />)"},
        {"export ACME_KEY=4f9d2c8b7a6e5d4c", "export ACME_KEY=[SECRET]"},
        {"acmeToken: 'hqzvtkwnbxjr7m'", "acmeToken: '[SECRET]'"},
        {"SECRET_KEY_BASE=0a1b2c3d4e5f60718293a4b5", "SECRET_KEY_BASE=[SECRET]"},
    });
    expectUntouched({R"({"password": "string"})", R"({"type": "password", "name": "password"})",
                     "password: required", "--password string  The password", "--token-count 12345678901",
                     "username: string\npassword: string", "PASSWORD=$DB_PASSWORD",
                     "password = getPassword()", R"("password": "Passwort")", "the password is wrong",
                     "public_key=abcdefghijklmnopqrstuvwx", "SORT_KEY=created_at_2024",
                     "sort key 4f9d2c8b7a6e5d4c", "the token is someLongFunctionNameOfMine"});
}

TEST(RedactSecretPair, KnowsOtherLanguages) {
    expectAll({
        {"mein Passwort ist Katze1234", "mein Passwort ist [SECRET]"},
        {"contrase\xC3\xB1"
         "a: Verano2024",
         "contrase\xC3\xB1"
         "a: [SECRET]"},
        {"mot de passe : Soleil24!", "mot de passe : [SECRET]!"},
        {"minha senha \xC3\xA9 Sommer90", "minha senha \xC3\xA9 [SECRET]"},
        {"密码：abc12345", "密码：[SECRET]"},
        {"密码是Qwer1234", "密码是[SECRET]"},
        {"パスワード: Natsu2024", "パスワード: [SECRET]"},
        {"비밀번호: yeoreum99", "비밀번호: [SECRET]"},
    });
    expectUntouched({"das Passwort ist falsch", "密码是必填的", "la senha"});
}

TEST(RedactSecretPair, ReadsProse) {
    expectAll({
        {"the password for the wifi is usv5khWj", "the password for the wifi is [SECRET]"},
        {"temp password P@ssw0rd50, change it", "temp password [SECRET], change it"},
        {"the wifi password is sunflower-42-lake", "the wifi password is [SECRET]"},
        {"your password is: ySYDhyUGrwcYfZBi", "your password is: [SECRET]"},
    });
    expectUntouched({"the password field is 8 characters", "the password is base64-encoded",
                     "reset the password. The total is 42abc"});
}

TEST(RedactSecretCookie, TakesSessions) {
    expectAll({
        {"Cookie: theme=dark; sid=8f3b2c1d9e7a6f5b4c3d2e1f", "Cookie: theme=dark; sid=[SECRET]"},
        {"JSESSIONID=A1B2C3D4E5F60718293A4B5C", "JSESSIONID=[SECRET]"},
    });
    expectUntouched({"Cookie: theme=dark; lang=en", "etag=8f3b2c1d9e7a6f5b4c3d2e1f"});
}

TEST(RedactSecret, KnowsThePasswordInMoreLanguages) {
    expectAll({
        {"mdp : tigre_sommer708", "mdp : [SECRET]"},
        {"le mdp c'est chaton4481", "le mdp c'est [SECRET]"},
        {"le mot de passe provisoire est Lune-Rouge-904", "le mot de passe provisoire est [SECRET]"},
        {"mi clave es rocket_coffee078", "mi clave es [SECRET]"},
        {"clave: 2C#59xP6_db#6MNg", "clave: [SECRET]"},
        {"heslo: Vltava28", "heslo: [SECRET]"},
        {"passord: Fjord_4481", "passord: [SECRET]"},
        {"비번: coffee_5781", "비번: [SECRET]"},
        {"password hai saturn_monkey591", "password hai [SECRET]"},
        {"Passwort lautet Apfelkuchen#7, bitte", "Passwort lautet [SECRET], bitte"},
        {"パスワードは「blue-coffee291」", "パスワードは「[SECRET]」"},
        {"пароль такой zima2911!", "пароль такой [SECRET]!"},
    });
    expectUntouched({"clave: importante", "clave: AX-2024-001", "clave primaria: id_cliente",
                     "la clave del éxito 2026", "className=slave2",
                     "le mot de passe provisoire est obligatoire"});
}

TEST(RedactSecret, KnowsWhatThePasswordIsFor) {
    expectAll({
        {"senha do wifi: casa4481", "senha do wifi: [SECRET]"},
        {"password del router: Vesuvio41", "password del router: [SECRET]"},
        {"hasło do panelu: Zielony.Smok.82", "hasło do panelu: [SECRET]"},
        {"password for the portal: Harbour2911", "password for the portal: [SECRET]"},
        {"clave wifi: luna4481sol", "clave wifi: [SECRET]"},
        {"password:\nTulip!4481x", "password:\n[SECRET]"},
        {"WIFI:T:WPA;S:home;P:3q4tt4aq7BV1;;", "WIFI:T:WPA;S:home;P:[SECRET];;"},
        {"winter5202 is my wifi password.", "[SECRET] is my wifi password."},
        {"login: bo / Passat_2101", "login: bo / [SECRET]"},
        {"echo \"P@ssW0rd31\" | sudo -S apt update", "echo \"[SECRET]\" | sudo -S apt update"},
        {"echo 482913 | sudo -S apt update", "echo [SECRET] | sudo -S apt update"},
        {"echo 'tiger-lily-2' | sudo -S id", "echo '[SECRET]' | sudo -S id"},
        {"docker login -u mk -p Kx9vTq2Za reg", "docker login -u mk -p [SECRET] reg"},
        {"CREATE USER rep IDENTIFIED BY 'r3pl1c4ta';", "CREATE USER rep IDENTIFIED BY '[SECRET]';"},
        {"old password was Dragon_3681, new one P@ssW0rd12", "old password was [SECRET], new one [SECRET]"},
    });
    expectUntouched({"password for user: admin2", "password hint: pet2", "password:\nusername2: bo",
                     "step5 is the password manager", "path: a / b2cde", "a;P:3q4tt4aq7BV1;;",
                     "echo $PASS1 | sudo -S id", "echo 482913 | sudo id", "login: date / 2026-10-11T12",
                     "[SECRET] and v2.1.0-RC1", "the list of rules: rule2a"});
}

TEST(RedactSecret, ReadsTheCodeOfANetworkInAnyOrder) {
    expectAll({
        {"WIFI:P:tigerlily;T:WPA;S:home;;", "WIFI:P:[SECRET];T:WPA;S:home;;"},
        {R"(WIFI:T:WPA;P:Tiger\;2024;;)", "WIFI:T:WPA;P:[SECRET];;"},
        {R"(WIFI:T:WPA;S:home;P:a\\b\;\,\:c;;)", "WIFI:T:WPA;S:home;P:[SECRET];;"},
    });
    expectUntouched({"a:P:tigerlily;T:WPA;", R"(WIFI:T:WPA;P:ab\[SECRET];;)"});
}

TEST(RedactSecret, GoesOnInAListOfPasswords) {
    expectAll({
        {"password: Tiger2024x, Lion2024x", "password: [SECRET], [SECRET]"},
        {"passwords: Tiger2024x, Lion2024x, Bear2024x.", "passwords: [SECRET], [SECRET], [SECRET]."},
        {"password: Tiger2024x, Windows11 asks for it", "password: [SECRET], Windows11 asks for it"},
        {"password: Tiger2024x, Windows11", "password: [SECRET], Windows11"},
    });
}

TEST(RedactSecret, ReadsTheKeyOfAList) {
    expectAll({
        {R"({"passwords": ["Tiger2024x"]})", R"({"passwords": ["[SECRET]"]})"},
        {R"({"password":["Tiger2024x"]})", R"({"password":["[SECRET]"]})"},
        {R"({\"password\": [\"Tiger2024x\"]})", R"({\"password\": [\"[SECRET]\"]})"},
        {R"({"api_keys": ["k3Jd92mNq8XwPz71Lr5T"]})", R"({"api_keys": ["[SECRET]"]})"},
        {R"({"passwords": ["Tiger2024x", "lion2024xy", "bear2024z"]})",
         R"({"passwords": ["[SECRET]", "[SECRET]", "[SECRET]"]})"},
        {R"({\"passwords\":[\"Tiger2024x\",\"lion2024xy\"]})",
         R"({\"passwords\":[\"[SECRET]\",\"[SECRET]\"]})"},
        {R"({"password":{"new":"Lion2024xy","old":"Tiger2024z"}})",
         R"({"password":{"new":"[SECRET]","old":"[SECRET]"}})"},
        {R"({\"password\": {\"old\": \"Lion2024xy\"}})", R"({\"password\": {\"old\": \"[SECRET]\"}})"},
    });
    expectAll({{R"({"args": ["--password=Tiger2024x", "orders_v2x9"]})",
                R"({"args": ["--password=[SECRET]", "orders_v2x9"]})"}});
    expectUntouched({R"({"tags":{"new":"Lion2024xy"}})", R"({"password":{"min":"length8x"}})",
                     R"(passwords["user2024"])", R"('password' => ['required', 'min:8'])",
                     R"(password: [8, 64])"});
}

TEST(RedactSecret, TakesNoNumberedThingForThePassword) {
    expectUntouched({"Chapter7 as the password", "python3 is my pass", "python3.11 is my pass"});
    expectAll({{"Use Summer24 as the password.", "Use [SECRET] as the password."},
               {"hunter2 is my pass", "[SECRET] is my pass"}});
    expectAll({
        {"hunter2 is my password", "[SECRET] is my password"},
        {"I use hunter2 as my password", "I use [SECRET] as my password"},
        {"Tiger2024x as the password", "[SECRET] as the password"},
        {"Tiger2024x is my pass", "[SECRET] is my pass"},
    });
}

TEST(RedactSecret, KnowsTheHalvesOfAPair) {
    expectAll({
        {"AWS key pair AKIAYG6JBJP7FYQRZ5ZA / IutHXM11Z+QFedmXsEd6mbesRLSvmK40lppie0CA",
         "AWS key pair [SECRET] / [SECRET]"},
        {"aws configure set aws_secret_access_key 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",
         "aws configure set aws_secret_access_key [SECRET]"},
        {"twilio(\"AC32fdf84794000dbbefddc57da56d4acb\", \"12f835222f8caa426130770778a44411\");",
         "twilio(\"AC32fdf84794000dbbefddc57da56d4acb\", \"[SECRET]\");"},
        {"{\"clientSecret\":\"BdXJuCkNMECa\",\"scope\":\"read\"}",
         "{\"clientSecret\":\"[SECRET]\",\"scope\":\"read\"}"},
        {"pw: hxDQIDINcmgT", "pw: [SECRET]"},
    });
    expectUntouched({"{\"clientSecret\":\"accessTokenUrl\"}", "md5 12f835222f8caa426130770778a44411",
                     "GET /static/IutHXM11ZQFedmXsEd6mbesRLSvmK40lppie0CA", "pw: SecretValueHolder"});
}

TEST(RedactSecret, ReadsWhatForInMoreLanguagesAndWords) {
    expectAll({
        {"пароль от почты zimaLeto2041, логин старый", "пароль от почты [SECRET], логин старый"},
        {"пароль от личного кабинета - Bereza#1984", "пароль от личного кабинета - [SECRET]"},
        {"пароль от админки — Granit!55x", "пароль от админки — [SECRET]"},
        {"la password della rete ospiti: Trattore_33", "la password della rete ospiti: [SECRET]"},
        {"la password dell'ufficio è Gatto!2031", "la password dell'ufficio è [SECRET]"},
        {"la contraseña del correo es Girasol2044", "la contraseña del correo es [SECRET]"},
        {"Hasło do bazy to Jezioro!28", "Hasło do bazy to [SECRET]"},
        {"数据库密码是Hx8!qmTz2，请不要外传", "数据库密码是[SECRET]，请不要外传"},
        {"密码是ulmsT#UJcm0,登录后", "密码是[SECRET],登录后"},
        {"密码改成了Yueliang_66，你试试", "密码改成了[SECRET]，你试试"},
        {"password has now been set to Welcome-4412-Kit", "password has now been set to [SECRET]"},
    });
    expectUntouched({"пароль от сервера web01, логин admin", "пароль для пользователя ivan2024, роль admin",
                     "the pass for the day is 25euro", "mail the password for the router to admin2, please",
                     "password of the user: admin2", "密码长度为8到16位"});
}

TEST(RedactSecret, ReadsTheAnswerToAQuestion) {
    expectAll({
        {"A: wifi password?\nB: purpleOtter4412", "A: wifi password?\nB: [SECRET]"},
        {"A: wifi pw?\nB: sure, one sec\nB: Sunny-Dunes-2031", "A: wifi pw?\nB: sure, one sec\nB: [SECRET]"},
        {"[10:02] Ana: senha do wifi?\n[10:03] Rui: praiaVerde77",
         "[10:02] Ana: senha do wifi?\n[10:03] Rui: [SECRET]"},
        {"what is the wifi password?\nTiger2024x", "what is the wifi password?\n[SECRET]"},
        {"wifi password?\npurpleOtter44", "wifi password?\n[SECRET]"},
        {"What is the wifi password?\nhunter2abc", "What is the wifi password?\n[SECRET]"},
        {"password?\nhunter2abc", "password?\n[SECRET]"},
        {"The wifi password is?\nhunter2abc", "The wifi password is?\n[SECRET]"},
        {"Your password?\n\nhunter2abc", "Your password?\n\n[SECRET]"},
        {"the password for the router?\nhunter2abc", "the password for the router?\n[SECRET]"},
    });
    expectUntouched({"Which library hashes a password?\nlibsodium23", "which password?\nlibsodium23",
                     "wifi password?\none sec\nOffice365x"});
    expectUntouched({"A: what is the maximum length of a password?\nB: 64characters",
                     "A: forgot the wifi password?\nB: restart2024", "A: what password?\nB: python3.11",
                     "A: the wifi password?\nB: see page2 of it",
                     "Which library hashes the password?\nlibsodium23", "a new password?\nlibsodium23",
                     "which library for the password? libsodium23 is fine",
                     "A: which package is for the password?\nB: libsodium23",
                     "A: wifi password?\nB: b\nB: c\nB: Office365"});
}

TEST(RedactSecret, ReadsTheNameOfABlockAndOfACommand) {
    expectAll({
        {"variable \"db_password\" {\n  type = string\n  default = \"Quartz-Mole-55\"\n}",
         "variable \"db_password\" {\n  type = string\n  default = \"[SECRET]\"\n}"},
        {"vault login hvs.aB3dE5gH7jK9mN1pQ3sT5vW7", "vault login [SECRET]"},
        {"network={\n  psk=\"gearbox-lamp-19\"\n}", "network={\n  psk=\"[SECRET]\"\n}"},
        {"redis-cli -h cache -a Rd5xKq7mWn2T ping", "redis-cli -h cache -a [SECRET] ping"},
        {"login jo / Anchor_2207 for staging", "login jo / [SECRET] for staging"},
    });
    expectUntouched({"variable \"db_password\" {\n}\nvariable \"db_name\" {\n  default = \"orders_v2x9\"\n}",
                     "locals {\n  default = \"a1b2c3d4\"\n}", "login page / Signup2024 flow",
                     "tail -a Rd5xKq7mWn2T"});
}

TEST(RedactSecret, ReadsTheSecondStringOfALogin) {
    expectAll({{R"(server.login("bob", "mJ7#kq2Lw9zR"))", R"(server.login("bob", "[SECRET]"))"},
               {R"(get(url, auth=('svc-bot', 'gR33n*Tea!')))", R"(get(url, auth=('svc-bot', '[SECRET]')))"},
               {R"(HTTPBasicAuth("bob","Tiger2024x"))", R"(HTTPBasicAuth("bob","[SECRET]"))"},
               {R"(login(\"bob\", \"mJ7#kq2Lw9zR\"))", R"(login(\"bob\", \"[SECRET]\"))"},
               {R"(login(\\\"bob\\\", \\\"mJ7#kq2Lw9zR\\\"))", R"(login(\\\"bob\\\", \\\"[SECRET]\\\"))"},
               {R"(login("bob", r"mJ7#kq2Lw9zR"))", R"(login("bob", r"[SECRET]"))"},
               {R"(login(b'bob', b'hunter2abc'))", R"(login(b'bob', b'[SECRET]'))"},
               {"login(\n    'bob',\n    'mJ7#kq2Lw9zR')", "login(\n    'bob',\n    '[SECRET]')"},
               {R"(login(\"bob\",\n  \"mJ7#kq2Lw9zR\"))", R"(login(\"bob\",\n  \"[SECRET]\"))"}});
    expectUntouched({R"(requireAuth("editor", "section2.page4"))", R"(isAuth("GET", "items2024list"))",
                     R"(Auth('jwt', 'HS256withRSA'))", R"(setCredentials("Content-Type", "text2html"))",
                     R"(signin("google", "popup_redirect_2024"))", R"(setAuth("GET", "Items2024#list"))"});
    expectUntouched({R"(login("bob", "/api/v2/users"))", R"(open("bob", "Tiger2024x"))",
                     R"(author("bob", "Tiger2024x"))", R"(auth("bob", "oauth2"))",
                     R"(login("bob", "see page 2 of it"))", R"(login("bob", name, "Tiger2024x"))"});
}

TEST(RedactSecret, ReadsWhoUsesThePassword) {
    expectAll(
        {{"la contraseña que uso es solYmar99", "la contraseña que uso es [SECRET]"},
         {"le mot de passe que j'utilise est Chaton2024x", "le mot de passe que j'utilise est [SECRET]"},
         {"¿y la clave del wifi?\nana: tacos4life", "¿y la clave del wifi?\nana: [SECRET]"},
         {"AKIAQ3EGRT5WZ7KLMN4P / p9Zk2vR7yQ1mW4tX8sL6nB3cJ5hG0fDaEuYiOrTp.", "[SECRET] / [SECRET]."}});
    expectUntouched(
        {"la contraseña es corta. El modelo es x100v2000", "el mot de passe? Le code est ABC123x"});
}

} // namespace
} // namespace goldpan::redact
