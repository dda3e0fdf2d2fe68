// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QQmlEngine>
#include <QSize>
#include <QTemporaryFile>
#include <QUrl>

#include <memory>

namespace vitrine::qml {

/// Pictures and films of a product into files, by a second process of this program (`vitrine render`): drawing every
/// frame at full quality takes the graphics device for minutes, and the window must not wait for it. What is cancelled
/// or fails leaves nothing behind. GUI thread.
class FilmExport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(State state READ state NOTIFY changed)
    /// Asked to end, though its program may still be at it.
    Q_PROPERTY(bool cancelled READ isCancelled NOTIFY changed)
    /// Of the frames, 0 to 1.
    Q_PROPERTY(qreal progress READ progress NOTIFY progressed)
    /// Until it is done, by what it took so far; −1: not known yet.
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY progressed)
    /// Why it failed, in the program's own words.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// What was written: a file, or the first picture of a sequence.
    Q_PROPERTY(QUrl file READ file NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    /// The folder of that; in the user's own folder it begins with "~".
    Q_PROPERTY(QString folderName READ folderName NOTIFY changed)
    /// What the product stands before, as `vitrine render --wall` wants it.
    Q_PROPERTY(QString wall MEMBER m_wall NOTIFY wallChanged)
    /// An ffmpeg is installed.
    Q_PROPERTY(bool hasVideo READ hasVideo CONSTANT)

public:
    enum State { Idle, Running, Done, Failed, Cancelled };
    Q_ENUM(State)
    enum Kind { Picture, Pictures, Video };
    Q_ENUM(Kind)

    explicit FilmExport(QObject *parent = nullptr);
    ~FilmExport() override;

    State state() const { return m_state; }
    bool isCancelled() const { return m_isCancelled; }
    qreal progress() const { return m_progress; }
    int secondsLeft() const;
    QString problem() const { return m_problem; }
    QUrl file() const { return QUrl::fromLocalFile(m_output); }
    QString fileName() const;
    QString folderName() const;
    /// The folder into which a kind goes, likewise.
    Q_INVOKABLE QString folderNameOf(Kind kind) const;
    bool hasVideo() const;

    /// `film` of the package, or of `shots` where that is a text. A picture is of its moment `seconds`. Goes into the
    /// user's folder of pictures or videos under a name that is free, beginning with `title`.
    Q_INVOKABLE void start(Kind kind, const QUrl &package, const QString &film, const QString &shots, qreal seconds,
                           QSize size, int framesPerSecond, const QString &title);
    Q_INVOKABLE void cancel();
    /// Forgets what was.
    Q_INVOKABLE void clear();

    /// In place of this program, and of the user's folders: for tests.
    void setProgram(const QString &program) { m_program = program; }
    void setFolder(const QString &folder) { m_folder = folder; }

Q_SIGNALS:
    void changed();
    void wallChanged();
    void progressed();

private:
    QString folderOf(Kind kind) const;
    QString freePath(Kind kind, const QString &title) const;
    void read();
    void ended(int exitCode, QProcess::ExitStatus status);
    void fail(const QString &problem);
    /// Takes away what there is of a sequence that does not become whole.
    void discard();

    QProcess m_process;
    std::unique_ptr<QTemporaryFile> m_shots;
    QElapsedTimer m_clock;
    QString m_program;
    QString m_folder;
    QString m_wall;
    State m_state = Idle;
    bool m_isCancelled = false;
    qreal m_progress = 0;
    QString m_problem;
    QString m_output;
    QString m_sequence; ///< The folder that was made for pictures which are not whole yet.
};

} // namespace vitrine::qml
