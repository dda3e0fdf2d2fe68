# SPDX-License-Identifier: GPL-3.0-or-later
"""A lounge chair: a turned and shaped teak frame, two loose cushions in hand-woven khadi with piped seams."""
import math

import numpy as np
from mathutils import Matrix

from lib import geometry, materials, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.upholstery import cushion

SIDE = 0.305  # from the middle to the middle of a leg


def limb(name, points, sizes, count=16, power=2.2, steps=18, up=(0, 0, 1), dome=0.006):
    """A shaped piece of wood: a spline with (width, height) sections along it, its ends rounded over."""
    path = geometry.spline(points, steps)
    at = np.linspace(0, 1, len(sizes))
    sections = [superellipse(np.interp(t, at, [s[0] for s in sizes]), np.interp(t, at, [s[1] for s in sizes]), count,
                             power, turn=math.pi / count) for t in np.linspace(0, 1, steps)]
    path, sections = geometry.domed(path, np.array(sections), dome, 4)
    return geometry.finish(geometry.sweep(name, path, sections, up=up), 60)


def side_frame(x):
    """Two legs, an arm and a rail: one side of the chair, all one joined piece of wood."""
    front = limb("Front leg", [(x * 1.03, -0.335, 0.0), (x, -0.322, 0.28), (x * 0.99, -0.312, 0.548)],
                 [(0.023, 0.023), (0.031, 0.031), (0.038, 0.040), (0.036, 0.037), (0.027, 0.027)], up=(0, 1, 0.2))
    rear = limb("Rear leg", [(x * 1.03, 0.400, 0.0), (x, 0.335, 0.26), (x * 0.99, 0.285, 0.520)],
                [(0.023, 0.023), (0.031, 0.031), (0.038, 0.042), (0.035, 0.037), (0.026, 0.026)], up=(0, 1, 0.2))
    arm = limb("Arm", [(x * 0.99, -0.395, 0.556), (x * 1.0, -0.28, 0.566), (x * 1.02, -0.08, 0.562),
                       (x * 1.01, 0.14, 0.541), (x * 0.985, 0.345, 0.516)],
               [(0.052, 0.019), (0.070, 0.025), (0.066, 0.027), (0.052, 0.028), (0.040, 0.028), (0.030, 0.024)],
               count=20, power=2.9, steps=30, dome=0.011)
    rail = limb("Side rail", [(x, -0.330, 0.318), (x, 0.0, 0.288), (x, 0.352, 0.246)],
                [(0.024, 0.036), (0.023, 0.046), (0.023, 0.048), (0.024, 0.036)], power=3.2, steps=12, dome=0.003)
    for leg in (front, rear):
        geometry.stand(leg)
    return [front, rear, arm, rail]


RECLINE = math.radians(24)


def back_point(height, forward=0.0):
    """A point on the plane of the back frame, `height` metres up along it from the seat."""
    return np.array([0.245 + math.sin(RECLINE) * height - math.cos(RECLINE) * forward,
                     0.262 + math.cos(RECLINE) * height + math.sin(RECLINE) * forward])


def back_frame():
    pieces = []
    for sign in (-1, 1):
        points = [(sign * 0.245, *back_point(h)) for h in (-0.03, 0.2, 0.4, 0.632)]
        pieces.append(limb("Upright", points, [(0.030, 0.024), (0.032, 0.028), (0.028, 0.025), (0.022, 0.020)],
                           power=2.8, up=(0, 1, 0)))
    low, high = back_point(0.622), back_point(0.622) + [0.030, 0.006]
    crest = [(-0.300, *low), (-0.16, *(low * 0.35 + high * 0.65)), (0, *high), (0.16, *(low * 0.35 + high * 0.65)),
             (0.300, *low)]
    pieces.append(limb("Crest", crest, [(0.018, 0.040), (0.024, 0.062), (0.025, 0.068), (0.024, 0.062), (0.018, 0.040)],
                       count=20, power=2.7, steps=28, up=(0, math.sin(RECLINE), math.cos(RECLINE)), dome=0.009))
    for k in range(7):  # spindles, bowed a little to the back
        x = (k - 3) * 0.066
        bow = 0.012 * (1 - (k - 3) ** 2 / 12)
        points = [(x, *back_point(0.02)), (x, *back_point(0.29, -bow)), (x, *back_point(0.607, -0.02 * (1 - abs(k - 3) / 4)))]
        pieces.append(limb("Spindle", points, [(0.011, 0.011), (0.016, 0.016), (0.011, 0.011)], count=10, steps=9,
                           up=(0, 1, 0), dome=0.002))
    return pieces


