# SPDX-License-Identifier: GPL-3.0-or-later
"""Floor vases of one family, thrown and fluted: a tall one and a broad low one, glazed to a running line over bare clay."""
import math

import numpy as np

from lib import encode, extras, geometry, materials, parts
from lib.glb import Part, save
from lib.noise import blur, mix, normal_map, smoothstep, speckles, spectral, srgb
from lib.shade import shaded


class Form:
    def __init__(self, name, outside, inside, flutes, twist, dip, size):
        self.name, self.flutes, self.twist, self.dip = name, flutes, twist, dip
        foot = geometry.rounded([(0.0, 0.0120, 0), (size * 0.62, 0.0110, 0.003), (size * 0.66, 0.0, 0.0020),
                                 (size * 0.94, 0.0, 0.0030), (size, 0.0100, 0.004), (outside[0][0], outside[0][1], 0)], 3)
        outer = geometry.spline(outside, 92)
        lip = geometry.spline([outer[-2], outer[-1], (outer[-1] + np.array(inside[0])) / 2 + [0, 0.0055], inside[0]], 14)[3:]
        inner = geometry.spline(inside + [(0.0, inside[-1][1] - 0.002)], 34)
        self.profile = np.concatenate([foot[:-1], outer[:-1], lip[:-1], inner])
        self.length = geometry.arc_length(self.profile)[-1]
        self.foot_top = geometry.arc_length(foot)[-1]
        self.lip_at = self.foot_top + geometry.arc_length(outer)[-1] + 0.006
        self.outer, self.low, self.high = outer, outside[0][1], outside[-1][1]


TALL = Form("vase", [(0.0800, 0.0260), (0.1010, 0.0900), (0.1290, 0.2200), (0.1480, 0.3600), (0.1400, 0.4700), (0.1020, 0.5480),
                     (0.0660, 0.5860), (0.0540, 0.6120), (0.0600, 0.6400), (0.0735, 0.6560)],
            [(0.0670, 0.6570), (0.0520, 0.6400), (0.0460, 0.6120), (0.0600, 0.5800), (0.1200, 0.4900), (0.1380, 0.3600),
             (0.1180, 0.2200), (0.0860, 0.0600), (0.0500, 0.0220)], 26, 0.85, 0.150, 0.0780)
LOW = Form("vase-low", [(0.0980, 0.0240), (0.1380, 0.0620), (0.1720, 0.1300), (0.1780, 0.1900), (0.1520, 0.2420),
                        (0.1080, 0.2680), (0.0920, 0.2800), (0.0950, 0.2960), (0.1060, 0.3060)],
           [(0.0985, 0.3065), (0.0870, 0.2960), (0.0840, 0.2800), (0.1000, 0.2620), (0.1560, 0.2200), (0.1680, 0.1700),
            (0.1560, 0.1150), (0.1000, 0.0360), (0.0500, 0.0220)], 34, -0.55, 0.085, 0.0940)


def body(form):
    """Flutes cut with a loop tool: they turn slowly, begin above the foot and run out below the neck."""
    low, high = form.low + 0.018, form.high - 0.100 * (form.high / 0.656) - 0.035

    def cut(angle, height):
        held = smoothstep(low, low + 0.05, height) * (1 - smoothstep(high - 0.10 * form.high, high, height))
        turn = form.twist * height / form.high * 1.6
        flute = np.abs(np.sin((angle + turn) * form.flutes / 2)) ** 0.7
        wide = np.interp(height, form.outer[:, 1], form.outer[:, 0])
        hand = 1 + 0.0022 * np.sin(2 * angle + 0.7 + height * 7) + 0.0010 * np.sin(3 * angle + height * 23)
        return hand * (1 - (1 - flute) * 0.0050 / wide * held)

    s = geometry.arc_length(form.profile)
    outside = form.profile.copy()
    count = form.flutes * (6 if form.flutes < 30 else 5)
    inner = np.argmax(s > form.lip_at)

    def only_outside(angle, height):
        return cut(angle, height) * OUT[:, None] + (1 - OUT[:, None])

    OUT = (np.arange(len(s)) < inner).astype(float)
    obj = geometry.lathe("Vase", outside, count, u=(0, 1), v=s / s[-1], wobble=only_outside)
    return sections(form, geometry.apply(geometry.finish(obj, 60, weighted=False)), s, inner, cut)


