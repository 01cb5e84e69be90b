// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of a company's own, from a file into a store and through every verb that redacts.
#include "core/redact/redactor.h"
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

namespace goldpan::test {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

constexpr const char* kRules = R"({
  "rules": [{"name": "customer", "pattern": "\\bC-[0-9]{4}\\b", "token": "[CUSTOMER_NO]"}],
  "allow": ["support@example.com"], "off": ["ip"]})";

std::string logLine(const std::string& id, const std::string& prompt) {
    return R"({"request_id":")" + id + R"(","ts":"2025-06-12T03:04:05","model_version":"m","prompt":")" +
           prompt + R"(","response":"r","tags":["t"]})" + "\n";
}

class RulesVerb : public testing::Test {
protected:
    CliRunner cli;
    std::string rules = cli.dir.write("rules.json", kRules);
    std::string log =
        cli.dir.write("log.jsonl", logLine("r1", "C-1234 a@example.org support@example.com 10.0.0.1"));
};

TEST_F(RulesVerb, ANewStoreKeepsACopyAndUsesIt) {
    const auto imported = cli.json({"import", cli.store, log, "--rules", rules, "--operator", "ann"});
    ASSERT_EQ(imported.exit, 0) << imported.err;
    EXPECT_EQ(imported.json()["redacted"]["CUSTOMER_NO"], 1);
    EXPECT_EQ(imported.json()["redacted"]["IP"], 0);
    EXPECT_THAT(cli.run({"show", cli.store, "r1"}).out,
                HasSubstr("[CUSTOMER_NO] [EMAIL] support@example.com 10.0.0.1"));
    const auto got = cli.json({"rules", cli.store, "get"});
    EXPECT_EQ(got.keys(), "hash set_at operator rules");
    EXPECT_EQ(got.json()["operator"], "ann");
    EXPECT_EQ(got.json()["rules"]["off"].dump(), R"(["ip"])");
    // What people type, and every batch.
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "ask C-9999"}).exit, 0);
    EXPECT_THAT(cli.run({"show", cli.store, "r1"}).out, HasSubstr("ask [CUSTOMER_NO]"));
    ASSERT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file("b.jsonl"), "--redact-corrections"}).exit,
              0);
    const auto manifest = nlohmann::json::parse(cli.dir.read("b.jsonl.manifest.json"));
    EXPECT_EQ(manifest["rules_hash"], got.json()["hash"]);
    EXPECT_EQ(manifest["redactions"].value("CUSTOMER_NO", -1), 0) << "as built-in ones that never came";
    EXPECT_NE(manifest["rules_hash"], redact::Redactor().rulesHash());
}