def cross_rails():
    pieces = []
    for y, z, tall in ((-0.322, 0.322, 0.048), (0.300, 0.256, 0.050)):
        pieces.append(limb("Cross rail", [(-SIDE, y, z), (0, y, z), (SIDE, y, z)],
                           [(0.024, tall * 0.8), (0.026, tall), (0.024, tall * 0.8)], power=3.2, steps=9, dome=0.003))
    for k in range(5):  # slats under the cushion
        y = -0.235 + k * 0.118
        z = 0.322 - (y + 0.322) * 0.106 + 0.012
        pieces.append(limb("Slat", [(-0.298, y, z), (0, y, z - 0.004), (0.298, y, z)], [(0.050, 0.012)] * 2, count=12,
                           power=4, steps=7, dome=0.002))
    return pieces


def seat_place():
    return Matrix.Translation((0, -0.040, 0.383)) @ Matrix.Rotation(math.radians(-6.2), 4, "X")


def back_place():
    y, z = back_point(0.372, 0.078)
    return Matrix.Translation((0, y, z)) @ Matrix.Rotation(math.pi / 2 - RECLINE, 4, "X")


def wardrobe():
    """The three cloths over the same oiled teak, as variants."""
    wood_base, wood_orm, wood_normal, wood_repeat = surfaces.wood("Teak", "#A87D52", "#6C4930", "#3A2618", seed=3)
    teak = materials.pbr("Oiled teak", base=wood_base, orm=wood_orm, normal=wood_normal, repeat=wood_repeat, normal_scale=0.7,
                         roughness=1.0)
    names = ["Oat khadi", "Indigo khadi", "Madder khadi"]
    pairs = [("#DDD2BC", "#CFC2A8", "#8E8068"), ("#343F54", "#4A5770", "#161B27"), ("#823C2F", "#95503F", "#3A1811")]
    cords = ["#BFAF92", "#262F42", "#6A2A1E"]
    sheens = ["#4A4438", "#2C3852", "#5A2A1E"]
    bases, weave, weave_repeat = surfaces.cloth(names, pairs)
    variants = []
    for name, base, cord, sheen in zip(names, bases, cords, sheens):
        fabric = materials.pbr(name, base=base, normal=weave, repeat=weave_repeat, roughness=0.92, normal_scale=0.8,
                               extensions=materials.sheen(sheen, 0.55))
        piping = materials.pbr(f"{name} piping", cord, roughness=0.85, extensions=materials.sheen(sheen, 0.6))
        variants.append({"name": name.split()[0], "materials": {"wood": teak, "fabric": fabric, "piping": piping}})

    return variants


OF_TEAK, OF_KHADI = ("Solid teak, oiled", "তেল-মাজা নিরেট সেগুন কাঠ"), ("Hand-woven khadi cotton", "হাতে বোনা খাদি সুতি")


