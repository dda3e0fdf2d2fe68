// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ClientSyncOutbox.h"

#include "core/values/Contract.h"

#include <algorithm>

namespace vitrine::core::sync {
namespace {

bool isWaiting(const QueuedCommand &command) { return !command.isParked() && command.acceptedSeq == 0; }

} // namespace

Status ClientOutbox::load()
{
    VITRINE_TRY(m_commands, m_replica.queued());
    std::ranges::sort(m_commands, {}, &QueuedCommand::position);
    return {};
}

const QueuedCommand *ClientOutbox::find(const Uuid &key) const
{
    const auto found = std::ranges::find(m_commands, key, &QueuedCommand::key);
    return found == m_commands.end() ? nullptr : &*found;
}

QueuedCommand *ClientOutbox::findMutable(const Uuid &key)
{
    const auto found = std::ranges::find(m_commands, key, &QueuedCommand::key);
    return found == m_commands.end() ? nullptr : &*found;
}

const QueuedCommand *ClientOutbox::waitingRegistration() const
{
    for (const QueuedCommand &command : m_commands)
        if (isWaiting(command) && command.name == kRegistration)
            return &command;
    return nullptr;
}

std::int64_t ClientOutbox::waiting() const
{
    return std::ranges::count_if(
        m_commands, [](const QueuedCommand &command) { return isWaiting(command) && command.name != kRegistration; });
}

std::int64_t ClientOutbox::parked() const { return std::ranges::count_if(m_commands, &QueuedCommand::isParked); }

Result<std::int64_t> ClientOutbox::add(QueuedCommand command)
{
    VITRINE_TRY(QueuedCommand stored, m_replica.enqueue(std::move(command)));
    VITRINE_EXPECT(m_commands.empty() || m_commands.back().position < stored.position);
    m_commands.push_back(std::move(stored));
    return m_commands.back().position;
}

Status ClientOutbox::accept(const Uuid &key, std::int64_t seq)
{
    VITRINE_EXPECT(seq > 0);
    QueuedCommand *command = findMutable(key);
    VITRINE_EXPECT(command != nullptr);
    // The memory goes first: where the disk fails, the answer is asked for again after a restart, and is the same.
    command->acceptedSeq = seq;
    returned(key);
    return write(command->position);
}

Status ClientOutbox::park(const Uuid &key, std::string reason)
{
    VITRINE_EXPECT(!reason.empty());
    QueuedCommand *command = findMutable(key);
    VITRINE_EXPECT(command != nullptr);
    command->parkedError = std::move(reason);
    command->acceptedSeq = 0;
    returned(key);
    return write(command->position);
}

Status ClientOutbox::remove(std::int64_t position)
{
    const auto found = std::ranges::find(m_commands, position, &QueuedCommand::position);
    if (found == m_commands.end())
        return fail(ErrorCode::NotFound, "no command waits at " + std::to_string(position));
    returned(found->key);
    m_commands.erase(found);
    return write(position);
}

Status ClientOutbox::write(std::int64_t position)
{
    const auto found = std::ranges::find(m_commands, position, &QueuedCommand::position);
    Status status = found == m_commands.end() ? m_replica.removeQueued(position) : m_replica.updateQueued(*found);
    if (status)
        m_unwritten.erase(position);
    else
        m_unwritten.insert(position);
    return status;
}

Status ClientOutbox::catchUp()
{
    while (!m_unwritten.empty())
        VITRINE_CHECK(write(*m_unwritten.begin()));
    return {};
}

Result<bool> ClientOutbox::dropArrived(std::int64_t cursor)
{
    std::vector<std::int64_t> arrived;
    for (const QueuedCommand &command : m_commands)
        if (command.acceptedSeq != 0 && command.acceptedSeq <= cursor)
            arrived.push_back(command.position);
    Status status;
    for (const std::int64_t position : arrived)
        if (Status removed = remove(position); !removed)
            status = std::move(removed);
    VITRINE_CHECK(std::move(status));
    return !arrived.empty();
}

Status ClientOutbox::forgetAcceptances()
{
    Status status;
    for (QueuedCommand &command : m_commands) {
        if (command.acceptedSeq == 0)
            continue;
        command.acceptedSeq = 0;
        if (Status written = write(command.position); !written)
            status = std::move(written);
    }
    return status;
}

const QueuedCommand *ClientOutbox::nextToSend(bool onlyRegistration) const
{
    for (const QueuedCommand &command : m_commands) {
        if (!isWaiting(command) || m_inFlight.contains(command.key))
            continue;
        if (!onlyRegistration || command.name == kRegistration)
            return &command;
    }
    return nullptr;
}

} // namespace vitrine::core::sync
