# SPDX-License-Identifier: GPL-3.0-or-later
"""Plinths in three heights: a slab that floats on a brass line over its body, and a recessed foot that lets it hover."""
from lib import finishes, geometry
from lib.joinery import Kit, piece

FORMS = (("plinth-low", "Low plinth", "নিচু বেদি", 0.98, 0.98, 0.25), ("plinth-mid", "Middle plinth", "মাঝারি বেদি", 0.48, 0.48,
                                                                       0.75),
         ("plinth-high", "High plinth", "উঁচু বেদি", 0.48, 0.48, 1.0))


def variants():
    brass, shadow = finishes.metal(), finishes.dark()
    steel = finishes.metal("Steel", "#B9B8B4", 0.3)
    out = []
    for name, bn, body, line in (("Travertine", "ট্রাভার্টিন", finishes.stone("Travertine"), brass),
                                 ("Basalt", "ব্যাসল্ট", finishes.stone("Basalt"), brass),
                                 ("Oak", "ওক", finishes.timber("Oak"), brass),
                                 ("Walnut", "আখরোট কাঠ", finishes.timber("Walnut"), brass),
                                 ("White lacquer", "সাদা ল্যাকার", finishes.lacquer("Bone"), steel),
                                 ("Ink lacquer", "কালি ল্যাকার", finishes.lacquer("Ink"), brass)):
        out.append((name, bn, {"body": body, "line": line, "foot": shadow}))
    return out


def build(folder):
    for name, en, bn, width, depth, height in FORMS:
        geometry.reset()
        slab, gap, foot = 0.05, 0.008, 0.04
        body = Kit("Body", 3)
        top = geometry.box("Slab", (width, depth, slab), (0, 0, height - slab / 2), 0.004, 3)
        geometry.box_uv(top, grain=0)
        geometry.finish(top, 60)
        wall = height - slab - gap - foot
        body.box((width, depth, wall), (0, 0, foot + wall / 2), 0.004, grain=2)
        line = Kit("Line").box((width - 0.014, depth - 0.014, gap + 0.004), (0, 0, height - slab - gap / 2), 0.0,
                               skip=("+z", "-z"))
        inset = 0.05
        under = Kit("Foot").box((width - inset, depth - inset, foot + 0.004), (0, 0, foot / 2 + 0.002), 0.0, skip=("+z",))
        lines = line.object()
        lines["open"] = True
        feet = under.object()
        feet["open"] = True
        piece(folder, name, en, bn, [(body.object([top]), "body"), (lines, "line"), (feet, "foot")], variants())
