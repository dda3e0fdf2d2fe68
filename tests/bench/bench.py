#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev bench [NAME]: measures and prints one JSON line for each figure, after one that describes the machine.

Each module beside this one has `figures(build)`: a dict of names to functions, each of which yields figure(…) values.
A figure that can't be measured here is printed with "value": null and the reason; nothing is asserted.
"""
import argparse
import importlib
import json
import os
import pathlib
import platform
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

MODULES = ("client", "collection", "compare", "draws", "loads", "references", "render", "seed", "server", "sync", "traced")

# The one needs programs of others, which only its own command installs; the other takes ten minutes.
WHEN_NAMED = ("compare", "loads")


def machine(build):
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        models = [line.split(":", 1)[1].strip() for line in info if line.startswith("model name")]
    with open("/proc/meminfo", encoding="utf-8") as info:
        kib = int(info.readline().split()[1])
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    return {
        "machine": platform.machine(),
        "cpu": models[0] if models else "unknown",
        "cores": os.cpu_count(),
        "memoryMiB": kib // 1024,
        "kernel": platform.release(),
        "load1": os.getloadavg()[0],
        "commit": commit.stdout.strip(),
        "build": build.name,
    }


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("name", nargs="?", default="", help="only figures whose name begins so")
    options = parser.parse_args()
    build = options.build.resolve()
    print(json.dumps(machine(build)), flush=True)
    failed = False
    for module in MODULES:
        for name, measure in importlib.import_module(module).figures(build).items():
            if not name.startswith(options.name) or (module in WHEN_NAMED and not options.name):
                continue
            try:
                for value in measure():
                    print(json.dumps(value), flush=True)
            except (OSError, subprocess.SubprocessError, RuntimeError) as error:
                failed = True
                print(json.dumps({"name": name, "value": None, "reason": str(error)}), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
