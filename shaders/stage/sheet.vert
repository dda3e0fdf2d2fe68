// SPDX-License-Identifier: GPL-3.0-or-later
VARYING vec2 at;

void MAIN()
{
    at = vec2(UV0.x, 1.0 - UV0.y); // a material of our own is not given what a Texture says of its place
    POSITION = MODELVIEWPROJECTION_MATRIX * vec4(VERTEX, 1.0);
}
