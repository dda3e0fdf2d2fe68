// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportProcess.h"

#include "render/import/ImportLimits.h"
#include "render/import/ImportOutcome.h"
#include "render/package/MappedFile.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <format>
#include <optional>
#include <vector>

#ifdef __linux__
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

#ifdef __linux__

constexpr std::size_t kMostAnswerBytes = 4U << 20U;

Result<std::filesystem::path> bakeProgram()
{
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto program = self.parent_path() / "vitrine-bake";
    if (error || !std::filesystem::exists(program, error))
        return fail(ErrorCode::NotFound, "there is no vitrine-bake beside this program", program.string());
    return program;
}

struct Child {
    pid_t pid = -1;
    int output = -1;
};

/// The number by which the child knows the file that it shall write.
constexpr int kPackageDescriptor = 3;

/// With its standard output in a pipe and `package`, if it is one, in place; its standard error stays ours, where
/// crashes are logged.
Result<Child> start(std::vector<std::string> words, int package)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(ErrorCode::Unavailable, "no pipe can be made");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    if (package >= 0)
        posix_spawn_file_actions_adddup2(&actions, package, kPackageDescriptor);
    std::vector<char *> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    Child child;
    const int error = posix_spawn(&child.pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    child.output = ends[0];
    if (error != 0) {
        close(ends[0]);
        return fail(ErrorCode::Unavailable, "vitrine-bake cannot be started", words.front());
    }
    return child;
}

/// All that the child prints, until it ends; empty if it takes too long.
std::optional<std::string> listen(const Child &child)
{
    // vitrine-bake keeps its own time; this is for the case that it is stopped itself.
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(limits::kSeconds + 5);
    std::string answer;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        struct pollfd waiting = {child.output, POLLIN, 0};
        const int ready = left.count() <= 0 ? 0 : poll(&waiting, 1, static_cast<int>(left.count()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return std::nullopt;
        std::array<char, 4096> part;
        const ssize_t size = read(child.output, part.data(), part.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0 || answer.size() > kMostAnswerBytes)
            return answer;
        answer.append(part.data(), static_cast<std::size_t>(size));
    }
}

/// `goal` says where the package goes. Returns the bytes of the model's files.
Result<std::uint64_t> runBake(const std::filesystem::path &input, const ImportOptions &options,
                              const std::vector<std::string> &goal, int package = -1)
{
    VITRINE_TRY(const std::filesystem::path program, bakeProgram());
    std::vector<std::string> words = {program.string(), "import", "--json", "--max-texture",
                                      std::to_string(options.maxTextureSide)};
    if (options.arePixelsPlain)
        words.emplace_back("--plain-pixels");
    for (const GroundLight &light : options.groundLights)
        words.push_back("--ground-light=" + textOf(light));
    if (options.unitMetres)
        words.push_back(std::format("--unit-metres={}", *options.unitMetres));
    if (options.up)
        words.emplace_back(*options.up == UpAxis::Z ? "--up=z" : "--up=y");
    words.insert(words.end(), goal.begin(), goal.end());
    words.insert(words.end(), {"--", input.string()});
    VITRINE_TRY(const Child child, start(std::move(words), package));
    const auto answer = listen(child);
    if (!answer)
        kill(child.pid, SIGKILL);
    close(child.output);
    int status = 0;
    while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (!answer)
        return fail(ErrorCode::Timeout, "vitrine-bake does not answer");
    return parseOutcome(*answer);
}

#else

constexpr int kPackageDescriptor = -1;

Result<std::uint64_t> runBake(const std::filesystem::path &, const ImportOptions &, const std::vector<std::string> &,
                              int = -1)
{
    return fail(ErrorCode::Unsupported, "models can only be imported on Linux so far; packages can be shown anywhere");
}

#endif

Result<ImportReport> readReport(const std::filesystem::path &output, std::uint64_t fileBytes)
{
    VITRINE_TRY(const MappedFile file, MappedFile::open(output));
    VITRINE_TRY(const Package package, Package::open(file.bytes()));
    return reportOf(package, file.bytes().size(), fileBytes);
}

} // namespace

Result<ImportReport> importInSandbox(const std::filesystem::path &input, const std::filesystem::path &output,
                                     const ImportOptions &options)
{
    VITRINE_TRY(const std::uint64_t fileBytes, runBake(input, options, {"--output", output.string()}));
    return readReport(output, fileBytes);
}

Result<ImportReport> importInSandbox(const std::filesystem::path &input, const UnnamedFile &output,
                                     const ImportOptions &options)
{
    VITRINE_TRY(
        const std::uint64_t fileBytes,
        runBake(input, options, {"--output-descriptor", std::to_string(kPackageDescriptor)}, output.descriptor()));
    return readReport(output.path(), fileBytes);
}

} // namespace vitrine::render
