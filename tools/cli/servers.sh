# shellcheck shell=bash
# Real stores for tests and torture, sourced by the launcher, whose functions it uses.

# fetch_server PACKAGE PROGRAM: a real store as Debian has it, unpacked for the tests, not installed: nothing is
# started, and no right is needed. Without it its tests are skipped, and say why.
fetch_server() {
  local servers=$work/servers
  [[ ! -x $servers/usr/bin/$2 && ! -x /usr/bin/$2 ]] || return 0
  mkdir -p "$servers"
  if ! (cd "$servers" && apt-get download "$1" && dpkg-deb -x "$1"_*.deb .) >"$work/$1.log" 2>&1; then
    say "no $2 to be had from apt; log: $work/$1.log"
  fi
}
