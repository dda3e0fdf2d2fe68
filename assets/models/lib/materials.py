# SPDX-License-Identifier: GPL-3.0-or-later
"""The glTF materials that products share. Colours are '#RRGGBB' as an eye sees them."""
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


def anisotropy(strength=0.6, rotation=0.0):
    return {"KHR_materials_anisotropy": {"anisotropyStrength": strength, "anisotropyRotation": rotation}}
