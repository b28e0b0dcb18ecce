# shellcheck shell=bash
# `./plimsoll mutation MODULE`, sourced by the launcher, whose functions it uses.
#
# Changes the code of a module in small ways, one at a time, and counts how many of these mutants
# its tests notice. PIT's default group of mutators, no class left out; tests tagged `slow` are not
# run, which can only lower the score.

mutation_usage() {
  cat <<'TEXT'
Usage: plimsoll mutation MODULE [--only PACKAGE] [--gate PERCENT]
Counts how many small changes of a module's code its tests notice.

      MODULE           protocols (gate 85) or naval (gate 90)
      --only PACKAGE   changes this package alone, such as ubx or loadline
      --gate PERCENT   the least score that is well, for another than the module's

stdout: one line per package, then the sum. Exit codes: 0 well, 1 below the gate, 2 usage.
TEXT
}

# mutation_scores CSV PREFIX: one line per package and their sum; the last word is the score.
mutation_scores() {
  awk -F, -v prefix="$2" '
    function line(order, name, n) {
      printf order "%-22s %6d mutants, %6d killed, %4d timed out, %5d survived, %4d not covered: %5.1f %%\n", \
        name, n, killed[name], timed_out[name], survived[name], uncovered[name], \
        100 * (killed[name] + timed_out[name]) / n
    }
    {
      name = $2
      sub(/\.[^.]*$/, "", name)
      sub("^" prefix "\\.?", "", name)
      if (name == "") name = "."
      for (key = name; ; key = "all") {
        all[key]++
        if ($6 == "SURVIVED") survived[key]++
        else if ($6 == "NO_COVERAGE") uncovered[key]++
        else if ($6 == "TIMED_OUT" || $6 == "MEMORY_ERROR") timed_out[key]++
        else if ($6 == "KILLED") killed[key]++
        else all[key]-- # never ran, such as a mutant that the verifier of the JVM refuses
        if (key == "all") break
      }
    }
    END {
      if (!all["all"]) exit 1
      for (name in all) if (name != "all" && all[name]) line(1, name, all[name])
      line(2, "all", all["all"])
    }' "$1" | LC_ALL=C sort | cut -c 2-
}

run_mutation() {
  local name=${1:-} module prefix gate only='' report scores score
  case $name in
    protocols) module=firmware-protocols prefix=org.plimsoll.protocol gate=85 ;;
    naval) module=gateway/naval prefix=org.plimsoll.naval gate=90 ;;
    -h | --help) mutation_usage; exit 0 ;;
    *) mutation_usage >&2; exit 2 ;;
  esac
  shift
  while (($# > 0)); do
    case $1 in
      --only) only=${2:-} ;;
      --gate) gate=${2:-} ;;
      *) mutation_usage >&2; exit 2 ;;
    esac
    shift "$(($# > 1 ? 2 : 1))"
  done
  [[ -z $only || -d $root/$module/src/main/java/${prefix//.//}/$only ]] ||
    fail "$module has no package $prefix.$only"
  [[ $gate =~ ^[0-9]+(\.[0-9]+)?$ ]] || fail "'$gate' is no percentage"

  prepare
  mkdir -p "$work"
  exec 9>"$work/lock"
  flock 9
  report=$root/$module/target/pit-reports
  rm -rf "$report"
  run_maven "mutation of $name" "$work/mutation-$name.log" process-test-classes \
    "-Pmutation-$name" -pl "$module" -am -Dexec.skip=true \
    "-Dmutation.only=$prefix.${only:+$only.}*" || exit 1

  scores=$(mutation_scores "$report/mutations.csv" "$prefix") || fail "nothing was changed; log: $work/mutation-$name.log"
  awk -F, '$6 == "SURVIVED" || $6 == "NO_COVERAGE" { print $2 ":" $5, $4, $3, $6 }' "$report/mutations.csv" |
    sed 's/ org\.pitest\.[a-z.]*\.mutators\./ /' | sort >"$report/survivors.txt"
  printf '%s\n' "$scores"
  say "report: $report/index.html, survivors: $report/survivors.txt"
  score=$(sed -n 's/.*: *\([0-9.]*\) %$/\1/p' <<<"$scores" | tail -n 1)
  awk -v score="$score" -v gate="$gate" 'BEGIN { exit !(score + 0 >= gate + 0) }' || {
    say "below the gate of $gate %"
    exit 1
  }
}
