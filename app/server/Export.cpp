// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Rows.h"
#include "app/server/ServerShop.h"
#include "app/server/Tools.h"
#include "core/schema/Csv.h"
#include "platform/http/OpenApi.h"
#include "platform/system/Files.h"

#include <csignal>
#include <cstdio>

namespace vitrine::server {

using core::EntitySchema;
using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

/// Where the export goes. A file is written beside its name and renamed when it is whole.
class Output
{
public:
    [[nodiscard]] static Result<Output> open(const std::filesystem::path &path)
    {
        if (path.empty())
            return Output(stdout, {});
        std::filesystem::path partial = path;
        partial += ".part";
        std::FILE *file = std::fopen(platform::utf8(partial).c_str(), "wb");
        if (file == nullptr)
            return fail(ErrorCode::Unavailable, "can't be written", platform::utf8(path));
        return Output(file, path);
    }
    Output(Output &&other) noexcept
        : m_file(std::exchange(other.m_file, nullptr))
        , m_path(std::move(other.m_path))
    {
    }
    ~Output()
    {
        if (m_file != nullptr && m_file != stdout)
            std::fclose(m_file);
    }

    void write(std::string_view text) { std::fwrite(text.data(), 1, text.size(), m_file); }

    [[nodiscard]] Status finish()
    {
        const bool isWritten = std::fflush(m_file) == 0 && std::ferror(m_file) == 0;
        if (!isWritten)
            return fail(ErrorCode::StorageFull, "could not be written whole", platform::utf8(m_path));
        if (m_path.empty())
            return {};
        std::fclose(std::exchange(m_file, nullptr));
        std::filesystem::path partial = m_path;
        partial += ".part";
        std::error_code error;
        std::filesystem::rename(partial, m_path, error);
        return error ? Status(fail(ErrorCode::Unavailable, error.message(), platform::utf8(m_path))) : Status();
    }

private:
    Output(std::FILE *file, std::filesystem::path path)
        : m_file(file)
        , m_path(std::move(path))
    {
    }

    std::FILE *m_file;
    std::filesystem::path m_path;
};

Status writeJsonList(core::LogTx &tx, const EntitySchema &schema, Output &output)
{
    std::string_view separator = "[\n";
    VITRINE_CHECK(forEachRow(tx, schema, [&](const std::string &document) -> Status {
        output.write(separator);
        output.write(document);
        separator = ",\n";
        return {};
    }));
    output.write(separator == "[\n" ? "[]" : "\n]");
    return {};
}

Status writeCsv(core::LogTx &tx, const EntitySchema &schema, Output &output)
{
    output.write(core::csvHeader(schema));
    return forEachRow(tx, schema, [&](const std::string &document) -> Status {
        VITRINE_TRY(const std::string row, core::csvRow(schema, document));
        output.write(row);
        return {};
    });
}

Status exportOne(core::LogTx &tx, const EntitySchema &schema, const ExportArguments &arguments)
{
    VITRINE_TRY(Output output, Output::open(arguments.output));
    if (arguments.format == "csv") {
        VITRINE_CHECK(writeCsv(tx, schema, output));
    } else {
        VITRINE_CHECK(writeJsonList(tx, schema, output));
        output.write("\n");
    }
    return output.finish();
}

Status exportAllJson(core::LogTx &tx, const ExportArguments &arguments)
{
    VITRINE_TRY(Output output, Output::open(arguments.output));
    std::string separator = "{";
    for (const EntitySchema *schema : core::allEntities()) {
        output.write(separator + '"' + std::string(schema->plural) + "\":");
        VITRINE_CHECK(writeJsonList(tx, *schema, output));
        separator = ",\n";
    }
    output.write("}\n");
    return output.finish();
}

Status exportAllCsv(core::LogTx &tx, const ExportArguments &arguments)
{
    if (arguments.output.empty())
        return fail(ErrorCode::InvalidArgument, "all entities as CSV need a folder to go to", "--output");
    std::error_code error;
    std::filesystem::create_directories(arguments.output, error);
    for (const EntitySchema *schema : core::allEntities()) {
        ExportArguments one = arguments;
        one.output /= std::string(schema->plural) + ".csv";
        VITRINE_CHECK(exportOne(tx, *schema, one));
    }
    return {};
}

} // namespace

Status exportRows(const ExportArguments &arguments)
{
    const EntitySchema *schema = core::entityNamed(arguments.entity);
    if (schema == nullptr && arguments.entity != "all")
        return fail(ErrorCode::NotFound, "no entity is called '" + arguments.entity + "'", "--entity");
    VITRINE_TRY(const auto shop, ServerShop::open(arguments.data, Access::Beside));
    // Whoever reads may stop: `export | head` ends this program quietly, as it ends others. The server's library has
    // switched that off.
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_DFL);
#endif
    return shop->store().read([&](core::LogTx &tx) -> Status {
        if (schema != nullptr)
            return exportOne(tx, *schema, arguments);
        return arguments.format == "csv" ? exportAllCsv(tx, arguments) : exportAllJson(tx, arguments);
    });
}

Status printOpenApi()
{
    core::CommandRegistry registry;
    const core::CommandServices services;
    core::addShopCommands(registry, services);
    std::printf("%s\n", http::openApi(registry).c_str());
    return {};
}

} // namespace vitrine::server
