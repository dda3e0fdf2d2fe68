// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/PictureFile.h"

#include "app/client/WholeFile.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QtEndian>

#include <libdeflate.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

namespace vitrine::app {

using core::ErrorCode;

namespace {

/// Of Qt's hundred, zlib's seventh level.
constexpr int kSmallPng = 20;
// Where soft shadows on an even ground show no blocks.
constexpr int kJpegQuality = 92;
constexpr int kWebpQuality = 90;

struct Suffix {
    const char *suffix;
    PictureFormat format;
};
constexpr std::array<Suffix, 4> kSuffixes = {{{"png", PictureFormat::Png},
                                              {"jpg", PictureFormat::Jpeg},
                                              {"jpeg", PictureFormat::Jpeg},
                                              {"webp", PictureFormat::Webp}}};

const char *qtName(PictureFormat format)
{
    return format == PictureFormat::Png ? "png" : format == PictureFormat::Jpeg ? "jpeg" : "webp";
}

int qualityOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return kJpegQuality;
    case PictureFormat::Webp:
        return kWebpQuality;
    case PictureFormat::Png:
        break;
    }
    return kSmallPng;
}

/// PNG has its numbers with the highest byte first.
void append(QByteArray &bytes, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

/// A PNG's file, chunk by chunk (https://www.w3.org/TR/png-3).
class PngFile
{
public:
    PngFile() { m_bytes = QByteArray::fromRawData("\x89PNG\r\n\x1a\n", 8); }

    void add(const char (&type)[5], const QByteArray &data)
    {
        append(m_bytes, static_cast<quint32>(data.size()));
        const qsizetype counted = m_bytes.size();
        m_bytes.append(type, 4).append(data);
        append(m_bytes,
               libdeflate_crc32(0, m_bytes.constData() + counted, static_cast<std::size_t>(m_bytes.size() - counted)));
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// What each byte is more than the one above it.
QByteArray differencesUpwards(const QImage &image, qsizetype rowBytes)
{
    constexpr char kUp = 2;
    QByteArray rows(image.height() * (rowBytes + 1), Qt::Uninitialized);
    const std::vector<uchar> nothing(static_cast<std::size_t>(rowBytes));
    const uchar *above = nothing.data();
    auto *to = reinterpret_cast<uchar *>(rows.data());
    for (int y = 0; y < image.height(); ++y) {
        const uchar *row = image.constScanLine(y);
        *to++ = kUp;
        for (qsizetype x = 0; x < rowBytes; ++x)
            to[x] = static_cast<uchar>(row[x] - above[x]);
        to += rowBytes;
        above = row;
    }
    return rows;
}

/// Qt's writer tries every filter on every row and deflates by zlib, which takes four times as long for a file of the
/// same size: one filter suits pictures of soft light.
core::Result<QByteArray> encodeFastPng(const QImage &image)
{
    constexpr int kFastest = 1;
    constexpr char kRgb = 2;
    constexpr char kRgbAlpha = 6;
    const bool hasAlpha = image.hasAlphaChannel();
    const QImage plain = image.convertToFormat(hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    const QByteArray rows = differencesUpwards(plain, qsizetype{plain.width()} * (hasAlpha ? 4 : 3));
    const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor *)> compressor(
        libdeflate_alloc_compressor(kFastest), libdeflate_free_compressor);
    if (!compressor)
        return core::fail(ErrorCode::TooLarge, "no room to encode the picture");
    const auto size = static_cast<std::size_t>(rows.size());
    QByteArray deflated(static_cast<qsizetype>(libdeflate_zlib_compress_bound(compressor.get(), size)),
                        Qt::Uninitialized);
    deflated.resize(static_cast<qsizetype>(libdeflate_zlib_compress(
        compressor.get(), rows.constData(), size, deflated.data(), static_cast<std::size_t>(deflated.size()))));
    QByteArray header;
    append(header, static_cast<quint32>(plain.width()));
    append(header, static_cast<quint32>(plain.height()));
    // Eight bits, deflated, filtered, its rows in order.
    header.append(char{8}).append(hasAlpha ? kRgbAlpha : kRgb).append(3, '\0');
    PngFile file;
    file.add("IHDR", header);
    file.add("IDAT", deflated);
    file.add("IEND", {});
    return file.bytes();
}

} // namespace

core::Result<PictureFormat> pictureFormatOf(const std::string &path)
{
    const QString wanted = QFileInfo(QString::fromStdString(path)).suffix().toLower();
    for (const auto &[suffix, format] : kSuffixes)
        if (wanted == QLatin1String(suffix))
            return format;
    return core::fail(
        ErrorCode::InvalidArgument,
        (wanted.isEmpty() ? std::string("no suffix") : "no picture format is called ." + wanted.toStdString()) +
            "; expects .png, .jpg, .jpeg or .webp",
        path);
}

core::Result<QByteArray> encodePicture(const QImage &image, PictureFormat format, PictureEffort effort)
{
    if (format == PictureFormat::Png && effort == PictureEffort::Soon)
        return encodeFastPng(image);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, qtName(format));
    if (!writer.canWrite())
        return core::fail(ErrorCode::Unsupported, std::string("Qt has no plugin here that writes ") + qtName(format));
    writer.setQuality(qualityOf(format));
    if (!writer.write(image))
        return core::fail(ErrorCode::Internal, writer.errorString().toStdString());
    return bytes;
}

core::Status checkWritable(const std::string &path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return core::fail(ErrorCode::InvalidArgument, "it is a folder", path);
    return WholeFile::create(path).transform([](const WholeFile &) {});
}

core::Status writePicture(const QByteArray &bytes, const std::string &path)
{
    VITRINE_TRY(WholeFile file, WholeFile::create(path));
    std::ofstream stream(file.openName(), std::ios::binary);
    if (!stream.write(bytes.constData(), bytes.size()).flush())
        return core::fail(ErrorCode::StorageFull, "the picture could not be written", path);
    stream.close();
    return file.commit();
}

} // namespace vitrine::app
