# SPDX-License-Identifier: GPL-3.0-or-later
"""A stove-top kettle: a spun body, a drawn spout, strap brackets riveted on, walnut where the hand goes."""
import math

import numpy as np
from mathutils import Matrix

from lib import extras, geometry, materials, motion, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.noise import smoothstep
from lib.sequence import keyed

AROUND = 84

OUTER = geometry.rounded([(0.0, 0.0022, 0), (0.0600, 0.0016, 0.003), (0.0640, 0.0, 0.001), (0.0895, 0.0, 0.0035),
                          (0.0925, 0.0085, 0.0008), (0.0908, 0.0092, 0.0006), (0.0908, 0.0106, 0.0006),
                          (0.0945, 0.0118, 0)], 4)
WALL = geometry.spline([(0.0945, 0.0118), (0.0995, 0.0240), (0.1005, 0.0400), (0.0965, 0.0600), (0.0875, 0.0800),
                        (0.0735, 0.0985), (0.0585, 0.1105), (0.0490, 0.1150)], 40)
COLLAR = geometry.rounded([(0.0490, 0.1150, 0), (0.0462, 0.1160, 0.0012), (0.0462, 0.1196, 0.0012), (0.0440, 0.1204, 0.0010),
                           (0.0424, 0.1190, 0.0008), (0.0424, 0.1130, 0.0010), (0.0500, 0.1125, 0)], 4)
INNER = geometry.spline([(0.0500, 0.1125), (0.0720, 0.0965), (0.0950, 0.0600), (0.0985, 0.0350), (0.0900, 0.0110),
                         (0.0500, 0.0060), (0.0, 0.0056)], 13)


def wall_radius(z):
    return np.interp(z, WALL[:, 1], WALL[:, 0])


def body():
    profile = np.concatenate([OUTER[:-1], WALL[:-1], COLLAR[:-1], INNER])
    return geometry.finish(geometry.lathe("Body", profile, AROUND, tile=0.09), 32)


