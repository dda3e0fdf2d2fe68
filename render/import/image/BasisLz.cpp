// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/BasisLz.h"

#include "render/texture/BitReader.h"

#include <algorithm>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr std::size_t kHeaderBytes = 20;
constexpr std::size_t kImageBytes = 20;
constexpr std::uint32_t kPredictionSymbols = 4 * 4 * 4 * 4;
constexpr std::uint32_t kRepeatPrediction = kPredictionSymbols;
constexpr std::uint32_t kLeastRun = 3;
constexpr std::uint32_t kLongSelectorRun = 63;

std::uint32_t littleEndian(std::span<const std::byte> bytes, std::size_t offset, std::size_t size)
{
    BitReader bits(bytes.subspan(offset, size));
    return bits.take(static_cast<std::uint32_t>(size * 8));
}

auto broken(const char *what)
{
    return fail(ErrorCode::Malformed, std::string("the ETC1S texture is broken: ") + what);
}

} // namespace

/// Bits and Huffman symbols. A code that does not exist gives 0 and is remembered, as are bits beyond the end.
class BasisLz::Stream
{
public:
    explicit Stream(std::span<const std::byte> bytes)
        : m_bits(bytes)
    {
    }

    std::uint32_t take(std::uint32_t count) { return m_bits.take(count); }

    std::uint32_t symbol(const HuffmanTable &table)
    {
        std::uint32_t code = 0;
        std::uint32_t first = 0;
        std::uint32_t index = 0;
        for (std::size_t length = 1; length < table.counts.size(); ++length) {
            code |= m_bits.take(1);
            const std::uint32_t count = table.counts[length];
            if (code - first < count)
                return table.symbols[index + (code - first)];
            index += count;
            first = (first + count) << 1U;
            code <<= 1U;
        }
        m_isBroken = true;
        return 0;
    }

    /// A number in pieces of `bits` bits, each after a bit that says whether another one follows.
    std::uint32_t number(std::uint32_t bits)
    {
        std::uint32_t value = 0;
        for (std::uint32_t shift = 0; shift < 32; shift += bits) {
            const std::uint32_t piece = m_bits.take(bits + 1);
            value |= (piece & ((1U << bits) - 1U)) << shift;
            if (piece >> bits == 0)
                return value;
        }
        m_isBroken = true;
        return 0;
    }

    Result<HuffmanTable> table();
    bool isGood() const { return !m_isBroken && !m_bits.isOverrun(); }

private:
    static Result<HuffmanTable> tableOf(std::span<const std::uint8_t> lengths);
    Result<std::vector<std::uint8_t>> lengths(const HuffmanTable &codes, std::size_t count);

    BitReader m_bits;
    bool m_isBroken = false;
};

Result<BasisLz::HuffmanTable> BasisLz::Stream::tableOf(std::span<const std::uint8_t> lengths)
{
    HuffmanTable table;
    for (const std::uint8_t length : lengths)
        if (length != 0)
            ++table.counts[length];
    std::uint32_t room = 1;
    for (std::size_t length = 1; length < table.counts.size(); ++length) {
        room <<= 1U;
        if (table.counts[length] > room)
            return broken("a Huffman table with more codes than its lengths hold");
        room -= table.counts[length];
    }
    for (std::size_t length = 1; length < table.counts.size(); ++length)
        for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol)
            if (lengths[symbol] == length)
                table.symbols.push_back(static_cast<std::uint16_t>(symbol));
    return table;
}

Result<std::vector<std::uint8_t>> BasisLz::Stream::lengths(const HuffmanTable &codes, std::size_t count)
{
    std::vector<std::uint8_t> lengths;
    while (lengths.size() < count && isGood()) {
        const std::uint32_t symbol = this->symbol(codes);
        if (symbol <= 16) {
            lengths.push_back(static_cast<std::uint8_t>(symbol));
            continue;
        }
        const bool isZero = symbol < 19;
        const std::size_t run = symbol == 17   ? take(3) + 3
                                : symbol == 18 ? take(7) + 11
                                : symbol == 19 ? take(2) + 3
                                               : take(7) + 7;
        if (!isZero && (lengths.empty() || lengths.back() == 0))
            return broken("a Huffman table repeats a length that is not there");
        lengths.insert(lengths.end(), run, isZero ? std::uint8_t{0} : lengths.back());
    }
    if (!isGood() || lengths.size() != count)
        return broken("a Huffman table of another size than it says");
    return lengths;
}

Result<BasisLz::HuffmanTable> BasisLz::Stream::table()
{
    constexpr std::array<std::uint8_t, 21> kOrder = {17, 18, 19, 20, 0,  8, 7,  9, 6,  10, 5,
                                                     11, 4,  12, 3,  13, 2, 14, 1, 15, 16};
    const std::size_t count = take(14);
    const std::size_t codeCount = take(5);
    if (count == 0)
        return HuffmanTable{};
    if (codeCount == 0 || codeCount > kOrder.size())
        return broken("a Huffman table without code lengths");
    std::array<std::uint8_t, kOrder.size()> codeLengths{};
    for (std::size_t i = 0; i < codeCount; ++i)
        codeLengths[kOrder[i]] = static_cast<std::uint8_t>(take(3));
    VITRINE_TRY(const HuffmanTable codes, tableOf(codeLengths));
    VITRINE_TRY(const std::vector<std::uint8_t> symbols, lengths(codes, count));
    return tableOf(symbols);
}

