# SPDX-License-Identifier: GPL-3.0-or-later
"""A kolshi, the water pitcher of Bengal: a belly beaten round, a narrow neck and a wide lip turned on the lathe, petals chased on the
shoulder."""
import math

import bpy
import numpy as np
from mathutils import Matrix, Vector

from lib import extras, geometry, materials, parts, surfaces
from lib.glb import Part, save

TILE, AROUND = 0.12, 96

BELLY = geometry.spline([(0.0560, 0.0080), (0.0860, 0.0205), (0.1110, 0.0520), (0.1195, 0.0900), (0.1135, 0.1270),
                         (0.0930, 0.1600), (0.0660, 0.1800), (0.0480, 0.1885)], 46)


def body():
    """The foot, the belly and the neck with its lip: turned as one, then taken apart, each closed where it is cut."""
    foot = geometry.rounded([(0.0, 0.0050, 0), (0.0420, 0.0045, 0.002), (0.0450, 0.0, 0.0012), (0.0545, 0.0, 0.0016),
                             (0.0560, 0.0080, 0)], 3)
    collar = geometry.rounded([(0.0480, 0.1885, 0), (0.0450, 0.1905, 0.0015), (0.0472, 0.1930, 0.0015), (0.0440, 0.1955, 0.0012),
                               (0.0425, 0.1975, 0)], 3)
    neck = geometry.spline([(0.0425, 0.1975), (0.0405, 0.2080), (0.0425, 0.2200), (0.0530, 0.2330), (0.0690, 0.2400)], 20)
    lip = geometry.rounded([(0.0690, 0.2400, 0), (0.0730, 0.2408, 0.001), (0.0738, 0.2445, 0.0016), (0.0700, 0.2452, 0.0014),
                            (0.0665, 0.2428, 0)], 4)
    inside = geometry.spline([(0.0665, 0.2428), (0.0500, 0.2345), (0.0398, 0.2200), (0.0378, 0.2080), (0.0440, 0.1880),
                              (0.0900, 0.1580), (0.1150, 0.0900), (0.0850, 0.0240), (0.0, 0.0090)], 30)
    profile = np.concatenate([foot[:-1], BELLY[:-1], collar[:-1], neck[:-1], lip[:-1], inside])
    for z, depth in ((0.1245, 0.0010), (0.1290, 0.0007)):  # a line turned in either side of the shoulder's band
        profile[:, 0] -= depth * np.exp(-((profile[:, 1] - z) / 0.0012) ** 2) * (profile[:, 0] > 0.112)
    whole = geometry.apply(geometry.finish(geometry.lathe("Body", profile, AROUND, tile=TILE), 40))
    under, seat = len(foot) - 1, len(foot) + len(BELLY) - 2
    within = len(profile) - len(inside) + int(np.argmax(inside[:, 1] < BELLY[-1, 1]))
    s, (out, back) = geometry.arc_length(profile), (profile[seat], profile[within])
    sole, axis = profile[under], np.array([0.0, profile[under][1]])
    pieces = [geometry.join(name, [parts.taken(whole, name, bands)] + [
        geometry.finish(geometry.lathe("Cut", cut, AROUND), 40, weighted=False) for cut in cuts])
        for name, bands, cuts in (("Foot", [(0, s[under])], [(sole, axis)]),
                                  ("Belly", [(s[under], s[seat]), (s[within], s[-1])], [(axis, sole), (out, back)]),
                                  ("Neck", [(s[seat], s[within])], [(back, out)]))]
    bpy.data.objects.remove(whole)
    return pieces


def shoulder(z):
    """Radius and outward normal of the belly at a height."""
    r = np.interp(z, BELLY[:, 1], BELLY[:, 0])
    slope = (np.interp(z + 0.001, BELLY[:, 1], BELLY[:, 0]) - np.interp(z - 0.001, BELLY[:, 1], BELLY[:, 0])) / 0.002
    return r, np.array([1.0, -slope]) / math.hypot(1, slope)


def on_shoulder(angle, z, lift):
    r, n = shoulder(z)
    r, z = r + n[0] * lift, z + n[1] * lift
    return np.array([r * math.sin(angle), -r * math.cos(angle), z])


