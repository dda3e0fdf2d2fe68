// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/sandbox/SandboxedImport.h"

#include "render/import/ImportLimits.h"
#include "render/import/sandbox/AtomicFile.h"
#include "render/import/sandbox/BrokeredFiles.h"
#include "render/import/sandbox/Channel.h"
#include "render/package/MappedFile.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <set>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vitrine::render::sandbox {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

class Descriptor
{
public:
    explicit Descriptor(int descriptor = -1)
        : m_descriptor(descriptor)
    {
    }
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_descriptor; }
    void reset()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
        m_descriptor = -1;
    }

private:
    int m_descriptor;
};

/// Never returns: runs the body in the child and reports over the socket.
[[noreturn]] void child(int socket, const std::function<Status(const Walls &)> &body)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    Status status;
    if (auto walls = enter())
        status = body(*walls);
    else
        status = core::passOn(walls);
    Message message;
    message.kind = status ? MessageKind::Done : MessageKind::Failed;
    if (!status)
        message.error = std::move(status).error();
    const bool isSent = send(socket, message).has_value();
    // No destructors and no buffers: they are the parent's, copied.
    _exit(isSent ? 0 : 1);
}

std::string secondsText() { return std::to_string(limits::kSeconds) + " s"; }

/// What became of a child that ended without a word.
core::Error epitaph(int status, bool isTimedOut)
{
    if (isTimedOut || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
        return {ErrorCode::Timeout, "the import took longer than " + secondsText()};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ)
        return {ErrorCode::TooLarge,
                "the package would be larger than " + std::to_string(limits::kPackageBytes >> 20U) + " MiB"};
    if (WIFSIGNALED(status))
        return {ErrorCode::Internal,
                "the importer crashed (" + std::string(strsignal(WTERMSIG(status))) + "); the model is not usable"};
    return {ErrorCode::Internal, "the importer ended without a result"};
}

/// Serves the child until it reports or dies or the time is over.
class Watch
{
public:
    Watch(pid_t child, int socket, int folder)
        : m_child(child)
        , m_socket(socket)
        , m_folder(folder)
    {
    }

    /// The bytes of the files that the child was given.
    Result<std::uint64_t> run()
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(limits::kSeconds);
        std::optional<Status> result;
        bool isTimedOut = false;
        while (!result) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            struct pollfd waiting = {m_socket, POLLIN, 0};
            const int ready = left.count() <= 0 ? 0 : poll(&waiting, 1, static_cast<int>(left.count()));
            if (ready < 0 && errno == EINTR)
                continue;
            if (ready <= 0) {
                isTimedOut = true;
                break;
            }
            const auto message = receive(m_socket);
            if (!message)
                break; // It closed its end without a word: it died, or will now.
            result = answer(*message);
        }
        const int status = reap();
        if (!result)
            return std::unexpected(epitaph(status, isTimedOut));
        if (!*result)
            return core::passOn(*result);
        return m_fileBytes;
    }

private:
    /// The result, if the message is one.
    std::optional<Status> answer(const Message &message)
    {
        if (message.kind == MessageKind::Done)
            return Status{};
        if (message.kind == MessageKind::Failed)
            return Status(std::unexpected(message.error));
        if (message.kind != MessageKind::OpenFile || m_folder < 0)
            return Status(fail(ErrorCode::Internal, "the importer sent nonsense"));
        Message reply;
        if (auto descriptor = openBeneath(m_folder, message.path)) {
            reply.kind = MessageKind::File;
            reply.descriptor = *descriptor;
            count(message.path, *descriptor);
        } else {
            reply.error = std::move(descriptor).error();
        }
        const auto sent = send(m_socket, reply);
        if (reply.descriptor >= 0)
            close(reply.descriptor);
        return sent ? std::nullopt : std::optional<Status>(Status(fail(ErrorCode::Internal, "the importer is gone")));
    }

    /// Each file once, however often it is asked for.
    void count(const std::string &path, int descriptor)
    {
        struct stat status{};
        if (m_counted.insert(path).second && fstat(descriptor, &status) == 0)
            m_fileBytes += static_cast<std::uint64_t>(status.st_size);
    }

    int reap() const
    {
        // It may still run: because its time is over, or because it sent its result and then something went wrong.
        kill(m_child, SIGKILL);
        int status = 0;
        while (waitpid(m_child, &status, 0) < 0 && errno == EINTR) {
        }
        return status;
    }

    pid_t m_child;
    int m_socket;
    int m_folder;
    std::set<std::string> m_counted;
    std::uint64_t m_fileBytes = 0;
};

