// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/PictureFile.h"

#include "app/client/WholeFile.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>

#include <png.h>

#include <array>
#include <csetjmp>
#include <fstream>

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

struct PngWriter {
    png_structp png = nullptr;
    png_infop info = nullptr;

    explicit PngWriter(QByteArray &bytes)
        : png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr))
    {
        if (png == nullptr)
            return;
        info = png_create_info_struct(png);
        png_set_write_fn(png, &bytes, append, nullptr);
    }
    ~PngWriter() { png_destroy_write_struct(&png, &info); }
    PngWriter(const PngWriter &) = delete;
    PngWriter &operator=(const PngWriter &) = delete;

    /// False where libpng gives up; it leaves by longjmp, past no object of C++.
    bool write(const QImage &rows) const
    {
        if (setjmp(png_jmpbuf(png)) != 0) // NOLINT(cert-err52-cpp): libpng knows no other way
            return false;
        png_set_compression_level(png, 1);
        png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
        png_set_IHDR(png, info, static_cast<png_uint_32>(rows.width()), static_cast<png_uint_32>(rows.height()), 8,
                     rows.hasAlphaChannel() ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(png, info);
        for (int y = 0; y < rows.height(); ++y)
            png_write_row(png, rows.constScanLine(y));
        png_write_end(png, info);
        return true;
    }

private:
    static void append(png_structp png, png_bytep data, std::size_t size)
    {
        static_cast<QByteArray *>(png_get_io_ptr(png))
            ->append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    }
};

/// Qt's writer tries every filter on every row and takes twice as long, for a larger file. One filter suits pictures of
/// soft light, and zlib's first level.
core::Result<QByteArray> encodeFastPng(const QImage &image)
{
    const QImage rows =
        image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    QByteArray bytes;
    const PngWriter writer(bytes);
    if (writer.info == nullptr || !writer.write(rows))
        return core::fail(ErrorCode::Internal, "the picture cannot be encoded");
    return bytes;
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
