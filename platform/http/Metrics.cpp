// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/Metrics.h"

#include "platform/http/Latency.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace vitrine::http {
namespace {

constexpr std::array<std::string_view, 5> kRoutes = {"command", "entity", "entities", "asset", "other"};
constexpr std::array<std::string_view, 4> kEnds = {"accepted", "repeated", "refused", "failed"};
constexpr std::size_t kStatusClasses = 5;

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

} // namespace

struct Metrics::Parts {
    [[nodiscard]] prometheus::MetricFamily latencyFamily() const;

    prometheus::Registry registry;
    std::array<std::array<prometheus::Counter *, kStatusClasses>, kRoutes.size()> requests{};
    std::array<Latency, kRoutes.size()> latency{};
    std::unordered_map<std::string, std::array<prometheus::Counter *, kEnds.size()>, TextHash, std::equal_to<>>
        commands;
    prometheus::Gauge *queued = nullptr;
    prometheus::Gauge *logHead = nullptr;
    prometheus::Gauge *syncConnections = nullptr;
    prometheus::Counter *framesIn = nullptr;
    prometheus::Counter *framesOut = nullptr;
};

Metrics::Metrics(const core::CommandRegistry &registry)
    : m_parts(std::make_unique<Parts>())
{
    using namespace prometheus;
    Registry &all = m_parts->registry;
    auto &requests = BuildCounter().Name("vitrine_http_requests_total").Help("Requests answered.").Register(all);
    for (std::size_t route = 0; route < kRoutes.size(); ++route) {
        const std::string name(kRoutes[route]);
        for (std::size_t status = 0; status < kStatusClasses; ++status)
            m_parts->requests[route][status] =
                &requests.Add({{"route", name}, {"status", std::to_string(status + 1) + "xx"}});
    }
    auto &commands = BuildCounter().Name("vitrine_commands_total").Help("Commands by how they ended.").Register(all);
    const auto addCommand = [&](const std::string &name) {
        for (std::size_t end = 0; end < kEnds.size(); ++end)
            m_parts->commands[name][end] = &commands.Add({{"command", name}, {"end", std::string(kEnds[end])}});
    };
    for (const core::CommandSchema &schema : registry.all())
        addCommand(schema.name);
    addCommand("unknown");
    const auto gauge = [&](const std::string &name, const std::string &help) {
        return &BuildGauge().Name(name).Help(help).Register(all).Add({});
    };
    m_parts->queued = gauge("vitrine_commands_queued", "Commands that wait for the writer.");
    m_parts->logHead = gauge("vitrine_log_head", "The last durable entry of the change log.");
    m_parts->syncConnections = gauge("vitrine_sync_connections", "Open sync connections.");
    auto &frames = BuildCounter().Name("vitrine_sync_frames_total").Help("Frames of the sync.").Register(all);
    m_parts->framesIn = &frames.Add({{"direction", "in"}});
    m_parts->framesOut = &frames.Add({{"direction", "out"}});
}

prometheus::MetricFamily Metrics::Parts::latencyFamily() const
{
    prometheus::MetricFamily family;
    family.name = "vitrine_http_request_seconds";
    family.help = "Time from a request's arrival to its answer.";
    family.type = prometheus::MetricType::Histogram;
    for (std::size_t route = 0; route < kRoutes.size(); ++route) {
        prometheus::ClientMetric &metric = family.metric.emplace_back();
        metric.label = {{"route", std::string(kRoutes[route])}};
        metric.histogram = latency[route].collect();
    }
    return family;
}

Metrics::~Metrics() = default;

void Metrics::countRequest(Route route, int status, std::chrono::nanoseconds took)
{
    const auto at = static_cast<std::size_t>(route);
    const auto statusClass = static_cast<std::size_t>(std::clamp(status / 100, 1, 5)) - 1;
    m_parts->requests[at][statusClass]->Increment();
    m_parts->latency[at].observe(took);
}

void Metrics::countCommand(std::string_view name, CommandEnd end)
{
    auto found = m_parts->commands.find(name);
    if (found == m_parts->commands.end())
        found = m_parts->commands.find(std::string_view("unknown"));
    found->second[static_cast<std::size_t>(end)]->Increment();
}

void Metrics::setSyncConnections(std::int64_t count) { m_parts->syncConnections->Set(static_cast<double>(count)); }

void Metrics::countSyncFrames(std::int64_t in, std::int64_t out)
{
    m_parts->framesIn->Increment(static_cast<double>(in));
    m_parts->framesOut->Increment(static_cast<double>(out));
}

std::string Metrics::text(std::int64_t queued, std::int64_t logHead) const
{
    m_parts->queued->Set(static_cast<double>(queued));
    m_parts->logHead->Set(static_cast<double>(logHead));
    std::vector<prometheus::MetricFamily> families = m_parts->registry.Collect();
    families.push_back(m_parts->latencyFamily());
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace vitrine::http
