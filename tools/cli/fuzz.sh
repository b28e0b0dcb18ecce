# shellcheck shell=bash
# `./plimsoll fuzz`, sourced by the launcher, whose functions it uses.
#
# Feeds every framer and decoder with what Jazzer makes of its captures, two targets at a time. What
# a target asks stands in firmware-protocols, org.plimsoll.protocol.proof.

readonly FUZZ_LONGEST_INPUT=2048
readonly FUZZ_BRIEF=20 # seconds; up to these a second compiler takes more than it gives
fuzz_at_once=2 fuzz_passed=0 fuzz_failed=0 fuzz_seed=0 # 0: another each time

fuzz_usage() {
  cat <<'TEXT'
Usage: plimsoll fuzz [--for DURATION] [--target NAME]... [--seed N] [--noise MEGABYTES]
Feeds every framer and decoder with what a fuzzer makes of its captures.

      --for DURATION   for each target, such as 15s or 10min (15s)
      --target NAME    this target alone; may be given more than once
      --seed N         the seed of what the fuzzer tries (another each time)
      --noise MB       instead, feeds each decoder with so many megabytes of every kind of noise,
                       and prints how much memory it held at most

stdout: one line per target. What is found is kept with the path of its input, and what is learned
is kept for the next run. Exit codes: 0 well, 1 something found, 2 usage.
TEXT
}

# fuzz_seconds TEXT: the seconds of a duration, or 0.
fuzz_seconds() {
  case $1 in
    *[!0-9]*min) echo 0 ;;
    *min) echo $((${1%min} * 60)) ;;
    *[!0-9]*s) echo 0 ;;
    *s) echo "${1%s}" ;;
    *) echo 0 ;;
  esac
}

