# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a rickshaw's parts stand, the two sheets they are painted on, and how its tubes are drawn."""
import numpy as np

from lib import geometry, shapes
from lib.atlas import Atlas

RADIUS, TRACK = 0.345, 0.455
REAR, FRONT, CRANK = np.array([0.62, 0, 0.345]), np.array([-0.88, 0, 0.345]), np.array([-0.27, 0, 0.29])
HEAD_LOW, HEAD_HIGH = np.array([-0.715, 0, 0.74]), np.array([-0.675, 0, 0.90])
PIVOT = np.array([0.64, 0, 1.00])
THETA = np.radians([46, 73, 100, 127, 150])
LONG, HALF, CORNER, ROOT = [0.815, 0.785, 0.745, 0.70, 0.655], [0.412, 0.408, 0.404, 0.400, 0.396], 0.15, 0.09

SHEET = Atlas(1.64, 1.64, {"side": (-0.81, 0.05, 0.07, 0.80), "back": (0.08, 0.06, 0.80, 0.80), "cushion": (-0.81, -0.50, -0.05, 0.02),
                           "front": (-0.04, -0.32, 0.72, 0.02), "floor": (-0.04, -0.50, 0.60, -0.34), "guard": (-0.81, -0.66, 0.81, -0.54),
                           "disc": (0.63, -0.51, 0.80, -0.34)})
SHEET.swatches(["frame", "body", "bamboo", "lining", "red", "gold", "green", "blue"], -0.81, -0.80, 0.12)
HOOD = Atlas(1.18, 1.18, {"side": (-0.585, -0.585, 0.585, 0.185), "top": (-0.585, 0.195, 0.585, 0.585)})
BOX = (0.13, 1.06, 0.382, 0.445, 1.175)  # front, back, half width, floor and eaves of the delivery box
OUTLINE = shapes.smooth([(0.20, 0.43, 0.02), (0.985, 0.43, 0.05), (1.035, 0.80, 0.3), (1.075, 1.13, 0.02), (1.02, 1.155, 0.03), (0.965, 1.035, 0.08), (0.80, 0.985, 0.10), (0.47, 0.985, 0.05),
                         (0.345, 1.01, 0.03), (0.315, 0.94, 0.04), (0.335, 0.86, 0.10), (0.28, 0.72, 0.10), (0.20, 0.62, 0.06)], 7)


def tube(points, radius, sides=10):
    return shapes.tube("Tube", points, shapes.circle(radius, sides), sharp=60)


def turned(profile, segments=24, name="Turned", sharp=35):
    return geometry.finish(geometry.lathe(name, profile, segments), sharp, weighted=False)


def upright(obj):
    """What was drawn lying on its back, set up facing the viewer of the profile."""
    return shapes.placed(obj, (0, 0, 0), [("X", 90)])
