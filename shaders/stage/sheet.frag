// SPDX-License-Identifier: GPL-3.0-or-later
// A layer of light or shadow on the ground where glass stands on it: Quick 3D draws it with the glass, before it, so that it
// is seen through it, for it knows of the picture behind glass.
#define AMONG_GLASS SCREEN_MIP_TEXTURE

VARYING vec2 at;

void MAIN()
{
    FRAGCOLOR = vec4(tint.rgb, texture(picture, at).a * tint.a * strength);
}
