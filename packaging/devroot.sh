# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./dev: makes sure that the packages are there, on the host or in a private root, and enters it.
# Nothing on an older host changes but two small tools: debootstrap and bubblewrap.

suite=trixie
qt_floor=6.8
cache=${VITRINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/vitrine}
root=  # the private root's folder; empty where the host itself is used

fail() { echo "dev: $*" >&2; exit 1; }

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "installing packages needs root, and there is no sudo here"; fi
}

# The packages of the named groups of packages.txt, one a line.
package_list() {
  awk -v groups=" $1 " '/^\[/ { g = substr($0, 2, length($0) - 2); next }
                        /^[^#]/ && index(groups, " " g " ") { print $1 }' packaging/packages.txt
}

# Runs a command with its output in a log; on failure names what failed and exits.
logged() {
  local what=$1 log=$2
  shift 2
  if ! "$@" >>"$log" 2>&1 </dev/null; then
    grep -E '^(E:|Err:|W: Failure|dpkg: error)|[Cc]ould ?n.t|Failed to fetch' "$log" | tail -n 8 >&2 || true
    fail "$what failed; the whole output is in $log"
  fi
}

apt_install() {  # apt_install LOG RUNNER… -- PACKAGE…
  local log=$1 runner=()
  shift
  while [[ $1 != -- ]]; do runner+=("$1"); shift; done
  shift
  logged "installing packages" "$log" "${runner[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "$@"
}

host_has_qt() {
  local have
  command -v apt-get >/dev/null || return 1
  have=$(apt-cache policy qt6-quick3d-dev 2>/dev/null | awk '/Candidate:/ { print $2 }')
  [[ -n $have && $have != "(none)" ]] && dpkg --compare-versions "$have" ge "$qt_floor"
}

refresh_package_lists() {
  local log=$1
  compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null && return
  logged "reading the package lists" "$log" as_root apt-get -o Acquire::Retries=3 update
}

missing_packages() {
  comm -23 <(sort -u) <(dpkg-query -W -f '${Package} ${Status}\n' 2>/dev/null |
    awk '$4 == "installed" { print $1 }' | sort -u)
}

# prepare_environment GROUPS: afterwards `inside` works. Safe to interrupt and to run twice at once.
prepare_environment() {
  local groups=$1 packages hash
  command -v apt-get >/dev/null ||
    fail "this is not a Debian or Ubuntu host; packaging/README.md lists what to install here"
  mkdir -p "$cache"
  packages=$(package_list "$groups")
  hash=$(printf '%s\n' "$suite" "$packages" | sha256sum | cut -c1-12)
  if [[ -e $cache/root-$hash/.ready ]]; then root=$cache/root-$hash; return; fi
  if [[ -e $cache/host-$hash ]] && host_has_qt; then return; fi

  exec 9>"$cache/setup.lock"
  if ! flock -n 9; then echo "dev: another set-up is at work; waiting for it"; flock 9; fi
  local log=$cache/setup-$hash.log
  refresh_package_lists "$log"
  if host_has_qt; then prepare_host "$packages" "$log"; : >"$cache/host-$hash"
  else root=$cache/root-$hash; prepare_root "$packages" "$log"; fi
  exec 9>&-
}

prepare_host() {
  local missing
  missing=$(missing_packages <<<"$1")
  [[ -z $missing ]] && return
  echo "dev: installing $(wc -w <<<"$missing") packages"
  # shellcheck disable=SC2086
  apt_install "$2" as_root -- $missing
}

# A root is built under another name and renamed when it is whole, so that a half-made one is never used.
prepare_root() {
  local packages=$1 log=$2 partial=$root.partial tools
  [[ -e $root/.ready ]] && return
  tools=$(printf 'bubblewrap\ndebootstrap\n' | missing_packages)
  # shellcheck disable=SC2086
  if [[ -n $tools ]]; then echo "dev: installing $(xargs <<<"$tools")"; apt_install "$log" as_root -- $tools; fi
  if [[ ! -e $partial/.bootstrapped ]]; then
    echo "dev: this host has no Qt $qt_floor; making a private Debian 13 root in $root (about 3 minutes)"
    as_root rm -rf "$partial"
    logged "debootstrap" "$log" as_root debootstrap --variant=minbase "$suite" "$partial"
    as_root touch "$partial/.bootstrapped"
  else
    echo "dev: resuming the interrupted set-up of $root"
  fi
  logged "reading the package lists" "$log" as_root_inside "$partial" apt-get -o Acquire::Retries=3 update
  logged "repairing an interrupted install" "$log" as_root_inside "$partial" dpkg --configure -a
  echo "dev: installing $(wc -w <<<"$packages") packages and what they need"
  # shellcheck disable=SC2086
  apt_install "$log" as_root_inside "$partial" -- $packages
  as_root_inside "$partial" apt-get clean
  # Places for what `inside` binds there: who is not root can't make them.
  as_root_inside "$partial" touch /etc/hosts /etc/passwd /etc/group /etc/machine-id
  as_root touch "$partial/.ready"
  as_root mv "$partial" "$root"
}

as_root_inside() {
  local into=$1
  shift
  as_root bwrap --bind "$into" / --dev /dev --proc /proc --tmpfs /tmp \
    --ro-bind /etc/resolv.conf /etc/resolv.conf --die-with-parent \
    --clearenv --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv LC_ALL C.UTF-8 "$@"
}

# inside COMMAND …: runs one of devcommands.sh where the packages are.
inside() {
  if [[ -z $root || -n ${VITRINE_INSIDE:-} ]]; then VITRINE_CACHE=$cache exec ./dev inside "$@"; fi
  # Only what the packages brought is bound, around it all is new: the root is owned by root, and a user could make no
  # place in it for a checkout or a home.
  local binds=(--tmpfs / --perms 0755 --dir /var --perms 1777 --dir /var/tmp --perms 0755 --dir /run) path
  for path in usr etc bin sbin lib lib32 lib64 var/lib var/cache; do
    if [[ -L $root/$path ]]; then binds+=(--symlink "$(readlink "$root/$path")" "/$path")
    elif [[ -d $root/$path ]]; then binds+=(--bind "$root/$path" "/$path"); fi
  done
  binds+=(--dev-bind /dev /dev --proc /proc --bind /tmp /tmp)
  # The checkout, what lies beside it, the caches, the session's sockets and the graphics device pass through.
  for path in "$HOME" "$(dirname "$checkout")" "$cache" "${XDG_RUNTIME_DIR:-}"; do
    if [[ -n $path && -d $path ]]; then binds+=(--bind "$path" "$path"); fi
  done
  # The certificates too: behind a proxy that signs anew, only the host knows whom to trust.
  for path in /sys /etc/resolv.conf /etc/hosts /etc/passwd /etc/group /etc/machine-id \
              /etc/ssl/certs/ca-certificates.crt; do
    if [[ -e $path ]]; then binds+=(--ro-bind "$path" "$path"); fi
  done
  exec bwrap "${binds[@]}" --die-with-parent --chdir "$checkout" \
    --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin --setenv VITRINE_CACHE "$cache" \
    --setenv LC_ALL C.UTF-8 --unsetenv LD_LIBRARY_PATH --unsetenv PYTHONHOME ./dev inside "$@"
}
