// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/ShaderCache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>

#include <algorithm>

namespace vitrine::app {

namespace {

QString nameOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().left(16));
}

QByteArray stampOf(const QString &path)
{
    const QFileInfo file(path);
    return QByteArray::number(file.size()) + '@' + QByteArray::number(file.lastModified().toMSecsSinceEpoch());
}

/// All that chooses which shaders a picture has: the program's and the library's own, the model, and what is asked of
/// it. Where it is seen from, and how large, do not.
QString kindOf(const RenderJob &job)
{
    const stage::Still &still = job.still;
    const QByteArrayList chosen{
        qVersion(),
        stampOf(QGuiApplication::applicationFilePath()),
        stampOf(QString::fromStdString(job.model)),
        still.variant.toUtf8(),
        still.studio.toUtf8(),
        stampOf(still.studio),
        still.background.toUtf8(),
        QByteArray::number(still.animation),
        still.animationName.toUtf8(),
        still.apart > 0 ? "apart" : "whole",
        still.fine ? "fine" : "",
    };
    return nameOf(chosen.join('\n'));
}

} // namespace

ShaderCache::ShaderCache(const std::string &models)
{
    constexpr qsizetype kMostModels = 64;
    const QString all = QStringLiteral("vitrine-render");
    const QString own = nameOf(QFileInfo(QString::fromStdString(models)).absoluteFilePath().toUtf8());
    QGuiApplication::setOrganizationName("vitrine");
    // Not the shop's: of its shaders all would be read.
    QGuiApplication::setApplicationName(all + u'/' + own);
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    const qsizetype root = cache.indexOf(all + u'/' + own);
    if (root < 0)
        return;
    m_folder = cache;
    const QDir folder(cache.left(root + all.size()));
    const QFileInfoList known = folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    for (const QFileInfo &old : known.mid(std::min(known.size(), kMostModels)))
        if (old.fileName() != own)
            QDir(old.filePath()).removeRecursively();
}

bool ShaderCache::hasAll(const RenderJob &job) const
{
    return !m_folder.isEmpty() && QFile::exists(m_folder + u'/' + kindOf(job));
}

void ShaderCache::noteAll(const RenderJob &job) const
{
    if (QDir(m_folder).exists())
        (void)QFile(m_folder + u'/' + kindOf(job)).open(QIODevice::WriteOnly);
}

} // namespace vitrine::app
