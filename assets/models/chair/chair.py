# SPDX-License-Identifier: GPL-3.0-or-later
"""A lounge chair: a turned and shaped teak frame, two loose cushions in hand-woven khadi with piped seams."""
import math

import numpy as np
from mathutils import Matrix, Vector

from lib import extras, geometry, materials, surfaces
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
    """One side of the chair: two legs joined by a rail, and the arm that lies on them."""
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
    return geometry.join("Right side", [front, rear, rail]), arm


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


def wardrobe(dyed):
    """The three cloths over the same oiled teak, as variants; a dyed one costs `dyed` paisa more."""
    wood_base, wood_orm, wood_normal, wood_repeat = surfaces.wood("Teak", "#A87D52", "#6C4930", "#3A2618", seed=3)
    teak = materials.pbr("Oiled teak", base=wood_base, orm=wood_orm, normal=wood_normal, repeat=wood_repeat, normal_scale=0.7,
                         roughness=1.0)
    names, bengali = ["Oat khadi", "Indigo khadi", "Madder khadi"], ["যবের রং", "নীল", "মঞ্জিষ্ঠা লাল"]
    pairs = [("#DDD2BC", "#CFC2A8", "#8E8068"), ("#343F54", "#4A5770", "#161B27"), ("#823C2F", "#95503F", "#3A1811")]
    cords = ["#BFAF92", "#262F42", "#6A2A1E"]
    sheens = ["#4A4438", "#2C3852", "#5A2A1E"]
    bases, weave, weave_repeat = surfaces.cloth(names, pairs)
    variants = []
    for name, bn, base, cord, sheen, price in zip(names, bengali, bases, cords, sheens, (0, dyed, dyed)):
        fabric = materials.pbr(name, base=base, normal=weave, repeat=weave_repeat, roughness=0.92, normal_scale=0.8,
                               extensions=materials.sheen(sheen, 0.55))
        piping = materials.pbr(f"{name} piping", cord, roughness=0.85, extensions=materials.sheen(sheen, 0.6))
        variants.append({"name": name.split()[0], "bn": bn, "price": price,
                         "materials": {"wood": teak, "fabric": fabric, "piping": piping}})
    return variants


OF_TEAK, OF_KHADI = ("Solid teak, oiled", "তেল-মাজা নিরেট সেগুন কাঠ"), ("Hand-woven khadi cotton", "হাতে বোনা খাদি সুতি")
STAYS = (0, 0, 0, 0.0, 0)


def lounge_chair(folder):
    geometry.reset()
    variants = wardrobe(140000)
    seat, seat_cord = cushion("Seat", 0.568, 0.592, 0.094, 0.038, 2, seat_place())
    back, back_cord = cushion("Back", 0.556, 0.455, 0.078, 0.046, 5, back_place())
    right, right_arm = side_frame(SIDE)
    left, left_arm = geometry.mirrored(right, "Left side"), geometry.mirrored(right_arm, "Left arm")
    spindles, rest = geometry.join("Back frame", back_frame()), (0, *back_point(0.372, 0.078))
    arm, side, bars, sitting, leaning = (
        Part("arm-left", "Left arm", "বাঁ হাতল", left_arm, "wood", (-SIDE, 0, 0.55), OF_TEAK, (0, 1, 0, 0.14, 4)),
        Part("side-left", "Left legs and rail", "বাঁ দিকের পায়া ও আড়কাঠ", left, "wood", (-SIDE, 0, 0.3), OF_TEAK,
             (-1, 0, 0, 0.22, 3)),
        Part("back-frame", "Spindle back", "পিঠের কাঠামো", spindles, "wood", (0, 0.245, 0.262), OF_TEAK,
             (0, 0.25, -0.97, 0.25, 2)),
        Part("seat-cushion", "Seat cushion", "বসার গদি", seat, "fabric", (0, -0.04, 0.383), OF_KHADI, (0, 1, 0, 0.30, 1), [
            Part("seat-piping", "Seat piping", "গদির মগজি", seat_cord, "piping", (0, -0.04, 0.383), OF_KHADI, STAYS)],
             price=560000),
        Part("back-cushion", "Back cushion", "পিঠের গদি", back, "fabric", rest, OF_KHADI, (0, 0.94, 0.34, 0.44, 1), [
            Part("back-piping", "Back piping", "গদির মগজি", back_cord, "piping", rest, OF_KHADI, STAYS)], price=440000))
    side.children.append(arm)
    root = Part("chair", "Lounge chair", "আরাম কেদারা", price=3850000, children=[
        Part("frame", "Frame", "কাঠামো", made_of=OF_TEAK, explode=STAYS, children=[
            Part("side-right", "Right legs and rail", "ডান দিকের পায়া ও আড়কাঠ", right, "wood", (SIDE, 0, 0.3), OF_TEAK,
                 (1, 0, 0, 0.22, 3), [
                     Part("arm-right", "Right arm", "ডান হাতল", right_arm, "wood", (SIDE, 0, 0.55), OF_TEAK,
                          (0, 1, 0, 0.14, 4))]),
            side, Part("seat-rails", "Seat rails and slats", "আসনের আড়কাঠ", geometry.join("Rails", cross_rails()), "wood",
                       (0, 0, 0.3), OF_TEAK, STAYS), bars]), sitting, leaning], hotspots=[
        extras.hotspot(*extras.touching(left_arm, (-0.31, -0.24, 0.62)),
                       ("Paddle arms", "Broad where the hand rests, so a cup finds room too"),
                       ("বৈঠার মতো হাতল", "হাত রাখার জায়গাটা চওড়া, চায়ের কাপও ধরে"), arm),
        extras.hotspot(*extras.touching(back, back_place() @ Vector((-0.12, 0.05, 0.12))),
                       ("Hand-woven khadi", "Light and dark yarn side by side, so the colour never looks flat"),
                       ("হাতে বোনা খাদি", "হালকা আর গাঢ় সুতা পাশাপাশি, রং তাই জীবন্ত"), leaning),
        extras.hotspot(*extras.touching(seat_cord, seat_place() @ Vector((0.14, -0.32, 0.06))),
                       ("Piped seams", "A cord along every edge; the cover comes off for washing"),
                       ("মগজি দেওয়া জোড়", "প্রতিটি ধারে মগজি; ওয়াড় খুলে ধোয়া যায়"), sitting),
        extras.hotspot(*extras.touching(left, (-0.34, -0.38, 0.24)),
                       ("Shaped legs", "Thickest where the rails enter, slender at the floor"),
                       ("চেঁছে গড়া পায়া", "আড়কাঠ যেখানে ঢোকে সেখানে মোটা, মেঝের কাছে সরু"), side),
        extras.hotspot(*extras.touching(spindles, (0, *back_point(0.31, -0.06))),
                       ("Seven spindles", "Turned one by one and bowed to follow the back"),
                       ("সাতটি শলা", "একটি একটি করে কুঁদে তোলা, পিঠের সঙ্গে মিলিয়ে বাঁকানো"), bars)])
    save(folder, root, variants)


