# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program and all that it starts hold in memory together."""
import pathlib
import threading


def descendants(root):
    parents = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                # The name in brackets may hold anything.
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    family = {root}
    while True:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        if not more:
            return family
        family |= more


def proportional(pid):
    """Bytes; what several processes share counts in parts."""
    try:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


class Peak:
    """The most that a process and its children hold, looked at every `interval` seconds. Looking stops the process for
    moments, so no time is taken of the same run."""

    def __init__(self, interval=0.03):
        self.bytes = 0
        self._interval = interval
        self._end = threading.Event()
        self._thread = None

    def watch(self, pid):
        def look():
            while not self._end.is_set():
                self.bytes = max(self.bytes, sum(map(proportional, descendants(pid))))
                self._end.wait(self._interval)
        self._thread = threading.Thread(target=look, daemon=True)
        self._thread.start()

    def stop(self):
        self._end.set()
        self._thread.join()
        return self.bytes / 2**20