def sections(form, whole, s, inner, wobble):
    """Foot, belly and neck, as a floor vase is thrown: apart, and luted together before it is cut. Each is closed where it is
    joined, outside the flutes."""
    profile, cuts = form.profile, []
    for z in (form.low + 0.012, form.high - (form.high - form.outer[form.outer[:, 0].argmax(), 1]) * 0.42):
        a = int(np.abs(profile[:inner, 1] - z)[2:].argmin()) + 2
        cuts.append((a, inner + int(np.abs(profile[inner:, 1] - profile[a, 1]).argmin())))
    (foot, foot_in), (neck, neck_in) = cuts
    count = form.flutes * (6 if form.flutes < 30 else 5)

    def joint(out, back):
        ends = [profile[out], profile[back]]
        obj = geometry.lathe("Joint", ends, count, u=(0, 0), v=(0.02, 0.02), wobble=lambda angle, height: np.stack([wobble(angle, height)[0], np.ones(angle.shape[1])]))
        return geometry.finish(obj, 40, weighted=False)

    def flipped(obj):
        obj.data.flip_normals()
        return obj

    out = []
    for name, bands, joints in (("Foot", [(0, s[foot]), (s[foot_in], s[-1])], [joint(foot, foot_in)]),
                                ("Belly", [(s[foot], s[neck]), (s[neck_in], s[foot_in])], [flipped(joint(foot, foot_in)), joint(neck, neck_in)]),
                                ("Neck", [(s[neck], s[neck_in])], [flipped(joint(neck, neck_in))])):
        bands = [(low / s[-1], high / s[-1]) for low, high in bands]
        out.append(shaded(geometry.join(name, [parts.taken(whole, name, bands)] + joints)))
    return out


def maps(form, rows, columns):
    v = 1 - (np.arange(rows) + 0.5) / rows
    s = np.repeat((v * form.length)[:, None], columns, 1)
    shape = (rows, columns)
    run = spectral((1, columns), 31, 1.3, 2, 40)[0]
    drip = np.maximum(spectral((1, columns), 32, 0.9, 6, 60)[0] - 0.6, 0)
    line = form.foot_top + form.dip + 0.010 * run[None, :] - 0.022 * drip[None, :]  # the glaze ran here and stopped
    return dict(s=s, glazed=smoothstep(-0.0012, 0.0012, s - line), roll=np.exp(-((s - line - 0.004) / 0.0035) ** 2),
                lip=np.exp(-((s - form.lip_at) / 0.010) ** 2), cloud=spectral(shape, 33, 1.7, 2, 40),
                fall=spectral(shape, 34, 1.3, 4, 200, stretch=(0.25, 1.0)), grain=spectral(shape, 35, 0.5, 40, 500),
                iron=speckles(shape, 36, 700, rows / 1024 * 1.5, 0.5))


def paint(name, m, base, deep, thin, clay, dark, iron=0.8):
    tone = np.clip(0.5 + 0.16 * m["cloud"] + 0.10 * m["fall"] + 0.7 * m["roll"], 0, 1)
    colour = mix(srgb(base), srgb(deep), smoothstep(0.25, 1.1, tone))
    colour = mix(colour, srgb(thin), np.clip(m["lip"] * 1.1, 0, 1) * 0.9)
    colour = mix(colour, srgb(dark), m["iron"] * 0.75 * iron)
    bare = mix(srgb(clay), srgb(dark), np.clip(0.28 + 0.13 * m["cloud"] + 0.10 * m["grain"], 0, 1) * 0.6)
    return encode.jpeg(name, mix(bare, colour, m["glazed"]) + 0.006 * m["grain"][..., None], 84)


