#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lint.sh [--quick] BUILD: formatting, clang-tidy (not with --quick) and qmllint over the built tree.
# lint.sh --fix BUILD: reformats.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fix= quick=
if [[ $1 == --fix ]]; then fix=1; shift; fi
if [[ $1 == --quick ]]; then quick=1; shift; fi
build=$1
mapfile -t sources < <(git ls-files --cached --others --exclude-standard '*.cpp' '*.h' | while read -r f; do [[ -e $f ]] && echo "$f"; done)

if [[ -n $fix ]]; then
  clang-format -i "${sources[@]}"
  echo "lint: ${#sources[@]} files formatted"
  exit
fi

failed=
echo "lint: clang-format over ${#sources[@]} files"
clang-format --dry-run -Werror "${sources[@]}" || failed="$failed clang-format"

if [[ -z $quick ]]; then
  echo "lint: clang-tidy"
  # Not the tests: Catch2's macros expand to what these checks complain of.
  mapfile -t checked < <(printf '%s\n' "${sources[@]}" | grep -E '^(core|platform|render|qml|app)/.*\.cpp$')
  python3 packaging/tidy.py "$build" "${checked[@]}" || failed="$failed clang-tidy"
fi

echo "lint: qmllint"
# grep reads to the end: with -q it would end the pipe early, which pipefail counts as a failure.
if cmake --build "$build" --target help | grep '^all_qmllint:' >/dev/null; then
  cmake --build "$build" --target all_qmllint >"$build/qmllint.log" 2>&1 || { cat "$build/qmllint.log"; failed="$failed qmllint"; }
  if grep -E '^(Warning|Error):' "$build/qmllint.log"; then failed="$failed qmllint"; fi
fi

if [[ -n $failed ]]; then echo "lint: failed:$failed" >&2; exit 1; fi
echo "lint: clean"
