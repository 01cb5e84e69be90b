// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/corrections_file.h"

#include "core/base/files.h"
#include "core/base/json_surrogates.h"
#include "core/base/json_text.h"
#include "core/redact/redactor.h"
#include "core/store/export_reader.h"
#include "core/store/store.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>
#include <utility>

namespace goldpan::review {
namespace {

using Json = nlohmann::json;

/// Takes the pairs as they come: a DOM would double the memory, and one that keeps the order is slow on many
/// keys. Every event but those of a flat object of strings and nulls ends the parse.
class PairReader final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return take(std::nullopt); }
    bool string(string_t& value) override { return take(std::move(value)); }
    bool key(string_t& name) override {
        const auto [found, isNew] = m_indexOf.try_emplace(name, m_pairs.size());
        if (isNew) {
            m_pairs.push_back({name, std::nullopt});
        }
        m_current = found->second;
        return true;
    }
    bool start_object(std::size_t) override {
        if (m_inObject) {
            return refuse();
        }
        m_inObject = true;
        return true;
    }
    bool end_object() override { return true; }
    bool boolean(bool) override { return refuse(); }
    bool number_integer(number_integer_t) override { return refuse(); }
    bool number_unsigned(number_unsigned_t) override { return refuse(); }
    bool number_float(number_float_t, const string_t&) override { return refuse(); }
    bool binary(binary_t&) override { return refuse(); }
    bool start_array(std::size_t) override { return refuse(); }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        m_error = Error{ErrorCode::corrupt, "the file is not JSON; mend it and import it again",
                        "byte " + std::to_string(position)};
        return false;
    }

    Result<std::vector<RowText>> finish() {
        return m_error ? Result<std::vector<RowText>>(std::unexpected(std::move(*m_error)))
                       : std::move(m_pairs);
    }

private:
    bool take(std::optional<std::string> value) {
        if (!m_inObject) {
            return refuse();
        }
        m_pairs[m_current].text = std::move(value);
        return true;
    }
    bool refuse() {
        m_error = Error{ErrorCode::badValue,
                        "a file of corrections or suggestions is one JSON object of request ids and texts",
                        {}};
        if (m_inObject && !m_pairs.empty()) {
            m_error->message = "the text of a row is a string or null";
            m_error->where = "request_id " + m_pairs[m_current].requestId;
        }
        return false;
    }

    std::vector<RowText> m_pairs;
    std::unordered_map<std::string, std::size_t> m_indexOf;
    std::size_t m_current = 0;
    bool m_inObject = false;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<RowText>> parseCorrections(std::string_view json) {
    std::string text(json);
    replaceLoneSurrogates(text);
    PairReader reader;
    Json::sax_parse(text, &reader);
    return reader.finish();
}

Result<std::int64_t> writeCorrections(store::Store& store, const redact::Redactor& redactor,
                                      const CorrectionsSink& sink) {
    std::int64_t count = 0;
    auto written = store.exports().corrections(
        [&](const std::string& requestId, const Correction& correction) -> Result<void> {
            std::string pair = count == 0 ? "{\n " : ",\n ";
            appendJsonString(pair, requestId);
            pair += ": ";
            appendJsonString(pair, redactor.redacted(correction.text));
            ++count;
            return sink(pair);
        });
    if (written) {
        written = sink(count == 0 ? "{}\n" : "\n}\n");
    }
    return written ? Result<std::int64_t>(count) : std::unexpected(written.error());
}

Result<std::int64_t> writeCorrections(store::Store& store, const redact::Redactor& redactor,
                                      const std::string& path) {
    if (isSameFile(path, store.path())) {
        return fail(ErrorCode::usage, "the corrections would replace the store itself; choose another name",
                    path);
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto count =
        writeCorrections(store, redactor, [&](std::string_view piece) { return file->write(piece); });
    if (count) {
        if (auto done = file->commit(); !done) {
            return std::unexpected(done.error());
        }
    }
    return count;
}

} // namespace goldpan::review
