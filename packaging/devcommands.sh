# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./dev: what its commands do once the packages are there.

preset=${VITRINE_PRESET:-release}
build=${VITRINE_BUILD:-build/$preset}
jobs=${VITRINE_JOBS:-$(nproc)}

export CCACHE_DIR=${CCACHE_DIR:-${VITRINE_CACHE:-$HOME/.cache/vitrine}/ccache}
export CCACHE_BASEDIR=$checkout CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

configure() {
  # CMake runs again by itself when its files change; only a first time, or a failed one, needs this.
  if [[ ! -e $build/build.ninja ]]; then
    cmake --preset "$preset" -B "$build" >"$build.configure.log" 2>&1 ||
      { tail -n 30 "$build.configure.log" >&2; fail "configuring failed; see $build.configure.log"; }
  fi
}

command_build() {
  mkdir -p "$build"
  configure
  cmake --build "$build" -j "$jobs" ${1:+--target "$@"}
}

command_test() {
  command_build
  local chosen=()
  if [[ -n ${1:-} ]]; then
    # A label if there is one of that name, otherwise a part of the tests' names.
    if ctest --test-dir "$build" --print-labels | grep -x "  $1" >/dev/null; then chosen=(-L "^$1\$"); else chosen=(-R "$1"); fi
  fi
  with_display ctest --test-dir "$build" --output-on-failure --no-tests=error "${chosen[@]}"
}

command_run() {
  command_build
  if [[ ${1:-} == --tour ]]; then shift; run_tour "$@"
  elif [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then echo "dev: no display here, so taking the guided tour"; run_tour "$@"
  else exec "$build/bin/vitrine" --demo "$@"; fi
}

run_tour() { exec "$build/bin/vitrine-tour" --output build/tour "$@"; }

command_bench() { command_build; with_display python3 tests/bench/bench.py --build "$build" "$@"; }
command_fuzz() {
  local entry=${1:-} seconds=${2:-60} program name
  preset=fuzz build=build/fuzz
  command_build vitrine_fuzz
  "$build/bin/vitrine-fuzz-seeds" "$build/seeds"
  for program in "$build"/bin/fuzz_"${entry:-*}"; do
    name=${program##*/fuzz_}
    [[ -x $program ]] || fail "no fuzzer '$name'; there are: $(cd "$build/bin" && echo fuzz_* | sed 's/fuzz_//g')"
    mkdir -p "$build/corpus/$name" "$build/seeds/$name" "tests/fuzz/corpus/$name"
    if [[ $seconds == keep ]]; then
      echo "dev: keeping what $name needs of its corpus"
      rm -rf "$build/kept" && mkdir "$build/kept"
      "$program" -merge=1 -timeout=20 -rss_limit_mb=4096 -max_len=4096 -verbosity=0 \
        "$build/kept" "tests/fuzz/corpus/$name" "$build/seeds/$name" "$build/corpus/$name"
      rm -rf "tests/fuzz/corpus/$name" && mv "$build/kept" "tests/fuzz/corpus/$name"
      continue
    fi
    echo "dev: fuzzing $name for $seconds s"
    # A model may take as much memory as an import's sandbox would give it, and the sanitizer's share of that.
    "$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 -verbosity=0 \
      -artifact_prefix="$build/$name-" "$build/corpus/$name" "$build/seeds/$name" "tests/fuzz/corpus/$name"
  done
}

command_lint() { command_build; exec packaging/lint.sh "$@" "$build"; }
command_format() { exec packaging/lint.sh --fix "$build"; }

command_models() {
  # The sheet sets pictures of the shop's own beside those of the ray tracer.
  if [[ ${1:-} == --sheet ]]; then command_build vitrine vitrine-bake vitrine-studio vitrine_studios; fi
  VITRINE_BUILD=$build exec python3 assets/models/build.py "$@"
}

command_shell() { export PATH=$checkout/$build/bin:$PATH; exec bash "$@"; }

command_exec() {
  [[ $# -gt 0 ]] || fail "exec needs a program"
  [[ -x $build/bin/$1 ]] || command_build
  export PATH=$checkout/$build/bin:$PATH
  with_display "$@"
}

# Runs a command under a private X server where the machine has no display.
with_display() {
  if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then "$@"
  else xvfb-run -a -s '-screen 0 1920x1080x24 -nolisten tcp' "$@"; fi
}
