# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling shops: generated products for load tests, and the demo with its history."""
import os
import pathlib
import tempfile

from measure import figure, timed

# What is promised is 1,000,000 in 180 s; the figure says how many there were.
PRODUCTS = int(os.environ.get("VITRINE_BENCH_SEED", "100000"))
PROMISED = 1_000_000
TARGET_SECONDS = 180


def seed(build, *arguments):
    """Seconds, peak memory in MiB, and the store's size in MiB."""
    with tempfile.TemporaryDirectory(prefix="vitrine-bench-") as folder:
        seconds, memory = timed([build / "bin" / "vitrine-server", "seed", "--data", folder, *arguments])
        store = sum(file.stat().st_size for file in pathlib.Path(folder).glob("shop.db*"))
        return seconds, memory, store / 2**20


def scale(build):
    seconds, memory, store = seed(build, "--scale", str(PRODUCTS))
    yield figure("seed.scale", seconds, "s", TARGET_SECONDS if PRODUCTS == PROMISED else None, products=PRODUCTS,
                 storeMiB=round(store))
    yield figure("seed.scale.memory", memory, "MiB")


def demo(build):
    seconds, memory, store = seed(build, "--demo")
    yield figure("seed.demo", seconds, "s", storeMiB=round(store), memoryMiB=round(memory))


def figures(build):
    return {
        "seed.scale": lambda: scale(build),
        "seed.demo": lambda: demo(build),
    }