def lounge_chair(folder):
    geometry.reset()
    variants = wardrobe()
    seat, seat_cord = cushion("Seat", 0.568, 0.592, 0.094, 0.030, 2, seat_place())
    back, back_cord = cushion("Back", 0.556, 0.455, 0.078, 0.036, 5, back_place())
    right = geometry.join("Right side", side_frame(SIDE))
    left = geometry.mirrored(right, "Left side")
    root = Part("chair", "Lounge chair", "আরাম কেদারা", children=[
        Part("frame", "Frame", "কাঠামো", made_of=OF_TEAK, children=[
            Part("side-right", "Right side", "ডান পাশ", right, "wood", (SIDE, 0, 0.3), OF_TEAK, (1, 0, 0, 0.22, 3)),
            Part("side-left", "Left side", "বাঁ পাশ", left, "wood", (-SIDE, 0, 0.3), OF_TEAK, (-1, 0, 0, 0.22, 3)),
            Part("seat-rails", "Seat rails and slats", "আসনের আড়কাঠ", geometry.join("Rails", cross_rails()), "wood",
                 (0, 0, 0.3), OF_TEAK, (0, 0, 0, 0.0, 0)),
            Part("back-frame", "Spindle back", "পিঠের কাঠামো", geometry.join("Back frame", back_frame()), "wood",
                 (0, 0.245, 0.262), OF_TEAK, (0, 0.25, -0.97, 0.25, 2))]),
        Part("seat-cushion", "Seat cushion", "বসার গদি", seat, "fabric", (0, -0.04, 0.383), OF_KHADI, (0, 1, 0, 0.30, 1), [
            Part("seat-piping", "Seat piping", "গদির মগজি", seat_cord, "piping", (0, -0.04, 0.383), OF_KHADI)]),
        Part("back-cushion", "Back cushion", "পিঠের গদি", back, "fabric", (0, *back_point(0.372, 0.078)), OF_KHADI,
             (0, 0.6, 0.8, 0.32, 1), [
                 Part("back-piping", "Back piping", "গদির মগজি", back_cord, "piping", (0, *back_point(0.372, 0.078)),
                      OF_KHADI)])])
    save(folder, root, variants)


def footstool(folder):
    geometry.reset()
    variants = wardrobe()
    x, y, legs, rails = 0.235, 0.185, [], []
    for sx in (-1, 1):
        for sy in (-1, 1):
            legs.append(geometry.stand(limb("Leg", [(sx * (x + 0.012), sy * (y + 0.012), 0.0), (sx * x, sy * y, 0.2),
                                                    (sx * (x - 0.004), sy * (y - 0.004), 0.318)],
                                            [(0.022, 0.022), (0.030, 0.030), (0.036, 0.037), (0.034, 0.034)], up=(0, 1, 0.2))))
        rails.append(limb("Side rail", [(sx * x, -y - 0.012, 0.268), (sx * x, 0, 0.262), (sx * x, y + 0.012, 0.268)],
                          [(0.023, 0.034), (0.022, 0.044), (0.023, 0.034)], power=3.2, steps=9, dome=0.003))
        rails.append(limb("Cross rail", [(-x, sx * y, 0.272), (0, sx * y, 0.266), (x, sx * y, 0.272)],
                          [(0.024, 0.036), (0.024, 0.044), (0.024, 0.036)], power=3.2, steps=9, dome=0.003))
    for k in range(4):
        at = -0.120 + k * 0.080
        rails.append(limb("Slat", [(-x, at, 0.286), (0, at, 0.282), (x, at, 0.286)], [(0.046, 0.012)] * 2, count=12, power=4,
                          steps=7, dome=0.002))
    place = Matrix.Translation((0, 0, 0.338))
    pad, cord = cushion("Pad", 0.520, 0.420, 0.080, 0.030, 7, place)
    root = Part("footstool", "Footstool", "পা রাখার টুল", children=[
        Part("legs", "Legs", "পায়া", geometry.join("Legs", legs), "wood", (0, 0, 0.15), OF_TEAK, (0, -1, 0, 0.0, 0)),
        Part("rails", "Rails and slats", "আড়কাঠ", geometry.join("Rails", rails), "wood", (0, 0, 0.27), OF_TEAK,
             (0, 1, 0, 0.14, 2)),
        Part("cushion", "Cushion", "গদি", pad, "fabric", (0, 0, 0.338), OF_KHADI, (0, 1, 0, 0.30, 1), [
            Part("piping", "Piping", "গদির মগজি", cord, "piping", (0, 0, 0.338), OF_KHADI)])])
    save(folder, root, variants)


def build(folder):
    lounge_chair(folder)
    footstool(folder)