TEST_F(RulesVerb, AnExistingStoreIsNotGivenOthers) {
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    const auto other = cli.json({"import", cli.store, log, "--rules", rules});
    EXPECT_EQ(other.exit, 1);
    EXPECT_EQ(other.errorCode(), "refused");
    ASSERT_EQ(cli.run({"rules", cli.store, "set", rules}).exit, 0);
    EXPECT_EQ(cli.run({"import", cli.store, log, "--rules", rules}).exit, 0) << "it has these";
    const auto bad =
        cli.dir.write("bad.json", R"({"rules": [{"name": "x", "pattern": "(", "token": "[XX]"}]})");
    const auto refused = cli.json({"import", cli.dir.file("new.goldpan"), log, "--rules", bad});
    EXPECT_EQ(refused.errorCode(), "bad_value");
    EXPECT_THAT(refused.err, HasSubstr("bad.json, rules[0].pattern"));
    EXPECT_FALSE(std::filesystem::exists(cli.dir.file("new.goldpan")));
}

TEST_F(RulesVerb, AFilterThatNamesSomebodyByThemIsNotSaidAgain) {
    ASSERT_EQ(cli.run({"import", cli.store, log, "--rules", rules}).exit, 0);
    for (const std::string filter : {"\"C-1234\" (", "tag:a C-1234:b)", "/C-1234(/"}) {
        for (const std::vector<std::string>& verb : {std::vector<std::string>{"queue", cli.store},
                                                     {"export", cli.store, "--dry-run"},
                                                     {"tag", cli.store, "--add", "x"}}) {
            auto call = verb;
            call.insert(call.end(), {"--filter", filter});
            const auto done = cli.run(call);
            EXPECT_NE(done.exit, 0) << filter;
            EXPECT_THAT(done.err, Not(HasSubstr("C-1234"))) << verb.front() << ' ' << filter;
            EXPECT_THAT(cli.json(call).err, Not(HasSubstr("C-1234"))) << verb.front() << ' ' << filter;
        }
    }
    EXPECT_THAT(cli.run({"queue", cli.store, "--filter", "10.0.0.1 ("}).err, HasSubstr("10.0.0.1 ("))
        << "which these rules let be";
}

TEST_F(RulesVerb, AMistakenFilterIsNotSaidWithWhatItSpells) {
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    for (const std::string filter :
         {R"(/jane[.]roe@example[.]com/ ))", R"((jane.roe "@example.com")", R"(/212\D555\D0147/ ))",
          R"(/jane[.]roe@example[.]com(/)", R"(/212\D555\D0147[/)"}) {
        for (const auto& done : {cli.run({"queue", cli.store, "--filter", filter}),
                                 cli.json({"queue", cli.store, "--filter", filter})}) {
            EXPECT_NE(done.exit, 0) << filter;
            EXPECT_THAT(done.err, Not(AnyOf(HasSubstr("roe"), HasSubstr("0147")))) << filter;
            EXPECT_THAT(done.err, HasSubstr("column")) << filter;
        }
    }
    EXPECT_THAT(cli.run({"queue", cli.store, "--filter", R"(prompt:"out of)"}).err,
                HasSubstr("prompt:\"out of\n"));
}

TEST_F(RulesVerb, SetsAndGetsThem) {
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    const auto plain = redact::Redactor().rulesHash();
    EXPECT_EQ(cli.json({"rules", cli.store}).json()["hash"], plain);
    const auto set = cli.json({"rules", cli.store, "set", rules});
    EXPECT_EQ(set.keys(), "hash_before hash changed");
    EXPECT_EQ(set.json()["hash_before"], plain);
    EXPECT_EQ(set.json()["changed"], true);
    EXPECT_EQ(cli.json({"rules", cli.store, "set", rules}).json()["changed"], false);
    EXPECT_THAT(cli.run({"show", cli.store, "r1"}).out, HasSubstr("C-1234")) << "stored before";
    const auto shown = cli.run({"rules", cli.store, "get"});
    EXPECT_THAT(shown.err, HasSubstr(set.json()["hash"].get<std::string>()));
    const auto again = cli.dir.write("again.json", shown.out); // what it prints is such a file
    EXPECT_EQ(cli.json({"rules", cli.store, "set", again}).json()["changed"], false);
    EXPECT_EQ(cli.json({"rules", cli.store, "set", cli.dir.write("bad.json", "{\n,")}).errorCode(),
              "bad_value");
    EXPECT_EQ(cli.run({"rules", cli.store, "set"}).exit, 2);
    EXPECT_EQ(cli.run({"rules", cli.store, "get", rules}).exit, 2);
    EXPECT_EQ(cli.json({"rules", cli.store, "set", cli.dir.file("none")}).errorCode(), "not_found");
}

TEST_F(RulesVerb, RedactTakesAFile) {
    const auto done = cli.run({"redact", "--rules", rules}, "C-1234, 10.0.0.1, a@example.org");
    EXPECT_EQ(done.out, "[CUSTOMER_NO], 10.0.0.1, [EMAIL]");
    const auto lines = cli.run({"redact", "--jsonl", "--rules", rules}, R"({"id":1,"text":"C-1234 C-5678"})");
    EXPECT_EQ(lines.json()["counts"].dump(), R"({"CUSTOMER_NO":2})");
}

TEST_F(RulesVerb, AReportShowsNobodysData) {
    const std::string input = R"({"id":1,"text":"jane.roe@example.org and C-1234"})"
                              "\n"
                              R"({"id":2,"text":"call 415-555-0132 or 415-555-0132"})"
                              "\n"
                              R"({"id":3,"text":"nothing"})"
                              "\n";
    const auto done = cli.json({"redact", "--jsonl", "--report", "--rules", rules}, input);
    ASSERT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(done.keys(), "texts changed failed bad_lines rules_hash rules");
    EXPECT_EQ(done.json()["texts"], 3);
    EXPECT_EQ(done.json()["changed"], 2);
    EXPECT_EQ(done.json()["rules"].dump(),
              R"([{"rule":"customer","token":"[CUSTOMER_NO]","count":1,"examples":["*-****"]},)"
              R"({"rule":"email","token":"[EMAIL]","count":1,"examples":["ja**.***@*******.*rg"]},)"
              R"({"rule":"phone","token":"[PHONE]","count":2,"examples":["4**-***-***2"]}])");
    const auto text = cli.run({"redact", "--report"}, "jane.roe@example.org");
    EXPECT_THAT(text.out, HasSubstr("ja**.***@*******.*rg"));
    EXPECT_THAT(text.out, Not(HasSubstr("example")));
    EXPECT_EQ(cli.json({"redact", "--jsonl", "--report"}, "{}\n").errorCode(), "bad_value");
}

/// An environment variable for as long as it lives.
class Variable {
public:
    explicit Variable(const char* value) { ::setenv(kName, value, 1); }
    ~Variable() { ::unsetenv(kName); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    static constexpr const char* kName = "GOLDPAN_USER_KEY";
};

class UserKeyOption : public RulesVerb {
protected:
    std::string raw = cli.dir.write(
        "raw.jsonl", R"({"request_id":"u1","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"p",)"
                     R"("response":"r","user_id":"bob"})"
                     "\n");
    std::string key = cli.dir.write("key", "a secret of sixteen\n");
    std::string other = cli.dir.write("other", "another secret of it\n");
    std::string eve = cli.dir.write(
        "more.jsonl", R"({"request_id":"u2","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"p",)"
                      R"("response":"r","user_id":"eve"})"
                      "\n");

    [[nodiscard]] CliRun import(std::vector<std::string> more) {
        more.insert(more.begin(), {"import", cli.store, raw});
        return cli.json(more);
    }
};

TEST_F(UserKeyOption, AnotherKeyIsNoticed) {
    ASSERT_EQ(import({"--user-key", key}).exit, 0);
    EXPECT_EQ(import({"--user-key", key}).exit, 0);
    const auto refused = import({"--user-key", other});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_EQ(refused.errorCode(), "refused");
    EXPECT_THAT(refused.err, HasSubstr("--new-user-key"));
    EXPECT_THAT(refused.err, Not(HasSubstr("secret of")));
    EXPECT_EQ(import({}).errorCode(), "refused") << "none is another one, too";
    EXPECT_EQ(cli.json({"watch", cli.store, raw, "--once"}).errorCode(), "refused");
    EXPECT_EQ(cli.run({"import", cli.store, log}).exit, 0) << "it holds no raw id";
    EXPECT_EQ(import({eve, "--user-key", other, "--new-user-key"}).exit, 0);
    EXPECT_EQ(import({"--user-key", other}).exit, 0);
    EXPECT_EQ(import({"--user-key", key}).errorCode(), "refused");
    EXPECT_THAT(cli.dir.read("s.goldpan"), Not(HasSubstr("secret of")));
}

TEST_F(UserKeyOption, AnImportThatStoresNothingBindsNobody) {
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0) << "without users";
    EXPECT_NE(cli.json({"import", cli.store, cli.dir.file("none"), "--user-key", other}).exit, 0);
    EXPECT_EQ(
        cli.json({"import", cli.store, cli.dir.write("words", "no log\n"), "--user-key", other}).errorCode(),
        "not_jsonl");
    EXPECT_EQ(cli.run({"import", cli.store, log, "--user-key", other}).exit, 0) << "all of it known";
    EXPECT_EQ(import({}).exit, 0) << "nor one without a key";
    EXPECT_EQ(import({"--user-key", other}).errorCode(), "refused");
}

