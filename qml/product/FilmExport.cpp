// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/product/FilmExport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cmath>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace vitrine::qml {

namespace {

// A frame that is being drawn ends first; a program that does not answer by then is stopped hard.
constexpr int kPatienceMs = 5'000;
constexpr const char *kFirstPicture = "/0001.png";

/// A name for a file: words of letters and digits, as the catalogue's slugs.
QString plain(const QString &title)
{
    QString name;
    for (const QChar c : title.toLower())
        if (c.isLetterOrNumber() || c.isMark())
            name += c;
        else if (!name.isEmpty() && !name.endsWith('-'))
            name += '-';
    while (name.endsWith('-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("vitrine") : name.left(60);
}

/// A folder as people write it.
QString shortened(const QString &path)
{
    const QString home = QDir::homePath();
    return QDir::toNativeSeparators(path == home || path.startsWith(home + '/') ? '~' + path.mid(home.size()) : path);
}

} // namespace

FilmExport::FilmExport(QObject *parent)
    : QObject(parent)
    , m_program(QCoreApplication::applicationFilePath())
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &FilmExport::read);
    connect(&m_process, &QProcess::finished, this, &FilmExport::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        discard();
        fail(m_process.errorString());
    });
#ifdef Q_OS_UNIX
    // The window, which somebody looks at, comes first.
    m_process.setChildProcessModifier([] { (void)!nice(10); });
#endif
}

FilmExport::~FilmExport()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    // A film's program takes its unfinished file away; pictures are taken away here.
    if (m_sequence.isEmpty())
        m_process.terminate();
    if (!m_sequence.isEmpty() || !m_process.waitForFinished(1'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
    discard();
}

void FilmExport::discard()
{
    if (!m_sequence.isEmpty())
        QDir(m_sequence).removeRecursively();
    m_sequence.clear();
}

bool FilmExport::hasVideo() const { return !QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty(); }

int FilmExport::secondsLeft() const
{
    if (m_state != Running || m_progress < 0.02)
        return -1;
    return static_cast<int>(std::ceil(m_clock.elapsed() / 1000.0 * (1 - m_progress) / m_progress));
}

QString FilmExport::fileName() const { return QFileInfo(m_output).fileName(); }

QString FilmExport::folderName() const { return shortened(QFileInfo(m_output).path()); }

QString FilmExport::folderNameOf(Kind kind) const { return shortened(folderOf(kind)); }

QString FilmExport::folderOf(Kind kind) const
{
    if (!m_folder.isEmpty())
        return m_folder;
    const QString folder = QStandardPaths::writableLocation(kind == Video ? QStandardPaths::MoviesLocation
                                                                          : QStandardPaths::PicturesLocation);
    return folder.isEmpty() ? QDir::homePath() : folder;
}

QString FilmExport::freePath(Kind kind, const QString &title) const
{
    const QString folder = folderOf(kind);
    const QString name = plain(title);
    for (int number = 1;; ++number) {
        const QString tried = folder + '/' + (number == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(number));
        const QString path = kind == Video     ? tried + QStringLiteral(".mp4")
                             : kind == Picture ? tried + QStringLiteral(".png")
                                               : tried;
        if (!QFileInfo::exists(path))
            return path;
    }
}

void FilmExport::start(Kind kind, const QUrl &package, const QString &film, const QString &shots, qreal seconds,
                       QSize size, int framesPerSecond, const QString &title)
{
    if (m_state == Running)
        return;
    m_progress = 0;
    m_problem.clear();
    m_isCancelled = false;
    m_output = freePath(kind, title);
    QString output = m_output;
    m_sequence.clear();
    if (kind == Pictures) {
        m_sequence = m_output;
        output += QStringLiteral("/%04d.png");
        m_output += QLatin1String(kFirstPicture);
    }
    if (!QDir().mkpath(QFileInfo(output).path()))
        return fail(QDir::toNativeSeparators(QFileInfo(output).path()));
    QStringList words{QStringLiteral("render"),        package.toLocalFile(),
                      QStringLiteral("--film"),        film,
                      QStringLiteral("--size"),        QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
                      QStringLiteral("--fps"),         QString::number(framesPerSecond),
                      QStringLiteral("--say-progress")};
    if (!m_wall.isEmpty())
        words << QStringLiteral("--wall") << m_wall;
    if (kind == Picture)
        words << QStringLiteral("--at") << QString::number(seconds, 'f', 3);
    m_shots.reset();
    if (!shots.isEmpty()) {
        m_shots = std::make_unique<QTemporaryFile>();
        if (!m_shots->open() || m_shots->write(shots.toUtf8()) < 0 || !m_shots->flush())
            return fail(m_shots->errorString());
        words << QStringLiteral("--shots") << m_shots->fileName();
    }
    words << QStringLiteral("--output") << output;
    m_state = Running;
    m_clock.start();
    m_process.start(m_program, words, QIODevice::ReadOnly);
    Q_EMIT changed();
    Q_EMIT progressed();
}

void FilmExport::read()
{
    while (m_process.canReadLine()) {
        const QJsonObject said = QJsonDocument::fromJson(m_process.readLine()).object();
        const double frames = said[QLatin1String("frames")].toDouble();
        if (frames >= 1)
            m_progress = std::clamp(said[QLatin1String("frame")].toDouble() / frames, 0.0, 1.0);
    }
    Q_EMIT progressed();
}

void FilmExport::ended(int exitCode, QProcess::ExitStatus status)
{
    read();
    m_shots.reset();
    const bool isWhole = status == QProcess::NormalExit && exitCode == 0;
    if (!isWhole)
        discard();
    if (isWhole) {
        m_sequence.clear();
        m_state = Done;
    } else if (m_isCancelled) {
        m_state = Cancelled;
    } else {
        // Its last line says why: "vitrine: unavailable at film.mp4: …".
        const QList<QByteArray> lines = m_process.readAllStandardError().trimmed().split('\n');
        return fail(QString::fromUtf8(lines.last()).trimmed());
    }
    Q_EMIT changed();
}

void FilmExport::fail(const QString &problem)
{
    m_state = Failed;
    m_problem = problem;
    Q_EMIT changed();
}

void FilmExport::cancel()
{
    if (m_state != Running)
        return;
    m_isCancelled = true;
    Q_EMIT changed();
    m_process.terminate();
    QTimer::singleShot(kPatienceMs, &m_process, [this] {
        if (m_isCancelled && m_process.state() != QProcess::NotRunning)
            m_process.kill();
    });
}

void FilmExport::clear()
{
    if (m_state == Running)
        return;
    m_state = Idle;
    m_progress = 0;
    Q_EMIT changed();
}

} // namespace vitrine::qml
