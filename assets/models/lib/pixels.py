# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures as numbers."""
import bpy
import numpy as np


def read(path):
    """Rows from the top, columns, RGBA, as the file has them."""
    image = bpy.data.images.load(path)
    image.colorspace_settings.name = "Non-Color"
    columns, rows = image.size
    texels = np.empty(columns * rows * 4, np.float32)
    image.pixels.foreach_get(texels)
    bpy.data.images.remove(image)
    return texels.reshape(rows, columns, 4)[::-1]
