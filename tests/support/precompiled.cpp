// SPDX-License-Identifier: GPL-3.0-or-later
// A source for the target whose compiled header the tests share.
