// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_log.h"

#include "app/cli/log_acks.h"
#include "app/cli/output.h"
#include "app/cli/rules_file.h"
#include "app/cli/user_key_file.h"
#include "app/cli/verb_table.h"
#include "core/ingest/log_pipe.h"
#include "core/ingest/log_writer.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cmath>
#include <memory>
#include <mutex>
#include <ostream>
#include <utility>

namespace goldpan::cli {
namespace {

constexpr std::int64_t kShownBadLines = 100;
constexpr auto kLastRoom = std::chrono::seconds(1);

/// What goes wrong on the way, from the reading thread and the writer's.
class Messages {
public:
    explicit Messages(std::ostream& err)
        : m_err(err) {}

    void badLine(const store::QuarantinedLine& line) {
        const std::lock_guard lock(m_mutex);
        if (++m_badLines <= kShownBadLines) {
            m_err << "line " << line.line << ": " << plainText(line.reason) << std::endl;
        }
    }
    void trouble(const Error& error) {
        const std::lock_guard lock(m_mutex);
        m_err << "goldpan-cli: " << plainText(error.message) << " (" << plainText(error.where)
              << "); entries wait and are tried again" << std::endl;
    }
    void cut(const std::string& path, std::int64_t bytes) {
        const std::lock_guard lock(m_mutex);
        m_err << "goldpan-cli: a torn last line of " << bytes << (bytes == 1 ? " byte" : " bytes")
              << " was cut off (" << plainText(path) << ")" << std::endl;
    }
    void finish() {
        const std::lock_guard lock(m_mutex);
        if (m_badLines > kShownBadLines) {
            m_err << "and " << m_badLines - kShownBadLines << " more bad lines\n";
        }
    }

private:
    std::mutex m_mutex; ///< guards all
    std::ostream& m_err;
    std::int64_t m_badLines = 0;
};

struct Outcome {
    ingest::PipeReport pipe;
    ingest::LogCounts counts;
    std::vector<std::string> files;
    std::string rulesHash;
    bool isComplete = false;
    double seconds = 0;
};

void printOutcome(Io& io, bool json, const Outcome& outcome) {
    const auto& counts = outcome.counts;
    const auto read = counts.given + outcome.pipe.quarantined;
    const auto quarantined = outcome.pipe.quarantined + counts.refused;
    if (json) {
        printJson(io.out, {{"read", read},
                           {"written", counts.written},
                           {"sampled_out", counts.sampledOut},
                           {"dropped_healthy", counts.droppedHealthy},
                           {"lost_flagged", counts.lostFlagged},
                           {"failed", counts.failed},
                           {"quarantined", quarantined},
                           {"redacted", countsByType(outcome.pipe.redacted, true)},
                           {"rules_hash", outcome.rulesHash},
                           {"files", outcome.files},
                           {"complete", outcome.isComplete},
                           {"seconds", outcome.seconds}});
        return;
    }
    const auto text = [](std::int64_t count) { return std::to_string(count); };
    printTable(io.out, {{"read", text(read)},
                        {"written", text(counts.written)},
                        {"sampled out", text(counts.sampledOut)},
                        {"dropped healthy", text(counts.droppedHealthy)},
                        {"lost flagged", text(counts.lostFlagged)},
                        {"failed", text(counts.failed)},
                        {"quarantined", text(quarantined)},
                        {"redacted", countsText(countsByType(outcome.pipe.redacted, false))},
                        {"rules", outcome.rulesHash},
                        {"files", joined(outcome.files, " ")},
                        {"complete", outcome.isComplete ? "yes" : "no"}});
}

ingest::LogWriterOptions writerOptions(const LogOptions& options, redact::UserKey key, Messages& messages) {
    ingest::LogWriterOptions out{.folder = options.folder,
                                 .budget = {.rate = options.rate},
                                 .users = std::move(key),
                                 .keyChange = keyChange(options.newUserKey)};
    out.rotation.bytes = options.rotateMegabytes * 1'000'000;
    if (options.rotateMinutes) {
        out.rotation.micros = *options.rotateMinutes * 60'000'000;
    }
    out.fsyncEvery = std::chrono::milliseconds(options.fsyncMilliseconds);
    out.onTrouble = [&messages](const Error& error) { messages.trouble(error); };
    out.onCut = [&messages](const std::string& path, std::int64_t bytes) { messages.cut(path, bytes); };
    return out;
}

} // namespace

Result<int> runLog(const LogOptions& options, Io& io) {
    const auto begun = std::chrono::steady_clock::now();
    if (std::isnan(options.rate)) { // which is in no range and out of none
        return fail(ErrorCode::usage, "the rate is no number from 0 to 1", "--rate");
    }
    if (options.acks && options.drop) { // nobody could tell by a line's number that it was dropped
        return fail(ErrorCode::usage, "what is dropped is not safe: --acks lets the input wait", "--drop");
    }
    auto key = userKeyFrom(options.userKey);
    if (!key) {
        return std::unexpected(key.error());
    }
    const auto rules = rulesFrom(options.rules);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    auto source = ingest::LogSource::open("-");
    if (!source) {
        return std::unexpected(source.error());
    }
    Messages messages(io.err);
    Outcome outcome;
    const redact::Redactor redactor(*rules);
    outcome.rulesHash = redactor.rulesHash();
    auto writer = ingest::LogWriter::open(writerOptions(options, *key, messages), redactor, io.clock);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    std::optional<LogAcks> acks;
    ingest::PipeListener listener{.badLine = [&](const auto& line) { messages.badLine(line); }};
    if (options.acks) {
        acks.emplace(io);
        listener.settling = [&](std::int64_t line, ingest::LogTicket ticket) {
            acks->add(line, std::move(ticket));
        };
    }
    ingest::LogPipe pipe(std::move(*source), redactor, *key, **writer);
    const auto read = pipe.run(outcome.pipe, listener, options.drop, io.stop);
    const auto closed = (*writer)->close();
    if (acks) {
        acks->finish();
    }
    messages.finish();
    outcome.counts = (*writer)->counts();
    outcome.files = (*writer)->files();
    outcome.isComplete = read && closed && outcome.pipe.isWhole;
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    // Who stops the verb need not read what it says.
    if (!io.stop.stop_requested() || io.hasRoom == nullptr || io.hasRoom(kLastRoom)) {
        printOutcome(io, options.json, outcome);
    }
    if (!read || !closed) {
        return std::unexpected(closed ? read.error() : closed.error());
    }
    return kExitDone;
}

void addLog(VerbTable& verbs) {
    auto options = std::make_shared<LogOptions>();
    auto& verb =
        verbs.add("log", "Raw entries on standard input, redacted and appended to a log that rotates",
                  options->json, [options](Io& io) { return runLog(*options, io); });
    verb.add_option("--out", options->folder,
                    "The folder of the log; made where there is none. The current file is inference.jsonl")
        ->required()
        ->type_name("DIR");
    verb.add_option("--rate", options->rate,
                    "Share of the healthy entries to keep, 0 to 1; low confidence and flagged ones are "
                    "always kept. Default: all")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("R");
    verb.add_option("--rotate-mb", options->rotateMegabytes,
                    "Begin a new file before one grows past so many MB; default 256")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    verb.add_option("--rotate-minutes", options->rotateMinutes,
                    "Begin a new file after so many minutes; default: by size only")
        ->check(CLI::Range(1, 527'040))
        ->type_name("N");
    verb.add_option("--fsync-ms", options->fsyncMilliseconds,
                    "Make entries durable at least so often; 0 after each batch, default 100")
        ->check(CLI::Range(0, 3'600'000))
        ->type_name("N");
    addUserKey(verb, options->userKey);
    addNewUserKey(verb, options->newUserKey);
    addRules(verb, options->rules, "A rule set, JSON: own rules, values never redacted, rules switched off");
    verb.add_flag("--drop", options->drop,
                  "Where the disk is too slow, drop entries and count them, healthy ones first; default: let "
                  "the input wait. Not with --acks");
    verb.add_flag("--acks", options->acks,
                  "Say on standard output up to which line the input is safe, a JSON line each time");
}

} // namespace goldpan::cli
