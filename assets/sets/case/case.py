# SPDX-License-Identifier: GPL-3.0-or-later
"""Vitrines: panes in a thin brass edge under a lit top, on a body of wood or lacquer; tall, as a table, and full height."""
from lib import finishes, geometry
from lib.joinery import Kit, piece, rod

FRAME = 0.014


def variants():
    glass, light = finishes.pane(), finishes.glow("Case light", "#FFE2B8", 5.0)
    out = []
    for name, bn, body, edge in (("Walnut and brass", "আখরোট ও পিতল", finishes.timber("Walnut"), finishes.metal()),
                                 ("Oak and brass", "ওক ও পিতল", finishes.timber("Oak"), finishes.metal()),
                                 ("Ink and brass", "কালি ও পিতল", finishes.lacquer("Ink"), finishes.metal()),
                                 ("Bone and steel", "অস্থি ও ইস্পাত", finishes.lacquer("Bone"),
                                  finishes.metal("Steel", "#B9B8B4", 0.3))):
        out.append((name, bn, {"body": body, "edge": edge, "glass": glass, "light": light}))
    return out


def cage(edge, glass, light, width, depth, low, high, shelves=()):
    """Posts, rails and panes between two heights, the light let into the hood's underside."""
    f, x, y = FRAME, width / 2 - FRAME / 2, depth / 2 - FRAME / 2
    for sx in (-1, 1):
        for sy in (-1, 1):
            edge.box((f, f, high - low), (sx * x, sy * y, (low + high) / 2), 0.002)
    for z in (low + f / 2, high - f / 2):
        for s in (-1, 1):
            edge.box((width - 2 * f, f, f), (0, s * y, z), 0.002)
            edge.box((f, depth - 2 * f, f), (s * x, 0, z), 0.002)
    pane, tall = 0.006, high - low - 2 * f
    for s in (-1, 1):
        glass.box((width - 2 * f, pane, tall), (0, s * y, (low + high) / 2), 0.001)
        glass.box((pane, depth - 2 * f, tall), (s * x, 0, (low + high) / 2), 0.001)
    for z in shelves:
        glass.box((width - 2 * f - 0.004, depth - 2 * f - 0.004, 0.008), (0, 0, z), 0.0015)
        for s in (-1, 1):  # a lip, or a clear shelf is hardly seen
            edge.box((width - 2 * f - 0.004, 0.004, 0.011), (0, s * (y - 0.012), z), 0.001)
        for sx in (-1, 1):
            for sy in (-1, 1):
                edge.box((0.022, 0.012, 0.006), (sx * (x - 0.014), sy * (y - 0.05), z - 0.007), 0.001)
    b = 0.018
    for s in (-1, 1):
        light.box((width - 0.10, b, 0.006), (0, s * (depth / 2 - 0.045), high + 0.001), 0.001)
        light.box((b, depth - 0.14, 0.006), (s * (width / 2 - 0.045), 0, high + 0.001), 0.001)


def lock(edge, x, y, z):
    edge.box((0.03, 0.006, 0.05), (x, y, z), 0.0015)
    return rod("Lock", (x, y - 0.002, z + 0.008), (x, y - 0.012, z + 0.008), 0.008, 16)


def tall():
    """A case at eye height on a cabinet with a drawn-in foot."""
    w, base, glass_top, hood = 0.49, 0.90, 1.60, 1.70
    body, edge, glass, light = Kit("Body", 5), Kit("Edge", 6), Kit("Glass", 7), Kit("Light", 8)
    body.box((w, w, base - 0.10), (0, 0, 0.06 + (base - 0.10) / 2), 0.004, grain=2)
    body.box((w - 0.06, w - 0.06, 0.07), (0, 0, 0.035), 0.002)
    body.box((w, w, 0.034), (0, 0, base - 0.017), 0.004, grain=0)
    edge.box((w - 0.012, w - 0.012, 0.012), (0, 0, base - 0.038), 0.001)
    body.box((w, w, hood - glass_top - 0.004), (0, 0, (hood + glass_top) / 2 + 0.004), 0.006, grain=0)
    cage(edge, glass, light, w, w, base, glass_top)
    key = lock(edge, w / 2 - 0.05, -w / 2 + 0.003, base - 0.10)
    return body, edge, glass, light, [key]