/// The indices of a slice's blocks, in order; what the specification calls slice decoding.
class BasisLz::SliceReader
{
public:
    SliceReader(const BasisLz &shared, std::span<const std::byte> slice, std::uint32_t across)
        : m_shared(shared)
        , m_stream(slice)
        , m_history(shared.m_historySize)
        , m_rover(shared.m_historySize / 2)
        , m_rowPredictions((across + 1) / 2)
        , m_above(across)
        , m_current(across)
    {
    }

    Result<BlockIndex> next(std::uint32_t x, std::uint32_t y)
    {
        if (x == 0)
            std::swap(m_above, m_current);
        if (x % 2 == 0)
            startPair(x, y);
        const std::uint32_t prediction = m_predictions & 3U;
        m_predictions >>= 2U;
        if ((prediction == 0 && x == 0) || (prediction == 1 && y == 0) || (prediction == 2 && (x == 0 || y == 0)))
            return broken("a block is predicted from outside of the picture");
        BlockIndex index;
        if (prediction == 0)
            index.endPoint = m_endPoint;
        else if (prediction < 3)
            index.endPoint = m_above[prediction == 1 ? x : x - 1];
        else
            index.endPoint = m_stream.symbol(m_shared.m_endPointDelta) + m_endPoint;
        const auto endPoints = static_cast<std::uint32_t>(m_shared.m_endPoints.size());
        if (index.endPoint >= endPoints)
            index.endPoint -= endPoints;
        m_current[x] = m_endPoint = index.endPoint;
        VITRINE_TRY(index.selector, selector());
        if (!m_stream.isGood() || index.endPoint >= endPoints || index.selector >= m_shared.m_selectors.size())
            return broken("a block refers to nothing");
        return index;
    }

private:
    /// One symbol says how two blocks and the two below them are predicted.
    void startPair(std::uint32_t x, std::uint32_t y)
    {
        if (y % 2 == 1) {
            m_predictions = m_rowPredictions[x / 2];
            return;
        }
        if (m_predictionRun > 0) {
            --m_predictionRun;
        } else {
            const std::uint32_t symbol = m_stream.symbol(m_shared.m_prediction);
            if (symbol == kRepeatPrediction)
                m_predictionRun = m_stream.number(4) + kLeastRun - 1;
            else
                m_lastPrediction = symbol;
        }
        m_predictions = m_lastPrediction;
        m_rowPredictions[x / 2] = static_cast<std::uint8_t>(m_predictions >> 4U);
    }

    Result<std::uint32_t> selector()
    {
        const auto count = static_cast<std::uint32_t>(m_shared.m_selectors.size());
        std::uint32_t symbol = count;
        if (m_selectorRun > 0) {
            --m_selectorRun;
        } else {
            symbol = m_stream.symbol(m_shared.m_selector);
            if (symbol == count + m_history.size()) {
                const std::uint32_t run = m_stream.symbol(m_shared.m_selectorRun);
                m_selectorRun = (run == kLongSelectorRun ? m_stream.number(7) : run) + kLeastRun - 1;
                symbol = count;
            }
        }
        if (symbol < count) {
            remember(symbol);
            return symbol;
        }
        const std::uint32_t age = symbol - count;
        if (age >= m_history.size())
            return broken("a block refers to nothing");
        const std::uint32_t found = m_history[age];
        std::swap(m_history[age], m_history[age / 2]);
        return found;
    }

    void remember(std::uint32_t selector)
    {
        if (m_history.empty())
            return;
        m_history[m_rover++] = selector;
        if (m_rover == m_history.size())
            m_rover = m_history.size() / 2;
    }

    const BasisLz &m_shared;
    Stream m_stream;
    std::vector<std::uint32_t> m_history;
    std::size_t m_rover;
    std::vector<std::uint8_t> m_rowPredictions;
    std::vector<std::uint32_t> m_above;
    std::vector<std::uint32_t> m_current;
    std::uint32_t m_predictions = 0;
    std::uint32_t m_lastPrediction = 0;
    std::uint32_t m_predictionRun = 0;
    std::uint32_t m_selectorRun = 0;
    std::uint32_t m_endPoint = 0;
};