def footstool(folder):
    geometry.reset()
    variants = wardrobe(70000)
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
    pad, cord = cushion("Pad", 0.520, 0.420, 0.080, 0.038, 7, place)
    legs, rails = geometry.join("Legs", legs), geometry.join("Rails", rails)
    feet, bars, soft = (
        Part("legs", "Legs", "পায়া", legs, "wood", (0, 0, 0.15), OF_TEAK, (0, -1, 0, 0.0, 0)),
        Part("rails", "Rails and slats", "আড়কাঠ ও পাটি", rails, "wood", (0, 0, 0.27), OF_TEAK, (0, 1, 0, 0.14, 2)),
        Part("cushion", "Cushion", "গদি", pad, "fabric", (0, 0, 0.338), OF_KHADI, (0, 1, 0, 0.30, 1), [
            Part("piping", "Piping", "গদির মগজি", cord, "piping", (0, 0, 0.338), OF_KHADI, STAYS)], price=360000))
    root = Part("footstool", "Footstool", "পা রাখার টুল", price=1490000, children=[feet, bars, soft], hotspots=[
        extras.hotspot(*extras.touching(pad, (-0.10, -0.05, 0.50)),
                       ("Loose cushion", "It only rests on the slats: lift it off and shake it out"),
                       ("আলগা গদি", "পাটির ওপর শুধু বসানো; তুলে ঝেড়ে নেওয়া যায়"), soft),
        extras.hotspot(*extras.touching(cord, place @ Vector((0.12, -0.225, 0.055))),
                       ("Piped edge", "The lounge chair's own khadi, so the two belong together"),
                       ("মগজি দেওয়া ধার", "আরাম কেদারার খাদিতেই মোড়া, পাশাপাশি মানায়"), soft),
        extras.hotspot(*extras.touching(legs, (-0.27, -0.23, 0.15)),
                       ("Tapered legs", "Splayed a little, so it stands firm when someone sits"),
                       ("সরু হয়ে নামা পায়া", "নিচে একটু ছড়ানো, কেউ বসলেও টলে না"), feet),
        extras.hotspot(*extras.touching(rails, (0.05, -0.24, 0.266)),
                       ("Rails of teak", "Oiled rather than lacquered: a scratch rubs out"),
                       ("সেগুনের আড়কাঠ", "বার্নিশ নয়, তেলে মাজা; আঁচড় ঘষলেই মিলিয়ে যায়"), bars)])
    save(folder, root, variants)


def build(folder):
    lounge_chair(folder)
    footstool(folder)
