// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/ShaderCache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace vitrine::app {

namespace {

/// Beside Quick 3D's file: the hash of its bytes, then the kinds, a line for each.
constexpr QLatin1StringView kList("/kinds");

QByteArray nameOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().left(16);
}

QByteArray stampOf(const QString &path)
{
    const QFileInfo file(path);
    return QByteArray::number(file.size()) + '@' + QByteArray::number(file.lastModified().toMSecsSinceEpoch());
}

/// All that chooses which shaders a picture has: the program's and the library's own, the model, and what is asked of
/// it. Where it is seen from, and how large, do not.
QByteArray kindOf(const RenderJob &job)
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
        job.film ? "film" : "",
    };
    return nameOf(chosen.join('\n'));
}

/// Of the bytes of Quick 3D's file in a folder; empty where it has none.
QByteArray fileIn(const QString &folder)
{
    QDirIterator files(folder, {QStringLiteral("*.qsbc")}, QDir::Files, QDirIterator::Subdirectories);
    QFile file(files.hasNext() ? files.next() : QString());
    QCryptographicHash hash(QCryptographicHash::Sha1);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

ShaderCache::ShaderCache(const std::string &models)
{
    constexpr qsizetype kMostModels = 64;
    const QString all = QStringLiteral("vitrine-render");
    const QString own =
        QString::fromLatin1(nameOf(QFileInfo(QString::fromStdString(models)).absoluteFilePath().toUtf8()));
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
    QFile list(m_folder + kList);
    if (!list.open(QIODevice::ReadOnly))
        return;
    QByteArrayList lines = list.readAll().split('\n');
    if (lines.takeFirst() == fileIn(m_folder))
        m_kinds = std::move(lines);
}

bool ShaderCache::hasAll(const RenderJob &job) const { return m_kinds.contains(kindOf(job)); }

void ShaderCache::noteAll(const RenderJob &job)
{
    const QByteArray file = m_folder.isEmpty() ? QByteArray() : fileIn(m_folder);
    if (file.isEmpty())
        return;
    if (const QByteArray kind = kindOf(job); !m_kinds.contains(kind))
        m_kinds.push_back(kind);
    QSaveFile list(m_folder + kList);
    if (list.open(QIODevice::WriteOnly) && list.write(file + '\n' + m_kinds.join('\n')) > 0)
        list.commit();
}

} // namespace vitrine::app
