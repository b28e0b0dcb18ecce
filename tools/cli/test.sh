# shellcheck shell=bash
# `./plimsoll test`, sourced by the launcher, whose functions it uses.
#
# Every unit test on the newest JDK; every target of the fuzzer for a short while; the tests of the whole line on the
# oldest JDK that is supported, when it is installed too, and beside them the pages in a browser, alone and of a running
# demonstration. With --every-jdk the unit tests run once more on the oldest JDK.
# The last line is the sum: "N passed, N failed, N skipped".

passed=0 failed=0 skipped=0
beside=() # processes that end with the run
readonly MODULES_AT_ONCE=2 # while another run goes on
readonly MODULES_ALONE=3 # tests wait for disks and processes, too
readonly BUILT=(-Dexec.skip=true -Dspotless.check.skip=true -Denforcer.skip=true) # and judged before
readonly FUZZ_SECONDS=2
readonly LONGEST_DEMO_START=120 # seconds
readonly LONGEST_BRIDGE_START=30 # seconds, of a busy machine: the bridge answers while the shore still starts

# add_junit PATTERN: adds the reports that match, and removes them, so that none counts twice.
add_junit() {
  local tests errors failures skips
  read -r tests errors failures skips < <(
    find "$root" -name node_modules -prune -o -path "$1" -name 'TEST-*.xml' -exec grep -ho '<testsuite [^>]*>' {} + |
      awk '
        function number(key) { return match($0, " " key "=\"[0-9]+\"") ? substr($0, RSTART + length(key) + 3) + 0 : 0 }
        { t += number("tests"); e += number("errors"); f += number("failures"); s += number("skipped") }
        END { print t + 0, e + 0, f + 0, s + 0 }'
  )
  find "$root" -name node_modules -prune -o -path "$1" -name 'TEST-*.xml' -exec rm -f {} +
  passed=$((passed + tests - errors - failures - skips))
  failed=$((failed + errors + failures))
  skipped=$((skipped + skips))
  say "  $tests tests, $((errors + failures)) failed, $skips skipped"
  ((tests > 0)) || failed=$((failed + 1)) # a run that ran nothing has shown nothing
}

# add_node LOG: adds the summary of node's test runner; 1 if there is none.
add_node() {
  local word number found=1
  while read -r word number; do
    case $word in
      pass) passed=$((passed + number)) found=0 ;;
      fail | cancelled) failed=$((failed + number)) ;;
      skipped | todo) skipped=$((skipped + number)) ;;
    esac
  done < <(sed -n 's/^\(#\|ℹ\) \(pass\|fail\|cancelled\|skipped\|todo\) \([0-9]*\)$/\2 \3/p' "$1")
  return "$found"
}

# maven_tests TITLE LOG ARGUMENT...: a Maven run in which failing tests do not end the run.
maven_tests() {
  run_maven "$@" -Dmaven.test.failure.ignore=true
}

# add_maven STATUS LOG PATTERN: what a Maven run with that exit status has said and reported.
add_maven() {
  (($1 == 0)) || failed=$((failed + 1))
  sed -n '/^\[ERROR\] \(Failures\|Errors\):/,/^\[ERROR\] Tests run/p' "$2" | head -n 100 >&2
  add_junit "$3"
}

# unit_tests: builds everything, and runs the unit tests of every module.
unit_tests() {
  local build status=0 log=$work/test.log
  exec 9>"$work/lock"
  flock 9
  find "$root" -name node_modules -prune -o -path '*/target/*-reports/*' -name 'TEST-*.xml' -exec rm -f {} +
  build=$work/build-$(date +%Y%m%d%H%M%S)-$$
  printf '%s\n' "$build" >"$work/started"
  maven_tests "build and unit tests on JDK $jdk_version" "$log" package -T "$MODULES_ALONE" || status=$?
  add_maven "$status" "$log" '*/target/surefire-reports/*'
  if [[ -f $(find "$root/tools/cli/target" -name 'cli-*.jar' -print -quit 2>/dev/null) ]]; then
    publish "$build"
    mv "$work/started" "$stamp"
  fi
  exec 9>&-
}

# start_line_tests, end_line_tests: the tests of the whole line, which mostly wait, beside what stands between the two.
# They run on the oldest JDK: what the unit tests have shown of the newest, the processes show of that one.
# Nothing of that compiles or builds the pages anew: a jar that changes would be built with all that depends on it.
start_line_tests() {
  exec 9>"$work/lock"
  flock 9
  maven_tests "tests of the whole line on JDK $line_version" "$work/test-line.log" verify -T "$MODULES_AT_ONCE" \
    "${line_flags[@]}" "${BUILT[@]}" -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
    2>"$work/test-line.said" &
  line_tests=$!
  beside+=("$line_tests")
}

end_line_tests() {
  local status=0
  wait "$line_tests" || status=$?
  exec 9>&-
  cat "$work/test-line.said" >&2
  add_maven "$status" "$work/test-line.log" '*/target/failsafe-reports/*'
}

# older_tests: the unit tests once more, on the oldest supported JDK.
older_tests() {
  local status=0 log=$work/test-$line_version.log
  maven_tests "unit tests on JDK $line_version" "$log" test -T "$MODULES_AT_ONCE" \
    "${line_flags[@]}" "${BUILT[@]}" || status=$?
  add_maven "$status" "$log" '*/target/surefire-reports/*'
}

# node_tests TITLE LOG COMMAND...: a run of node's test runner.
node_tests() {
  local title=$1 log=$2 started=$SECONDS status=0 before=$failed
  shift 2
  say "$title"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if ! add_node "$log"; then
    failed=$((failed + 1))
    say "$title did not run to its end; full log: $log"
  elif ((status != 0 && failed == before)); then
    failed=$((failed + 1)) # a file that cannot be loaded is in no count of node's
    say "$title ended with $status; full log: $log"
  fi
  ((status == 0)) || sed -n -e '/^ *not ok/,/^ *\.\.\.$/p' -e '/^✖ failing/,$p' "$log" | head -n 200 >&2
  say "$title: done in $((SECONDS - started)) s"
}