def build(folder):
    for form, en, bn, price in ((TALL, "Fluted floor vase", "খাঁজকাটা মেঝের ফুলদানি", 1250000),
                                (LOW, "Broad fluted vase", "চওড়া খাঁজকাটা ফুলদানি", 920000)):
        geometry.reset()
        m, small = maps(form, 1024, 1024), maps(form, 512, 512)
        clay, coat = 1 - small["glazed"], small["glazed"]
        rough = (clay * (0.88 + 0.03 * small["grain"])
                 + coat * (0.34 + 0.05 * small["cloud"] + 0.2 * small["lip"] + 0.15 * small["iron"]))
        orm = encode.orm("Glaze and clay", 1.0, np.clip(rough, 0.05, 1), 0.0)
        height = coat * (1.4 + 0.7 * small["roll"] + 0.12 * small["cloud"]) + clay * 0.18 * small["grain"]
        relief = encode.jpeg("Glaze relief", normal_map(blur(height, 0.7), 0.5), 88)
        variants = []
        for name, bengali, look in (("Celadon", "সেলাডন", dict(base="#A9C4AE", deep="#6F9A86", thin="#CFC09A", clay="#B98A63",
                                                               dark="#4C4234", iron=0.5)),
                                    ("Oat", "জই", dict(base="#E1D6BF", deep="#C2AE88", thin="#B0794C", clay="#A8744E",
                                                       dark="#5A3A24")),
                                    ("Indigo", "নীল", dict(base="#3C4C69", deep="#1D2A42", thin="#93623F", clay="#A9795A",
                                                           dark="#141C2E", iron=0.6)),
                                    ("Tenmoku", "তেনমোকু", dict(base="#4A2C1E", deep="#1C1210", thin="#B5682F", clay="#8E6A52",
                                                                dark="#120C0A", iron=0.4))):
            glazed = materials.pbr(f"{name} glaze", base=paint(f"{name} glaze", m, **look), orm=orm, normal=relief,
                                   roughness=1.0, extensions=materials.clearcoat(0.4, 0.10))
            variants.append({"name": name, "bn": bengali, "materials": {"glaze": glazed}})
        stoneware = ("Stoneware, fluted by hand", "হাতে খাঁজকাটা স্টোনওয়্যার")
        ring, belly, throat = body(form)
        foot = Part("foot", "Foot", "পায়া", ring, "glaze", made_of=("Stoneware, left bare", "প্রলেপহীন স্টোনওয়্যার"), explode=(0, 1, 0, 0.0, 0))
        vase = Part("body", "Belly", "পেট", belly, "glaze", made_of=stoneware, explode=(0, 1, 0, 0.05, 2))
        neck = Part("neck", "Neck and lip", "গলা ও কানা", throat, "glaze", made_of=stoneware, explode=(0, 1, 0, 0.13, 1))
        k = int(len(form.outer) * 0.5)
        root = Part(form.name, en, bn, children=[foot, vase, neck], price=price, hotspots=[
            extras.hotspot((-form.outer[k, 0] * 0.5, -form.outer[k, 0] * 0.87, form.outer[k, 1]), (-0.5, -0.87, 0.1),
                           ("Flutes", "Cut by hand while the clay was damp"), ("খাঁজ", "মাটি নরম থাকতে হাতে কাটা"), vase),
            extras.hotspot((0.03, -form.outer[6, 0], form.outer[6, 1]), (0.3, -1, 0),
                           ("Bare clay", "Where the glaze ran, and stopped"), ("খালি মাটি", "প্রলেপ গড়িয়ে যেখানে থেমেছে"),
                           vase),
            extras.hotspot((0, -form.outer[-1, 0], form.outer[-1, 1]), (0, -1, 0.4),
                           ("Lip", "Here the glaze thins, and the clay warms its colour"), ("কানা", "প্রলেপ এখানে পাতলা, মাটির রং ফোটে"), neck)])
        save(folder, root, variants)
