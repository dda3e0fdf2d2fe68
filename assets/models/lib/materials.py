# SPDX-License-Identifier: GPL-3.0-or-later
"""The glTF materials that products share. Colours are '#RRGGBB' as an eye sees them."""
import math

from .glb import Material
from .noise import linear


def pbr(name, colour="#FFFFFF", roughness=0.5, metallic=0.0, base=None, orm=None, normal=None, normal_scale=1.0,
        repeat=None, extensions=None, occlusion=False):
    """Metallic-roughness. `base`, `orm`, `normal` are textures; `repeat` (u, v) how often they lie in a metre."""

    def info(texture, **more):
        out = {"index": texture, **more}
        if repeat:
            out["extensions"] = {"KHR_texture_transform": {"scale": list(repeat)}}
        return out

    surface = {"baseColorFactor": linear(colour) + [1.0], "metallicFactor": metallic, "roughnessFactor": roughness}
    body = {"pbrMetallicRoughness": surface}
    if base:
        surface["baseColorTexture"] = info(base)
    if orm:
        surface["metallicRoughnessTexture"] = info(orm)
        if occlusion:
            body["occlusionTexture"] = info(orm)
    if normal:
        body["normalTexture"] = info(normal, scale=normal_scale)
    if extensions:
        body["extensions"] = extensions
    return Material(name, body)


def clearcoat(amount=1.0, roughness=0.08):
    return {"KHR_materials_clearcoat": {"clearcoatFactor": amount, "clearcoatRoughnessFactor": roughness}}


def sheen(colour, roughness=0.6):
    return {"KHR_materials_sheen": {"sheenColorFactor": linear(colour), "sheenRoughnessFactor": roughness}}


def anisotropy(strength=0.6, rotation=math.pi / 2):
    """Brushed along u, so rougher across it: that is where the light spreads to."""
    return {"KHR_materials_anisotropy": {"anisotropyStrength": strength, "anisotropyRotation": rotation}}


def glass(name, tint="#FFFFFF", ior=1.5, thickness=0.0, depth=0.01, roughness=0.0, extensions=None):
    """Clear stuff: transmission, index of refraction, and with a `thickness` (metres) a volume that turns white light to
    `tint` after `depth` metres."""
    more = {"KHR_materials_transmission": {"transmissionFactor": 1.0}, "KHR_materials_ior": {"ior": ior}}
    if thickness:
        more["KHR_materials_volume"] = {"thicknessFactor": thickness, "attenuationDistance": depth,
                                        "attenuationColor": linear(tint)}
    return pbr(name, "#FFFFFF" if thickness else tint, roughness, extensions={**more, **(extensions or {})})


def glowing(name, colour, strength=1.0, ground="#000000", base=None, emissive=None, roughness=0.4, extensions=None):
    """A light or a screen: `strength` 1 is white paper in the shop; `emissive` is a texture."""
    out = pbr(name, ground, roughness, base=base, extensions=dict(extensions or {}))
    out.body["emissiveFactor"] = linear(colour)
    if emissive is not None:
        out.body["emissiveTexture"] = {"index": emissive}
    if strength != 1.0:
        out.body.setdefault("extensions", {})["KHR_materials_emissive_strength"] = {"emissiveStrength": strength}
    if not out.body.get("extensions"):
        out.body.pop("extensions", None)
    return out