# choose_browser: the browser of every test, unless CHROMIUM names one: Debian's shell of Chromium, which draws the same
# with a third of the processor time, or else whatever there is.
choose_browser() {
  local shell=/usr/lib/chromium/chromium-headless-shell
  if [[ -z ${CHROMIUM:-} && ! -x $shell ]] && apt-cache show chromium-headless-shell >/dev/null 2>&1 &&
    { ((EUID == 0)) || sudo -n true 2>/dev/null; }; then
    (install chromium-headless-shell) || say "the tests take the whole Chromium, which is slower"
  fi
  [[ -x $shell ]] || shell=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
  export CHROMIUM=${CHROMIUM:-$shell}
}

# choose_line_jdk: the oldest supported JDK, when it is installed, for the tests of the whole line.
choose_line_jdk() {
  local home
  line_version=$jdk_version line_flags=()
  ((jdk_version > OLDEST_JAVA)) || return 0
  for home in /usr/lib/jvm/*; do
    if [[ $(jdk_major "$home") == "$OLDEST_JAVA" ]]; then
      line_version=$OLDEST_JAVA line_flags=("-Djvm=$home/bin/java" -Dtest.jvm.flags=)
      return 0
    fi
  done
}

# answers URL: whether a page is there; by node, which every machine that runs the tests has.
answers() {
  node --eval 'fetch(process.argv[1]).then((page) => process.exit(page.ok ? 0 : 1), () => process.exit(1))' "$1"
}

# bridge_answers LOG PID: the bridge panel of a run has to answer soon after its start.
bridge_answers() {
  local started=$SECONDS address=''
  until [[ -n $address ]] && answers "$address"; do
    if ! kill -0 "$2" 2>/dev/null || ((SECONDS - started > LONGEST_BRIDGE_START)); then
      say "the bridge panel did not answer within $LONGEST_BRIDGE_START s; full log: $1"
      failed=$((failed + 1))
      return
    fi
    sleep 0.2
    address=$(sed -n 's/^  bridge panel *//p' "$1")
  done
  passed=$((passed + 1))
  say "the bridge panel answered $((SECONDS - started)) s after the start of the run"
}

# page_tests: the pages alone and against a running demonstration, which must end without a loss. Her scenario is
# on the pages within a minute and a half, beside the other tests of the pages.
page_tests() {
  local demo bridge log=$work/demo.log waited=0
  "$root/plimsoll" demo --for 10min --ports auto \
    --scenario OVERLOADED --fault draught.midship.port:garble@60s >"$log" 2>&1 &
  demo=$!
  beside+=("$demo")
  bridge_answers "$log" "$demo"
  until grep -q '^  shore page' "$log"; do
    if ! kill -0 "$demo" 2>/dev/null || ((waited++ > LONGEST_DEMO_START)); then
      tail -n 20 "$log" >&2
      say "the demonstration did not start; full log: $log"
      failed=$((failed + 1))
      break
    fi
    sleep 1
  done
  bridge=$(sed -n 's/^  bridge panel *//p' "$log")
  PLIMSOLL_BRIDGE=$bridge PLIMSOLL_OVERLOADED=$bridge \
  PLIMSOLL_SHORE=$(sed -n 's/^  shore page *//p' "$log") \
    node_tests "pages in a browser" "$work/test-pages.log" npm --prefix "$root/gateway/web" --silent test
  kill "$demo" 2>/dev/null || true
  if wait "$demo"; then
    passed=$((passed + 1))
    say "the demonstration ended: $(grep '^accepted' "$log")"
  else
    failed=$((failed + 1))
    tail -n 20 "$log" >&2
    say "the demonstration did not end well; full log: $log"
  fi
}

# fuzz_tests: every framer and decoder, a short while each; a target is one test. A test run tries the
# same on every machine, so that what it says is about the change; `plimsoll fuzz` looks further.
fuzz_tests() {
  # shellcheck source=tools/cli/fuzz.sh
  source "$root/tools/cli/fuzz.sh"
  prepare_fuzz
  fuzz_seed=1 fuzz_at_once=4
  fuzz_all "$FUZZ_SECONDS" "${fuzz_names[@]}" >"$work/test-fuzz.log"
  passed=$((passed + fuzz_passed))
  failed=$((failed + fuzz_failed))
  say "fuzzed ${#fuzz_names[@]} targets for $FUZZ_SECONDS s each, $fuzz_failed with findings; log: $work/test-fuzz.log"
}

run_tests() {
  local started=$SECONDS every_jdk=0
  [[ ${1:-} != --every-jdk ]] || { every_jdk=1; shift; }
  (($# == 0)) || fail "test takes --every-jdk or nothing; a single test: mvn -pl MODULE -am test -Dtest=NAME -Dsurefire.failIfNoSpecifiedTests=false"
  prepare browser
  mkdir -p "$work"
  # shellcheck source=tools/cli/servers.sh
  source "$root/tools/cli/servers.sh"
  fetch_server influxdb influxd
  fetch_server victoria-metrics victoria-metrics
  choose_browser
  trap 'kill "${beside[@]}" 2>/dev/null || true' EXIT
  choose_line_jdk
  unit_tests
  fuzz_tests
  start_line_tests
  ((every_jdk == 0 || line_version == jdk_version)) || older_tests
  page_tests
  end_line_tests

  say "all tests took $(((SECONDS - started) / 60)) min $(((SECONDS - started) % 60)) s"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0)) || exit 1
}