def table():
    """A jewel table: slender brass legs with a stretcher, a lined tray, a low case."""
    w, d, low, high = 0.99, 0.49, 0.80, 1.06
    body, edge, glass, light = Kit("Body", 15), Kit("Edge", 16), Kit("Glass", 17), Kit("Light", 18)
    body.box((w, d, 0.07), (0, 0, low - 0.037), 0.004, grain=0)
    body.box((w - 0.05, d - 0.05, 0.02), (0, 0, low + 0.008), 0.003, grain=0)
    body.box((w, d, 0.03), (0, 0, high + 0.016), 0.005, grain=0)
    # The lid is a rim: the middle is open to the light that falls through the top pane.
    cage(edge, glass, light, w, d, low, high)
    legs = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * (w / 2 - 0.05), sy * (d / 2 - 0.05)
            edge.box((0.022, 0.022, low - 0.076), (x, y, (low - 0.072) / 2 + 0.002), 0.004)
            legs.append(rod("Foot", (x, y, 0.0), (x, y, 0.012), 0.018, 16))
        edge.box((0.014, d - 0.122, 0.014), (sx * (w / 2 - 0.05), 0, 0.12), 0.003)
    edge.box((w - 0.1, 0.014, 0.014), (0, 0, 0.12), 0.003)
    return body, edge, glass, light, legs


def cabinet():
    """Full height with three glass shelves, panelled at its foot."""
    w, d, low, high, hood = 0.99, 0.49, 0.35, 2.10, 2.25
    body, edge, glass, light = Kit("Body", 25), Kit("Edge", 26), Kit("Glass", 27), Kit("Light", 28)
    body.box((w, d, low - 0.07), (0, 0, 0.06 + (low - 0.07) / 2), 0.004, grain=0)
    body.box((w - 0.06, d - 0.06, 0.07), (0, 0, 0.035), 0.002)
    for s in (-1, 1):  # two drawers, their fronts a finger's gap apart
        body.box((w / 2 - 0.02, 0.016, low - 0.11), (s * (w / 4 - 0.004), -d / 2 - 0.004, 0.075 + (low - 0.11) / 2), 0.003,
                 grain=0)
        edge.box((0.10, 0.012, 0.012), (s * (w / 4), -d / 2 - 0.022, low / 2 + 0.03), 0.004)
        for k in (-1, 1):
            edge.box((0.01, 0.014, 0.01), (s * (w / 4) + k * 0.04, -d / 2 - 0.014, low / 2 + 0.03), 0.002)
    body.box((w, d, 0.02), (0, 0, low), 0.004, grain=0)
    body.box((w, d, hood - high - 0.004), (0, 0, (hood + high) / 2 + 0.004), 0.006, grain=0)
    body.box((w + 0.03, d + 0.03, 0.03), (0, 0, hood - 0.005), 0.006, grain=0)
    cage(edge, glass, light, w, d, low + 0.01, high, (0.80, 1.25, 1.70))
    edge.box((0.01, 0.012, high - low - 0.04), (0, -d / 2 + 0.007, (high + low) / 2), 0.002)
    key = lock(edge, 0.03, -d / 2 - 0.001, 1.15)
    return body, edge, glass, light, [key]


def build(folder):
    for name, en, bn, form in (("vitrine-tall", "Tall vitrine", "উঁচু কাচের বাক্স", tall),
                               ("vitrine-table", "Table vitrine", "টেবিল কাচের বাক্স", table),
                               ("vitrine-cabinet", "Vitrine cabinet", "কাচের আলমারি", cabinet)):
        geometry.reset()
        body, edge, glass, light, more = form()
        piece(folder, name, en, bn, [(body.object(), "body"), (edge.object(more), "edge"), (glass.object(), "glass"),
                                     (light.object(), "light")], variants())