# prepare_fuzz: compiles the targets, fetches Jazzer, writes the seeds; sets fuzz_path and fuzz_names.
prepare_fuzz() {
  local module=$root/firmware-protocols
  exec 9>"$work/lock"
  flock 9
  run_maven "targets of the fuzzer" "$work/fuzz-build.log" process-test-classes \
    -Pfuzz -pl firmware-protocols -Dexec.skip=true || exit 1
  fuzz_home=$work/fuzz
  rm -rf "$fuzz_home/seeds" "$fuzz_home/classes"
  mkdir -p "$fuzz_home/classes"
  cp -r "$module/target/classes/." "$module/target/test-classes/." "$fuzz_home/classes/"
  cp "$module"/target/fuzz/*.jar "$fuzz_home/"
  exec 9>&-
  fuzz_path="$fuzz_home/*:$fuzz_home/classes"
  mapfile -t fuzz_names < <("$jdk/bin/java" -cp "$fuzz_path" \
    'org.plimsoll.protocol.proof.FuzzDriver$Seeds' "$fuzz_home/seeds")
  ((${#fuzz_names[@]} > 0)) || fail "no target was found"
}

# fuzz_one NAME SECONDS: runs one target to its end; 1 if it found something.
fuzz_one() {
  local name=$1 status=0 dir=$fuzz_home/$1 started=$SECONDS
  local -a flags=()
  mkdir -p "$dir/learned" "$dir/found"
  ((jdk_version < 24)) ||
    flags+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  (($2 > FUZZ_BRIEF)) || flags+=(-XX:TieredStopAtLevel=1)
  (cd "$dir" && exec "$jdk/bin/java" -Xmx512m -XX:+UseSerialGC -XX:-OmitStackTraceInFastThrow \
    "${flags[@]}" -cp "$fuzz_path" "-Dplimsoll.fuzz.target=$name" \
    com.code_intelligence.jazzer.Jazzer \
    --target_class=org.plimsoll.protocol.proof.FuzzDriver \
    '--instrumentation_includes=org.plimsoll.protocol.**' \
    '--instrumentation_excludes=org.plimsoll.protocol.proof.**' \
    "--reproducer_path=$dir/found" "-artifact_prefix=$dir/found/" \
    "-seed=$fuzz_seed" "-max_total_time=$2" "-max_len=$FUZZ_LONGEST_INPUT" -timeout=120 -rss_limit_mb=0 \
    -print_final_stats=1 "$dir/learned" "$fuzz_home/seeds/$name") >"$dir/log" 2>&1 </dev/null || status=$?
  awk -v name="$name" -v seconds=$((SECONDS - started)) -v status="$status" '
    /cov: [0-9]+/ { for (i = 1; i < NF; i++) { if ($i == "cov:") cov = $(i + 1); if ($i == "ft:") ft = $(i + 1) } }
    /^stat::number_of_executed_units:/ { runs = $2 }
    /^Done [0-9]+ runs/ { done = $2 }
    END {
      if (!runs) runs = done
      printf "%-18s %9d executions, %5d edges, %6d features, %4d s: %s\n", \
        name, runs, cov, ft, seconds, status ? "FOUND" : "nothing found"
    }' "$dir/log"
  ((status != 0)) || return 0
  say "$name: $(grep -m 1 -A 3 -E '^== Java Exception|ERROR: libFuzzer' "$dir/log" | cut -c 1-400 | tr '\n' ' ')"
  say "$name: input $(sed -n 's/.*Test unit written to //p' "$dir/log" | tail -n 1), log $dir/log"
  return 1
}

# fuzz_all SECONDS NAME...: some at a time; counts in fuzz_passed and fuzz_failed.
fuzz_all() {
  local seconds=$1 name running=0
  shift
  for name in "$@"; do
    if ((running == fuzz_at_once)); then
      fuzz_wait
      running=$((running - 1))
    fi
    fuzz_one "$name" "$seconds" &
    running=$((running + 1))
  done
  while ((running > 0)); do
    fuzz_wait
    running=$((running - 1))
  done
}

fuzz_wait() {
  if wait -n; then
    fuzz_passed=$((fuzz_passed + 1))
  else
    fuzz_failed=$((fuzz_failed + 1))
  fi
}

run_fuzz() {
  local seconds=15 name noise='' started=$SECONDS
  local -a only=()
  while (($# > 0)); do
    case $1 in
      --for) seconds=$(fuzz_seconds "${2:-}") ;;
      --target) only+=("${2:-}") ;;
      --seed) fuzz_seed=${2:-} ;;
      --noise) noise=${2:-} ;;
      -h | --help) fuzz_usage; exit 0 ;;
      *) fuzz_usage >&2; exit 2 ;;
    esac
    shift "$(($# > 1 ? 2 : 1))"
  done
  ((seconds > 0)) || fail "how long? Such as --for 15s or --for 10min"
  prepare
  mkdir -p "$work"
  [[ $fuzz_seed =~ ^[0-9]+$ ]] || fail "'$fuzz_seed' is no seed"
  [[ $noise =~ ^[0-9]*$ ]] || fail "'$noise' is no number of megabytes"
  prepare_fuzz
  if [[ -n $noise ]]; then
    "$jdk/bin/java" -Xmx256m -XX:+UseSerialGC -cp "$fuzz_path" \
      org.plimsoll.protocol.proof.NoiseProof "$noise" || exit 1
    return
  fi
  for name in "${only[@]}"; do
    [[ " ${fuzz_names[*]} " == *" $name "* ]] || fail "no target $name; there are: ${fuzz_names[*]}"
  done
  ((${#only[@]} == 0)) || fuzz_names=("${only[@]}")
  trap 'kill $(jobs -p) 2>/dev/null || true; exit 130' INT TERM
  say "${#fuzz_names[@]} targets, $seconds s each, $fuzz_at_once at a time"
  fuzz_all "$seconds" "${fuzz_names[@]}"
  trap - INT TERM
  printf '%d targets, %d with findings, %d s\n' \
    "${#fuzz_names[@]}" "$fuzz_failed" $((SECONDS - started))
  ((fuzz_failed == 0)) || exit 1
}
