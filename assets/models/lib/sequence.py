# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves that follow one another, for what opens step by step."""
from . import motion


def keyed(seconds, *moves):
    """Keys of several eased moves one after the other, from 0: (start, end, to) each; held between and up to `seconds`."""
    keys, at = [(0.0, 0.0)], 0.0
    for start, end, to in moves:
        keys += [k for k in motion.eased(end, start, end, at, to) if k[0] > keys[-1][0] + 1e-6]
        at = to
    return keys + ([(seconds, at)] if seconds > keys[-1][0] + 1e-6 else [])
