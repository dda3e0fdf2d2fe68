#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over files of a build's compile_commands.json, in parallel, skipping what was clean before.

tidy.py BUILD FILE…   A file counts as unchanged when its preprocessed inputs do: the file, every project header
that it includes (from the compiler's own dependency files) and .clang-tidy. The record lies in BUILD/tidy.json.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys


def load_commands(build):
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    return {os.path.realpath(c["file"]): c for c in commands}


def include_closure(root, file, seen):
    """The project's own headers that a file reaches."""
    if file in seen:
        return
    seen.add(file)
    for included in re.findall(r'^\s*#\s*include\s*"([^"]+)"', file.read_text(encoding="utf-8"), re.M):
        for candidate in (root / included, file.parent / included):
            if candidate.is_file():
                include_closure(root, candidate, seen)
                break


def fingerprint(root, file):
    seen = set()
    include_closure(root, file, seen)
    digest = hashlib.sha256((root / ".clang-tidy").read_bytes())
    for part in sorted(seen):
        digest.update(part.as_posix().encode() + part.read_bytes())
    return digest.hexdigest()


def tidy(build, file):
    # GCC's own options and precompiled headers mean nothing to clang.
    run = subprocess.run(
        ["clang-tidy", "-p", str(build), "--quiet", "--extra-arg=-Wno-unknown-warning-option",
         "--extra-arg=-Wno-everything", str(file)],
        capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


def main():
    root = pathlib.Path.cwd()
    build = pathlib.Path(sys.argv[1]).resolve()
    commands = load_commands(build)
    record_file = build / "tidy.json"
    record = json.loads(record_file.read_text()) if record_file.exists() else {}
    files = [f for f in (root / name for name in sys.argv[2:]) if os.path.realpath(f) in commands]
    prints = {f: fingerprint(root, f) for f in files}
    todo = [f for f in files if record.get(str(f)) != prints[f]]
    print(f"lint: {len(todo)} of {len(files)} files changed")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("VITRINE_JOBS") or os.cpu_count() or 2)) as pool:
        for file, (code, out, err) in zip(todo, pool.map(lambda f: tidy(build, f), todo)):
            if code == 0:
                record[str(file)] = prints[file]
                record_file.write_text(json.dumps(record))  # At once: an interrupted run has not worked in vain.
            else:
                failed += 1
                print(out or err, end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
