// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Replica.h"

#include <set>

namespace vitrine::core::sync {

/// Gathers the server's changes and brings them into the replica a whole checkpoint at a time.
///
/// A catch-up is gathered in memory, so that the view stays readable until the moment of the commit. Only what is too
/// large for that, or goes into an empty replica where there is nothing to see, is streamed into the replica's staging
/// transaction as it comes.
class ClientStage
{
public:
    /// What is gathered in memory at most.
    static constexpr std::size_t kMaxGathered = std::size_t{32} << 20;

    /// `replica` outlives this.
    explicit ClientStage(Replica &replica)
        : m_replica(replica)
    {
    }

    /// A new connection's stream begins. `fromEmpty`: its first checkpoint replaces the whole base.
    void begin(bool fromEmpty);
    /// Takes a batch in. Where it fails, nothing of the checkpoint stands.
    [[nodiscard]] Status take(std::vector<Change> changes);
    /// All that was taken in so far is the log up to `cursor`.
    void complete(std::int64_t cursor);
    /// A completed checkpoint waits for its commit.
    [[nodiscard]] bool isComplete() const { return m_completeCursor.has_value(); }
    /// Changes go into the replica as they come: its view can't be used, and a commit should not wait.
    [[nodiscard]] bool isStreaming() const { return m_replica.isInCheckpoint(); }
    struct Committed {
        /// The replica was written to: its view has to be made anew.
        bool isNew = false;
        /// What changed.
        std::set<std::string> entities{};
    };
    /// Makes the completed checkpoint the base; one that has nothing new costs nothing. Where it fails, nothing stands.
    [[nodiscard]] Result<Committed> commit(std::string_view origin);
    /// Forgets what no checkpoint completed, and a completed one.
    void drop();

private:
    [[nodiscard]] Status open();
    [[nodiscard]] Status stream();
    [[nodiscard]] bool hasNothingNew(std::string_view origin) const;

    Replica &m_replica;
    std::vector<Change> m_gathered;
    std::size_t m_gatheredBytes = 0;
    /// How many of the gathered changes belong to the completed checkpoint.
    std::size_t m_completeCount = 0;
    std::optional<std::int64_t> m_completeCursor;
    bool m_fromEmpty = false;
    /// What the changes of this connection go onto. A replica that lost its base meanwhile is somewhere else.
    std::int64_t m_baseCursor = 0;
    /// Entities of the changes that were streamed already.
    std::set<std::string> m_streamedEntities;
};

} // namespace vitrine::core::sync
