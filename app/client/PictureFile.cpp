// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/PictureFile.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QSaveFile>

#include <array>

namespace vitrine::app {

using core::ErrorCode;

namespace {

// zlib's fastest levels: the deflating of a 1280×720 picture costs more than drawing it.
constexpr int kFastPng = 85;
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

int qualityOf(PictureFormat format, PictureEffort effort)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return kJpegQuality;
    case PictureFormat::Webp:
        return kWebpQuality;
    case PictureFormat::Png:
        break;
    }
    return effort == PictureEffort::Soon ? kFastPng : kSmallPng;
}

core::Status cannotOpen(const QSaveFile &file, const std::string &path)
{
    const QFileInfo folder(QFileInfo(file.fileName()).absolutePath());
    if (!folder.exists())
        return core::fail(ErrorCode::NotFound, "there is no such folder", path);
    return core::fail(ErrorCode::PermissionDenied, file.errorString().toStdString(), path);
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
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, qtName(format));
    if (!writer.canWrite())
        return core::fail(ErrorCode::Unsupported, std::string("Qt has no plugin here that writes ") + qtName(format));
    writer.setQuality(qualityOf(format, effort));
    if (!writer.write(image))
        return core::fail(ErrorCode::Internal, writer.errorString().toStdString());
    return bytes;
}

core::Status writePicture(const QByteArray &bytes, const std::string &path)
{
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly))
        return cannotOpen(file, path);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return core::fail(ErrorCode::StorageFull, "the picture could not be written", path);
    return {};
}

} // namespace vitrine::app
