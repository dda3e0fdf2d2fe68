// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/product/FilmExport.h"
#include "tests/qml/Application.h"
#include "tests/support/TemporaryFolder.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <memory>

using namespace vitrine;
using qml::FilmExport;

namespace {

/// An export whose program is a script, and whose files go into a folder of its own.
class Desk
{
public:
    explicit Desk(const QByteArray &script)
    {
        QFile file(path("program"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nfor last; do :; done\n" + script);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_export->setProgram(path("program"));
        m_export->setFolder(path("out"));
    }

    FilmExport &it() { return *m_export; }
    /// Its page is left.
    void drop() { m_export.reset(); }
    QString path(const char *name) const { return QString::fromStdString((m_folder.path() / name).string()); }
    QStringList files() const { return QDir(path("out")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries); }
    void start(FilmExport::Kind kind, const QString &shots = {},
               const QString &title = QStringLiteral("Stoneware Mug, 30 cl"))
    {
        m_export->start(kind, QUrl::fromLocalFile(QStringLiteral("/mug.vpk")), QStringLiteral("reveal"), shots, 1.5,
                        {1280, 720}, 24, title);
    }
    FilmExport::State ended()
    {
        REQUIRE(QTest::qWaitFor([this] { return m_export->state() != FilmExport::Running; }, 20000));
        return m_export->state();
    }

private:
    test::TemporaryFolder m_folder;
    std::unique_ptr<FilmExport> m_export = std::make_unique<FilmExport>();
};

} // namespace

TEST_CASE("SavingAFilmSaysHowFarItIs")
{
    Desk desk("echo '{\"frame\":1,\"frames\":4}'; read line < /dev/null; echo '{\"frame\":3,\"frames\":4}'; echo x > "
              "\"$last\"");
    QList<qreal> seen;
    QObject::connect(&desk.it(), &FilmExport::progressed, [&] { seen << desk.it().progress(); });
    desk.start(FilmExport::Video);
    CHECK(desk.it().state() == FilmExport::Running);
    CHECK(desk.ended() == FilmExport::Done);
    CHECK(seen.contains(0.75));
    CHECK(desk.it().fileName() == QStringLiteral("stoneware-mug-30-cl.mp4"));
    CHECK(desk.files() == QStringList{"stoneware-mug-30-cl.mp4"});
    desk.start(FilmExport::Video); // never over what is there
    CHECK(desk.ended() == FilmExport::Done);
    CHECK(desk.it().fileName() == QStringLiteral("stoneware-mug-30-cl-2.mp4"));
}

TEST_CASE("SavingAsksForWhatWasChosen")
{
    Desk desk(
        "echo \"$*\" > \"$last\"; while [ $# -gt 1 ]; do [ \"$1\" = --shots ] && cat \"$2\" >> \"$last\"; shift; done");
    desk.start(FilmExport::Picture, QStringLiteral("film now\nshot 1\n"));
    REQUIRE(desk.ended() == FilmExport::Done);
    QFile file(desk.it().file().toLocalFile());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString said = QString::fromUtf8(file.readAll());
    CHECK(said.startsWith("render /mug.vpk --film reveal --size 1280x720 --fps 24 --say-progress --at 1.500 --shots "));
    CHECK(said.endsWith("film now\nshot 1\n"));
}

TEST_CASE("WhatIsSavedStandsBeforeTheWallThatWasSeen")
{
    Desk desk("echo \"$*\" > \"$last\"");
    desk.it().setProperty("wall", QStringLiteral("#f4f0e8,#e6e2da,#fcfaf6,0.7"));
    desk.start(FilmExport::Picture);
    REQUIRE(desk.ended() == FilmExport::Done);
    QFile file(desk.it().file().toLocalFile());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains(" --wall #f4f0e8,#e6e2da,#fcfaf6,0.7 "));
}

TEST_CASE("TheFolderOfWhatIsSavedIsTold")
{
    Desk desk("echo x > \"$last\"");
    CHECK(desk.it().folderNameOf(FilmExport::Video) == desk.path("out"));
    desk.it().setFolder(QDir::homePath() + "/Pictures");
    CHECK(desk.it().folderNameOf(FilmExport::Picture) == "~/Pictures");
    desk.it().setFolder(desk.path("out"));
    desk.start(FilmExport::Pictures);
    REQUIRE(desk.ended() == FilmExport::Done);
    CHECK(desk.it().folderName() == desk.path("out/stoneware-mug-30-cl"));
}

TEST_CASE("WhySavingFailedIsTheProgramsLastWord")
{
    Desk desk("echo first >&2; echo 'vitrine: storageFull at film.mp4: no room' >&2; exit 1");
    desk.start(FilmExport::Pictures);
    CHECK(desk.ended() == FilmExport::Failed);
    CHECK(desk.it().problem() == QStringLiteral("vitrine: storageFull at film.mp4: no room"));
    CHECK(desk.files().isEmpty());
    desk.it().setProgram(QStringLiteral("/nowhere/vitrine"));
    desk.start(FilmExport::Video);
    CHECK(desk.ended() == FilmExport::Failed);
    CHECK_FALSE(desk.it().problem().isEmpty());
}

TEST_CASE("SavingIsCancelledPolitely")
{
    Desk desk("trap 'exit 1' TERM; echo '{\"frame\":1,\"frames\":100}'; while :; do sleep 0.02; done");
    desk.start(FilmExport::Pictures);
    REQUIRE(QTest::qWaitFor([&] { return desk.it().progress() > 0; }, 20000));
    desk.it().cancel();
    CHECK(desk.ended() == FilmExport::Cancelled);
    CHECK(desk.files().isEmpty());
    desk.it().clear();
    CHECK(desk.it().state() == FilmExport::Idle);
}

TEST_CASE("APictureThatIsCancelledTakesNothingElseWithIt")
{
    Desk desk("sleep 60");
    REQUIRE(QDir().mkpath(desk.path("out")));
    QFile beside(desk.path("out") + QStringLiteral("/holiday.png"));
    REQUIRE(beside.open(QIODevice::WriteOnly));
    beside.close();
    desk.start(FilmExport::Picture, {}, QStringLiteral("0001"));
    CHECK_FALSE(desk.it().isCancelled());
    desk.it().cancel();
    CHECK(desk.it().isCancelled());
    CHECK(desk.ended() == FilmExport::Cancelled);
    CHECK(desk.files() == QStringList{"holiday.png"});
}

TEST_CASE("ASequenceWhosePageIsLeftLeavesNothing")
{
    // Deaf, as a program is that draws a large picture.
    Desk desk("trap '' TERM; echo x > \"$(dirname \"$last\")/0001.png\"; echo '{\"frame\":1,\"frames\":9}'; "
              "exec tail -f /dev/null");
    desk.start(FilmExport::Pictures);
    REQUIRE(QTest::qWaitFor([&] { return desk.it().progress() > 0; }, 20000));
    CHECK_FALSE(desk.files().isEmpty());
    desk.drop();
    CHECK(desk.files().isEmpty());
}
