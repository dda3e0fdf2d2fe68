// SPDX-License-Identifier: GPL-3.0-or-later
// vitrine-bench-loads ROUNDS PACKAGE…: shows each package on the stage and takes it away again, all of them one after
// the other, so many rounds. Prints one JSON line after each: the bytes that are resident then, nothing being shown.
#include "platform/system/Heap.h"
#include "tests/bench/StageWindow.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdio>

#include <unistd.h>

namespace {

long long residentBytes()
{
    long long pages = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%*s %lld", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return pages * sysconf(_SC_PAGESIZE);
}

} // namespace

int main(int argc, char **argv)
{
    vitrine::platform::giveMemoryBack(); // as the client does
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rounds = arguments.size() > 2 ? arguments.at(1).toInt() : 0;
    // What is shown is the same in any size, and a small picture is soon drawn.
    vitrine::bench::StageWindow window({240, 180});
    if (rounds < 1 || !window.isThere()) {
        std::fprintf(stderr, "vitrine-bench-loads ROUNDS PACKAGE…\n");
        return 2;
    }
    for (int round = 0; round < rounds; ++round) {
        for (const QString &package : arguments.mid(2)) {
            if (!window.open(QUrl::fromLocalFile(package)) || !window.close()) {
                std::fprintf(stderr, "vitrine-bench-loads: %s: %s\n", qUtf8Printable(package),
                             qUtf8Printable(window.error()));
                return 1;
            }
        }
        std::printf(R"({"round":%d,"residentBytes":%lld})"
                    "\n",
                    round + 1, residentBytes());
        std::fflush(stdout);
    }
    return 0;
}