def chased():
    """Two cords of beads and a ring of lotus petals between them, raised from within."""
    pieces = []
    for z, tube in ((0.1345, 0.0016), (0.1700, 0.0014)):
        count, around = 96, 6
        a = np.arange(around) * 2 * math.pi / around
        r, n = shoulder(z)
        rings = []
        for k in range(around):
            out, up = math.cos(a[k]) * tube, math.sin(a[k]) * tube
            radius, height = r + n[0] * (out + tube * 0.3) - n[1] * up, z + n[1] * (out + tube * 0.3) + n[0] * up
            t = np.arange(count) * 2 * math.pi / count
            rings.append(np.stack([-radius * np.sin(t), radius * np.cos(t), np.full(count, height)], 1))
        obj = geometry.grid("Cord", np.array(rings), wrap_v=True, u=np.linspace(0, 0.7, count + 1), v=np.arange(around + 1) * 0.002)
        pieces.append(geometry.finish(obj, 180, weighted=False))
    petals = 20
    for k in range(petals):
        middle = 2 * math.pi * k / petals
        rows, columns = 9, 11
        grid = np.zeros((rows, columns, 3))
        uv = np.zeros((rows, columns, 2))
        for i in range(rows):
            f = i / (rows - 1)
            z = 0.1385 + 0.0285 * f
            half = 0.135 * math.sqrt(max(1 - f ** 1.8, 0)) * (0.82 + 0.45 * f * (1 - f) * 2)
            for j in range(columns):
                g = (j / (columns - 1)) * 2 - 1
                rim = math.exp(-((abs(g) - 0.84) / 0.13) ** 2) * 0.0011
                body_ = 0.0014 * math.cos(g * math.pi / 2) ** 0.6 * math.sin(math.pi * min(f * 0.9 + 0.1, 1)) ** 0.5
                edge = -0.0009 if abs(g) > 0.99 or i in (0, rows - 1) else 0.0
                grid[i, j] = on_shoulder(middle + half * g, z, edge if edge else body_ + rim + 0.0002)
                uv[i, j] = (middle * 0.1 + half * g * 0.1, z)
        obj = geometry.grid("Petal", grid, wrap_u=False, uv=uv)
        pieces.append(geometry.finish(obj, 180, weighted=False))
    for k in range(petals):
        angle = 2 * math.pi * (k + 0.5) / petals
        for z, size in ((0.1620, 0.0028),):
            r, n = shoulder(z)
            bead = geometry.lathe("Bead", [(size, -size * 0.3), (size * 0.92, size * 0.25), (size * 0.55, size * 0.6), (0, size * 0.74)], 9)
            way = Vector((n[0] * math.sin(angle), -n[0] * math.cos(angle), n[1]))
            bead.data.transform(Matrix.Translation(Vector(on_shoulder(angle, z, 0)))
                                @ way.to_track_quat("Z", "Y").to_matrix().to_4x4())
            pieces.append(geometry.finish(bead, 60, weighted=False))
    return geometry.join("Chasing", pieces)


def build(folder):
    geometry.reset()
    orm, relief = surfaces.hammered("Beaten metal")
    repeat = (1 / TILE, 1 / TILE)

    def beaten(name, colour, roughness):
        return materials.pbr(name, colour, roughness, 1.0, orm=orm, normal=relief, repeat=repeat, normal_scale=0.9)

    # The tool runs round and leaves its lines there: light spreads across them.
    lines, groove = surfaces.brushed("Turned metal", 37, 256, 0.23)

    def turned(name, colour, roughness):
        return materials.pbr(name, colour, roughness, 1.0, orm=lines, normal=groove, repeat=repeat, extensions=materials.anisotropy(0.65, math.pi / 2))

    def polished(name, colour, roughness):
        return materials.pbr(name, colour, roughness, 1.0)

    variants = [
        {"name": "Brass", "bn": "পিতল",
         "materials": {"body": beaten("Beaten brass", "#CBA871", 0.85), "turned": turned("Turned brass", "#CBA871", 1.0), "chasing": polished("Brass", "#D9BB85", 0.22)}},
        {"name": "Copper", "bn": "তামা", "price": 80000,
         "materials": {"body": beaten("Beaten copper", "#D8956F", 0.85), "turned": turned("Turned copper", "#D8956F", 1.0), "chasing": polished("Copper", "#E5AA86", 0.22)}},
        {"name": "Antique", "bn": "পুরোনো কাঁসা", "price": 40000,
         "materials": {"body": beaten("Old bronze", "#6E5A45", 1.0), "turned": turned("Turned old bronze", "#6E5A45", 1.0), "chasing": polished("Rubbed brass", "#C9A661", 0.3)}}]
    words, spun = ("Beaten sheet metal", "পেটানো ধাতুর পাত"), ("Metal turned on the lathe", "কুঁদে মসৃণ করা ধাতু")
    foot, round_, throat = body()
    band = Part("chasing", "Lotus band", "পদ্মের পাড়", chased(), "chasing", (0, 0, 0.15), words, (0, 1, 0, 0.0, 0))
    belly = Part("body", "Belly", "কলসির পেট", round_, "body", made_of=words, explode=(0, 1, 0, 0.05, 2), children=[band])
    neck = Part("neck", "Neck and lip", "গলা ও কানা", throat, "turned", made_of=spun, explode=(0, 1, 0, 0.12, 1))

    def spot(part, near, en, bn):
        return extras.hotspot(*extras.touching(part.layers[0][0], near), en, bn, part)

    root = Part("kolshi", "Kolshi pitcher", "কলসি", price=680000, children=[
        Part("foot", "Foot", "পায়া", foot, "turned", made_of=spun, explode=(0, 1, 0, 0.0, 0)), belly, neck],
        hotspots=[spot(band, on_shoulder(-math.radians(18), 0.152, 0.003), ("Lotus petals", "Twenty, raised from within"),
                       ("পদ্মের পাপড়ি", "কুড়িটি, ভেতর থেকে তোলা")),
                  spot(belly, on_shoulder(-math.radians(40), 0.080, 0.003), ("Hammer marks", "One blow beside the next"),
                       ("হাতুড়ির দাগ", "ঘায়ের পাশে ঘা, তাতেই গোল")),
                  spot(neck, (-0.0240, -0.0720, 0.2440), ("Wide lip", "Turned out, to pour from and to hold"),
                       ("চওড়া কানা", "বাইরে ওল্টানো: ধরতে সুবিধা, ঢালতেও")),
                  spot(neck, (-0.0100, -0.0480, 0.1930), ("Turned rings", "They stiffen the neck where it is carried"),
                       ("গলার বেড়", "যেখানে ধরে বইতে হয়, গলা সেখানে মজবুত"))])
    save(folder, root, variants)