Result<BasisLz> BasisLz::open(std::span<const std::byte> globalData, std::uint32_t imageCount)
{
    const std::size_t start = kHeaderBytes + std::size_t{imageCount} * kImageBytes;
    if (imageCount == 0 || globalData.size() < start)
        return broken("its codebooks are cut off");
    const std::uint64_t endPoints = littleEndian(globalData, 4, 4);
    const std::uint64_t selectors = littleEndian(globalData, 8, 4);
    const std::uint64_t tables = littleEndian(globalData, 12, 4);
    if (endPoints + selectors + tables > globalData.size() - start)
        return broken("its codebooks are cut off");
    BasisLz shared;
    shared.m_firstImage = {littleEndian(globalData, kHeaderBytes + 4, 4), littleEndian(globalData, kHeaderBytes + 8, 4),
                           littleEndian(globalData, kHeaderBytes + 12, 4),
                           littleEndian(globalData, kHeaderBytes + 16, 4)};
    VITRINE_CHECK(shared.readEndPoints(globalData.subspan(start, endPoints), littleEndian(globalData, 0, 2)));
    VITRINE_CHECK(
        shared.readSelectors(globalData.subspan(start + endPoints, selectors), littleEndian(globalData, 2, 2)));
    VITRINE_CHECK(shared.readTables(globalData.subspan(start + endPoints + selectors, tables)));
    return shared;
}

Status BasisLz::readEndPoints(std::span<const std::byte> bytes, std::size_t count)
{
    Stream stream(bytes);
    std::array<HuffmanTable, 3> colorDelta;
    for (HuffmanTable &table : colorDelta) {
        VITRINE_TRY(table, stream.table());
    }
    VITRINE_TRY(const HuffmanTable intensityDelta, stream.table());
    const bool isGrey = stream.take(1) != 0;
    EndPoint last{{16, 16, 16}, 0};
    for (std::size_t i = 0; i < count && stream.isGood(); ++i) {
        last.intensity = static_cast<std::uint8_t>((last.intensity + stream.symbol(intensityDelta)) & 7U);
        for (std::size_t channel = 0; channel < (isGrey ? 1U : 3U); ++channel) {
            std::uint8_t &value = last.color5[channel];
            const HuffmanTable &table = colorDelta[value < 10 ? 0 : value < 22 ? 1 : 2];
            value = static_cast<std::uint8_t>((value + stream.symbol(table)) & 31U);
        }
        if (isGrey)
            last.color5[1] = last.color5[2] = last.color5[0];
        m_endPoints.push_back(last);
    }
    if (!stream.isGood() || m_endPoints.empty())
        return broken("its colours cannot be read");
    return {};
}

Status BasisLz::readSelectors(std::span<const std::byte> bytes, std::size_t count)
{
    Stream stream(bytes);
    if (stream.take(2) != 0)
        return broken("its selectors are of an unknown kind");
    const bool isRaw = stream.take(1) != 0;
    HuffmanTable delta;
    if (!isRaw) {
        VITRINE_TRY(delta, stream.table());
    }
    std::array<std::uint8_t, 4> rows{};
    for (std::size_t i = 0; i < count && stream.isGood(); ++i) {
        for (std::uint8_t &row : rows)
            row = static_cast<std::uint8_t>(isRaw || i == 0 ? stream.take(8) : row ^ stream.symbol(delta));
        m_selectors.push_back(rows);
    }
    if (!stream.isGood() || m_selectors.empty())
        return broken("its selectors cannot be read");
    return {};
}

Status BasisLz::readTables(std::span<const std::byte> bytes)
{
    Stream stream(bytes);
    VITRINE_TRY(m_prediction, stream.table());
    VITRINE_TRY(m_endPointDelta, stream.table());
    VITRINE_TRY(m_selector, stream.table());
    VITRINE_TRY(m_selectorRun, stream.table());
    m_historySize = stream.take(13);
    return stream.isGood() ? Status{} : broken("its tables are cut off");
}

TexelBlock BasisLz::block(const BlockIndex &index) const
{
    constexpr std::array<std::array<int, 4>, 8> kIntensities = {{{-8, -2, 2, 8},
                                                                 {-17, -5, 5, 17},
                                                                 {-29, -9, 9, 29},
                                                                 {-42, -13, 13, 42},
                                                                 {-60, -18, 18, 60},
                                                                 {-80, -24, 24, 80},
                                                                 {-106, -33, 33, 106},
                                                                 {-183, -47, 47, 183}}};
    const EndPoint &ends = m_endPoints[index.endPoint];
    const auto &rows = m_selectors[index.selector];
    TexelBlock texels;
    for (std::size_t i = 0; i < kBlockTexels; ++i) {
        const int change = kIntensities[ends.intensity][rows[i / 4] >> (i % 4 * 2) & 3U];
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const int value = ends.color5[channel] << 3 | ends.color5[channel] >> 2;
            texels[i][channel] = static_cast<std::uint8_t>(std::clamp(value + change, 0, 255));
        }
        texels[i][3] = 255;
    }
    return texels;
}

Status BasisLz::decode(std::span<const std::byte> slice, std::uint32_t blocksAcross, std::uint32_t blocksDown,
                       const BlockSink &sink) const
{
    SliceReader reader(*this, slice, blocksAcross);
    for (std::uint32_t y = 0; y < blocksDown; ++y)
        for (std::uint32_t x = 0; x < blocksAcross; ++x) {
            VITRINE_TRY(const BlockIndex index, reader.next(x, y));
            sink(x, y, block(index));
        }
    return {};
}

} // namespace vitrine::render
