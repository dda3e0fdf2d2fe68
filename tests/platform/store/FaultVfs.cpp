// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/FaultVfs.h"

#include <sqlite3.h>

#include <cstddef>
#include <mutex>
#include <new>

namespace vitrine::tests {
namespace {

std::atomic<std::int64_t> g_operations = 0;
std::atomic<std::int64_t> g_failFrom = -1;
std::atomic<int> g_error = SQLITE_OK;

sqlite3_vfs *g_real = nullptr;
sqlite3_vfs g_vfs;

struct FaultFile {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *real(sqlite3_file *file) { return static_cast<FaultFile *>(static_cast<void *>(file))->real; }

int writeOutcome(int healthyError)
{
    const std::int64_t operation = ++g_operations;
    const std::int64_t failFrom = g_failFrom;
    return failFrom >= 0 && operation > failFrom ? (g_error == SQLITE_FULL ? SQLITE_FULL : healthyError) : SQLITE_OK;
}

int closeFile(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }
int readFile(sqlite3_file *file, void *to, int count, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), to, count, at);
}
int writeFile(sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
    if (const int error = writeOutcome(SQLITE_IOERR_WRITE); error != SQLITE_OK) {
        // A full disk takes a part of what is written.
        if (count > 1)
            real(file)->pMethods->xWrite(real(file), from, count / 2, at);
        return error;
    }
    return real(file)->pMethods->xWrite(real(file), from, count, at);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size) { return real(file)->pMethods->xTruncate(real(file), size); }
int syncFile(sqlite3_file *file, int flags)
{
    if (const int error = writeOutcome(SQLITE_IOERR_FSYNC); error != SQLITE_OK)
        return error;
    return real(file)->pMethods->xSync(real(file), flags);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size) { return real(file)->pMethods->xFileSize(real(file), size); }
int lockFile(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlockFile(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int isReserved(sqlite3_file *file, int *out) { return real(file)->pMethods->xCheckReservedLock(real(file), out); }
int fileControl(sqlite3_file *file, int op, void *arg)
{
    return real(file)->pMethods->xFileControl(real(file), op, arg);
}
int sectorSize(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, out);
}
int shmLock(sqlite3_file *file, int offset, int n, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}
void shmBarrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
int shmUnmap(sqlite3_file *file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

// Version 2: with shared memory for WAL, without mapped reading, which no layer could make fail.
const sqlite3_io_methods g_methods = {
    2,        closeFile,  readFile,   writeFile,   truncateFile, syncFile,        fileSize,
    lockFile, unlockFile, isReserved, fileControl, sectorSize,   characteristics, shmMap,
    shmLock,  shmBarrier, shmUnmap,   nullptr,     nullptr,
};

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *mine = new (static_cast<void *>(file)) FaultFile{};
    mine->real = static_cast<sqlite3_file *>(static_cast<void *>(mine + 1));
    const int code = g_real->xOpen(g_real, name, mine->real, flags, outFlags);
    mine->base.pMethods = code == SQLITE_OK ? &g_methods : nullptr;
    return code;
}

} // namespace

void FaultVfs::install()
{
    static std::once_flag once;
    std::call_once(once, [] {
        g_real = sqlite3_vfs_find(nullptr);
        g_vfs = *g_real;
        g_vfs.pNext = nullptr;
        g_vfs.zName = kName;
        g_vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + g_real->szOsFile;
        g_vfs.xOpen = openFile;
        sqlite3_vfs_register(&g_vfs, 0);
    });
}

void FaultVfs::heal() { g_failFrom = -1; }

void FaultVfs::fullAfter(std::int64_t count)
{
    g_error = SQLITE_FULL;
    g_failFrom = g_operations + count;
}

void FaultVfs::brokenAfter(std::int64_t count)
{
    g_error = SQLITE_IOERR;
    g_failFrom = g_operations + count;
}

std::int64_t FaultVfs::operations() { return g_operations; }

} // namespace vitrine::tests