Result<std::uint64_t> runChild(int folder, const std::function<Status(const Walls &, int)> &body)
{
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return fail(ErrorCode::Unavailable, "no socket pair can be made");
    Descriptor ours(sockets[0]);
    Descriptor theirs(sockets[1]);
    const pid_t pid = fork();
    if (pid < 0)
        return fail(ErrorCode::Unavailable, "no process can be made");
    if (pid == 0) {
        ours.reset();
        if (folder >= 0)
            close(folder);
        child(theirs.get(), [&](const Walls &walls) { return body(walls, theirs.get()); });
    }
    theirs.reset();
    return Watch(pid, ours.get(), folder).run();
}

PackageSink descriptorSink(int descriptor)
{
    return [descriptor](std::uint64_t offset, std::span<const std::byte> bytes) -> Status {
        while (!bytes.empty()) {
            const ssize_t written = pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0 && errno == ENOSPC)
                return fail(ErrorCode::StorageFull, "no space is left for the package");
            if (written <= 0)
                return fail(ErrorCode::Unavailable, std::string("writing the package: ") + std::strerror(errno));
            offset += static_cast<std::uint64_t>(written);
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return {};
    };
}

Status checkPackage(int descriptor)
{
    VITRINE_TRY(const MappedFile file, MappedFile::fromDescriptor(descriptor));
    if (const auto package = Package::open(file.bytes()); !package)
        return fail(ErrorCode::Internal, "the importer made a broken package: " + core::describe(package.error()));
    return {};
}

} // namespace

Result<std::uint64_t> importForked(const std::filesystem::path &input, const std::filesystem::path &output,
                                   const ImportOptions &options)
{
    VITRINE_TRY(AtomicFile file, AtomicFile::create(output));
    VITRINE_TRY(const std::uint64_t fileBytes, importForked(input, file.descriptor(), options));
    VITRINE_CHECK(file.commit());
    return fileBytes;
}

Result<std::uint64_t> importForked(const std::filesystem::path &input, int output, const ImportOptions &options)
{
    // The user may name the model through a link; what the model names must lie beneath its real folder.
    std::error_code error;
    const std::filesystem::path model = std::filesystem::canonical(input, error);
    if (error)
        return fail(ErrorCode::NotFound, "no such file", input.string());
    const std::filesystem::path folderPath = model.parent_path();
    const Descriptor folder(open(folderPath.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0)
        return fail(ErrorCode::NotFound, "no such folder", folderPath.string());
    const std::string name = model.filename().string();
    auto imported = runChild(folder.get(), [&](const Walls &, int socket) -> Status {
        BrokeredFiles files(socket);
        auto size = importModel(files, name, options, descriptorSink(output));
        return size ? Status{} : Status(core::passOn(size));
    });
    if (!imported) {
        core::Error &fault = imported.error(); // A child that died names nothing.
        if (fault.where.empty() && (fault.code == ErrorCode::Internal || fault.code == ErrorCode::Timeout))
            fault.where = name;
        return imported;
    }
    VITRINE_CHECK(checkPackage(output));
    return imported;
}

Status runShutIn(const std::function<Status(const Walls &)> &body)
{
    const auto ran = runChild(-1, [&](const Walls &walls, int) { return body(walls); });
    return ran ? Status{} : Status(std::unexpected(ran.error()));
}

} // namespace vitrine::render::sandbox