TEST_F(UserKeyOption, AnImportThatStoresNothingBindsNoKeyEither) {
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0) << "without users";
    ASSERT_EQ(cli.run({"import", cli.store, log, "--user-key", other}).exit, 0) << "all of it known";
    EXPECT_EQ(import({"--user-key", key}).exit, 0);
    EXPECT_EQ(import({"--user-key", other}).errorCode(), "refused");
    EXPECT_EQ(import({}).errorCode(), "refused");
}

TEST_F(UserKeyOption, ANewKeyThatStoresNothingIsNotSet) {
    ASSERT_EQ(import({"--user-key", key}).exit, 0);
    EXPECT_EQ(import({"--new-user-key"}).exit, 0) << "all of it known";
    EXPECT_EQ(cli.json({"watch", cli.store, raw, "--once", "--user-key", other, "--new-user-key"}).exit, 0);
    EXPECT_EQ(cli.json({"import", cli.store, eve}).errorCode(), "refused");
    EXPECT_EQ(import({"--user-key", key}).exit, 0);
    EXPECT_EQ(cli.json({"import", cli.store, raw, eve, "--new-user-key", "--user-key", other}).exit, 0);
    EXPECT_EQ(import({"--user-key", key}).errorCode(), "refused");
    EXPECT_EQ(import({"--user-key", other}).exit, 0);
}