def spout():
    """Drawn from the wall with a fillet, narrowing, its lip turned out."""
    path = geometry.spline([(0.0985, 0.0455), (0.1140, 0.0520), (0.1330, 0.0690), (0.1470, 0.0920), (0.1590, 0.1120),
                            (0.1760, 0.1255)], 36)
    length = geometry.arc_length(path)
    t = np.gradient(path, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    upper = np.stack([-t[:, 1], t[:, 0]], 1)
    around, fillet = 34, 0.021
    angle = np.arange(around) * 2 * math.pi / around
    rings, along = [], []

    def ring(i, radius):
        out = np.zeros((around, 3))
        out[:, 0] = path[i, 0] + radius * np.cos(angle) * upper[i, 0]
        out[:, 1] = radius * np.sin(angle) * 0.96
        out[:, 2] = path[i, 1] + radius * np.cos(angle) * upper[i, 1]
        return out

    for i in range(len(path)):
        f = length[i] / length[-1]
        radius = 0.0120 + 0.0125 * (1 - f) ** 1.5 + 0.0016 * smoothstep(0.90, 1.0, f) ** 2
        if length[i] < fillet:
            radius += (fillet - math.sqrt(fillet ** 2 - (fillet - length[i]) ** 2)) * 0.45
        points = ring(i, radius)
        if length[i] < fillet * 1.6:
            seat = np.sqrt(np.maximum(wall_radius(points[:, 2]) ** 2 - points[:, 1] ** 2, 0)) - 0.0004 + length[i] * 0.7
            points[:, 0] = seat + (points[:, 0] - seat) * smoothstep(0, fillet * 1.6, length[i])
        rings.append(points)
        along.append(length[i])
    tip, last = 0.0120 + 0.0016, len(path) - 1
    bead = [(0.0007, 0.0005), (0.0007, 0.0012), (-0.0003, 0.0017), (-0.0013, 0.0012), (-0.0016, 0.0)]
    for grow, forward in bead:  # the rolled lip
        points = ring(last, tip + grow)
        points[:, 0] += t[last, 0] * forward
        points[:, 2] += t[last, 1] * forward
        rings.append(points)
        along.append(along[-1] + 0.0008)
    for back in (2, 5, 9, 14):
        rings.append(ring(last - back, tip - 0.0024))
        along.append(along[-1] + 0.004)
    rings = np.array(rings)
    obj = geometry.grid("Spout", rings[:, ::-1], u=np.linspace(0, 0.09, around + 1), v=along)
    return geometry.finish(obj, 70, weighted=False)


def bracket(sign):
    """A strap that follows the shoulder, leaves it and rises to the grip."""
    foot = WALL[(WALL[:, 1] > 0.052) & (WALL[:, 1] < 0.085)]
    normal = np.array([0.78, 0.62])
    points = [tuple(p + normal * 0.0020) for p in foot[::3]] + [
        (0.0835, 0.1020), (0.0830, 0.1250), (0.0850, 0.1520), (0.0830, 0.1800), (0.0745, 0.2040), (0.0600, 0.2175)]
    flat = geometry.spline(points, 40)
    path = np.stack([sign * flat[:, 0], np.zeros(len(flat)), flat[:, 1]], 1)
    width = np.interp(np.linspace(0, 1, 40), [0, 0.25, 0.5, 1], [0.022, 0.021, 0.0180, 0.0165])
    sections = np.array([superellipse(w, 0.0044, 20, 4.5, math.pi / 20) for w in width])
    path, sections = geometry.domed(path, sections, 0.0015, 2)
    side = sign * np.array([0, 1.0, 0])
    # The strap's width lies along Y: with `up` in the plane of the path the section's x is Y.
    obj = geometry.sweep("Strap", path, sections, up=np.cross(side, np.gradient(path, axis=0)))
    pieces = [geometry.finish(obj, 50)]
    for z in (0.0600, 0.0740):
        r = wall_radius(z)
        slope = math.atan2(0.62, 0.78)
        head = geometry.lathe("Rivet", geometry.spline([(0.0046, -0.0006), (0.0046, 0.0004), (0.0038, 0.0016), (0.002, 0.0023),
                                                        (0.0, 0.0025)], 9), 20)
        head.data.transform(Matrix.Translation((sign * (r + 0.0034), 0, z + 0.0024))
                            @ Matrix.Rotation(sign * (math.pi / 2 - slope), 4, "Y"))
        pieces.append(geometry.finish(head, 180, weighted=False))
    return pieces


def grip():
    path = geometry.spline([(-0.0640, 0, 0.2150), (-0.0440, 0, 0.2265), (0.0, 0, 0.2335), (0.0440, 0, 0.2265),
                            (0.0640, 0, 0.2150)], 34)
    f = np.linspace(-1, 1, 34)
    thick = 0.0245 + 0.0055 * np.cos(f * math.pi / 2) ** 1.2
    sections = np.array([superellipse(a * 1.06, a * 0.92, 28, 2.35, math.pi / 28) for a in thick])
    path, sections = geometry.domed(path, sections, 0.0065, 5)
    return geometry.finish(geometry.sweep("Grip", path, sections, up=(0, 0, 1)), 60)


def lid():
    profile = np.concatenate([
        geometry.rounded([(0.0, 0.1168, 0), (0.0385, 0.1168, 0.001), (0.0395, 0.1196, 0.0006), (0.0470, 0.1204, 0.0010),
                          (0.0478, 0.1220, 0.0011), (0.0462, 0.1238, 0.0010), (0.0440, 0.1236, 0)], 4)[:-1],
        geometry.spline([(0.0440, 0.1236), (0.0360, 0.1282), (0.0240, 0.1318), (0.0110, 0.1334), (0.0078, 0.1336)], 18)[:-1],
        geometry.rounded([(0.0078, 0.1336, 0), (0.0078, 0.1346, 0.0004), (0.0052, 0.1350, 0.0010), (0.0048, 0.1402, 0.0008),
                          (0.0, 0.1402, 0)], 3)])
    return geometry.finish(geometry.lathe("Lid", profile, 72, tile=0.09), 32)


def knob():
    profile = np.concatenate([
        geometry.rounded([(0.0, 0.1390, 0), (0.0075, 0.1390, 0.0012), (0.0090, 0.1412, 0)], 4)[:-1],
        geometry.spline([(0.0090, 0.1412), (0.0138, 0.1470), (0.0162, 0.1545), (0.0150, 0.1612), (0.0100, 0.1652),
                         (0.0, 0.1664)], 22)])
    obj = geometry.lathe("Knob", profile, 48, tile=0.07)
    return geometry.finish(obj, 40)


def build(folder):
    geometry.reset()
    orm, relief = surfaces.brushed("Brushed metal")
    per_metre = (1 / 0.09, 1 / 0.09)
    wood_base, wood_orm, wood_normal, wood_repeat = surfaces.wood("Walnut", "#644B39", "#39291E", "#1B120C", seed=8,
                                                                  metres=(0.07, 0.20), rings=7, size=512)
    walnut = materials.pbr("Walnut", base=wood_base, orm=wood_orm, normal=wood_normal, repeat=wood_repeat, normal_scale=0.6,
                           roughness=0.9)

    def metal(name, colour, roughness):
        return materials.pbr(name, colour, roughness, 1.0, orm=orm, normal=relief, repeat=per_metre, normal_scale=0.8,
                             extensions=materials.anisotropy(0.55))

    steel, copper = metal("Brushed steel", "#CFCDC8", 1.0), metal("Brushed copper", "#DB9F7E", 0.95)
    brass = metal("Brushed brass", "#D3B277", 0.9)
    enamel = materials.pbr("Ink enamel", "#15222E", 0.42, 0.0, extensions=materials.clearcoat(1.0, 0.06))
    variants = [{"name": "Steel", "bn": "ঘষা ইস্পাত", "materials": {"body": steel, "trim": steel, "wood": walnut}},
                {"name": "Copper", "bn": "তামা", "price": 305000, "materials": {"body": copper, "trim": brass, "wood": walnut}},
                {"name": "Ink", "bn": "কালি রঙের এনামেল", "price": 60000,
                 "materials": {"body": enamel, "trim": brass, "wood": walnut}}]
    metal_words, walnut_words = ("Spun metal, 0.8 mm", "ঘুরিয়ে গড়া ধাতু, ০.৮ মিমি"), ("Oiled walnut", "তেল-মাজা আখরোট কাঠ")
    pot = Part("body", "Body", "কেতলির গা", body(), "body", made_of=metal_words, explode=(0, 1, 0, 0.0, 0))
    pourer = Part("spout", "Spout", "নল", spout(), "body", (0.0985, 0, 0.0455), metal_words, (1, 0.4, 0, 0.06, 3))
    cover = Part("lid", "Lid", "ঢাকনা", lid(), "body", (0, 0, 0.12), metal_words, (0, 1, 0, 0.05, 2), [
        Part("knob", "Knob", "ঢাকনার বোতাম", knob(), "wood", (0, 0, 0.139), walnut_words, (0, 1, 0, 0.025, 3))])
    straps = Part("brackets", "Brackets", "হাতলের পাত", geometry.join("Brackets", bracket(1) + bracket(-1)), "trim", (0, 0, 0.2),
                  ("Strap metal, riveted", "রিভেট আঁটা পাত"), (0, 1, 0, 0.0, 0))
    hold = Part("grip", "Grip", "মুঠ", grip(), "wood", (0, 0, 0.22), walnut_words, (0, 1, 0, 0.04, 2))

    def spot(part, near, en, bn):
        return extras.hotspot(*extras.touching(part.layers[0][0], near), en, bn, part)

    # Straight up until the plug is out of the collar, then tilted towards the back, the knob still clear of the grip.
    lifts = [motion.slide(cover, (0, 0, 1), keyed(1.5, (0.0, 1.0, 0.040))),
             motion.turn(cover, (1, 0, 0), keyed(1.5, (0.5, 1.5, -24)))]
    root = Part("kettle", "Stove-top kettle", "চুলার কেতলি", price=485000, children=[
        pot, pourer, cover,
        Part("handle", "Handle", "হাতল", None, None, (0, 0, 0.2), ("Walnut on strap metal", "ধাতুর পাতে আখরোট কাঠ"),
             (0, 1, 0, 0.14, 1), [straps, hold])],
        hotspots=[spot(pourer, (0.1760, -0.0250, 0.1262), ("Rolled lip", "The stream stops without a drip"),
                       ("মোড়ানো ঠোঁট", "পানির ধারা থামে, ফোঁটা পড়ে না")),
                  spot(hold, (-0.0150, -0.0300, 0.2380), ("Walnut grip", "Stays cool above the flame"),
                       ("আখরোটের মুঠ", "আগুনের ওপরেও ঠান্ডা থাকে")),
                  spot(straps, (-wall_radius(0.0740) - 0.0100, 0, 0.0810), ("Riveted straps", "Two rivets on each side"),
                       ("রিভেট আঁটা পাত", "দুই পাশে দুটি করে রিভেট")),
                  spot(cover, (-0.0200, -0.0450, 0.1230), ("Close lid", "It sits on a turned collar"),
                       ("আঁটা ঢাকনা", "বসে কুঁদানো গলার ওপর")),
                  spot(pot, (-0.0470, -0.0885, 0.0400), ("Spun body", "From a single sheet, without a seam"),
                       ("ঘুরিয়ে গড়া গা", "একটিমাত্র পাতের, কোথাও জোড়া নেই"))],
        animations=[motion.Animation("open", "The lid lifts", "ঢাকনা ওঠে", lifts)])
    save(folder, root, variants)
