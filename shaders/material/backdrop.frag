// SPDX-License-Identifier: GPL-3.0-or-later

// What stands behind the product, for glass to show: light without cover, which composite.frag takes out again.
VARYING vec2 at;

void MAIN()
{
    FRAGCOLOR = vec4(texture(picture, at).rgb, 0.0);
}