TEST_F(UserKeyOption, ANewKeyOfWhichAllIsSampledOutIsNotSet) {
    ASSERT_EQ(import({"--user-key", key}).exit, 0);
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "sample_rate", "0.000001"}).exit, 0);
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "ring_hours", "0"}).exit, 0);
    const std::vector<std::string> sampled = {"import", cli.store, eve,      "--user-key",
                                              other,    "--keep",  "budget", "--new-user-key"};
    EXPECT_EQ(cli.json(sampled).json()["sampled_out"], 1);
    EXPECT_EQ(import({"--user-key", key}).exit, 0) << "no hash of the new key is in the store";
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "ring_hours", "24"}).exit, 0);
    EXPECT_EQ(cli.json(sampled).json()["sampled_out"], 1);
    EXPECT_EQ(import({"--user-key", key}).errorCode(), "refused") << "one is held, and may come in";
}

TEST_F(UserKeyOption, AFirstKeyOverBareHashesIsNoticed) {
    ASSERT_EQ(import({}).exit, 0);
    EXPECT_EQ(import({"--user-key", key}).errorCode(), "refused");
    EXPECT_EQ(import({eve, "--user-key", key, "--new-user-key"}).exit, 0);
    EXPECT_EQ(import({}).errorCode(), "refused");
}

TEST_F(UserKeyOption, ComesFromTheEnvironmentToo) {
    {
        const Variable set("a secret of sixteen");
        ASSERT_EQ(import({}).exit, 0);
        EXPECT_EQ(import({"--user-key", other}).errorCode(), "refused") << "the option wins";
    }
    EXPECT_EQ(import({"--user-key", key}).exit, 0) << "the same key";
    EXPECT_EQ(import({}).errorCode(), "refused");
    const Variable weak("short");
    const auto refused = import({});
    EXPECT_EQ(refused.errorCode(), "bad_value");
    EXPECT_THAT(refused.err, HasSubstr("GOLDPAN_USER_KEY"));
}

TEST_F(RulesVerb, AFileThatIsGivenHasAName) {
    const std::string text = "C-1234";
    const std::vector<std::vector<std::string>> all = {{"redact", "--rules", ""},
                                                       {"redact", "--rules="},
                                                       {"import", cli.store, log, "--rules", ""},
                                                       {"import", cli.store, log, "--user-key", ""},
                                                       {"import", cli.store, log, "--user-key="},
                                                       {"watch", cli.store, log, "--rules", ""},
                                                       {"log", cli.dir.file("out.jsonl"), "--rules", ""},
                                                       {"log", cli.dir.file("out.jsonl"), "--user-key", ""}};
    for (const auto& args : all) {
        const auto done = cli.run(args, text);
        EXPECT_EQ(done.exit, 2) << args.front() << ' ' << args.back();
        EXPECT_EQ(done.out, "");
    }
    EXPECT_FALSE(std::filesystem::exists(cli.store));
    EXPECT_FALSE(std::filesystem::exists(cli.dir.file("out.jsonl")));
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    EXPECT_EQ(cli.run({"reredact", cli.store, "--preview", "--rules", ""}).exit, 2);
}

} // namespace
} // namespace goldpan::test
