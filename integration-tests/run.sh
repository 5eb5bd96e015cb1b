# Sourced by ./vitrine: the whole gate, in the order in which a failure is cheapest to find. Its stages are told at its end, each with
# what it took; integration-tests/stages.sh says when one counts as proven.

. "$here/integration-tests/stages.sh"
. "$here/bench/bench.sh"

# Debian's ffmpeg is the independent encoder; Chromium and a CJK font are what viewers have; Go and Python compile clients of the contracts.
need_test_tools() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v ffmpeg >/dev/null || missing+=(ffmpeg)
  fc-list 2>/dev/null | grep -qi 'wqy\|noto.*cjk' || missing+=(fontconfig fonts-wqy-zenhei)
  command -v go >/dev/null || missing+=(golang-go)
  /usr/bin/python3 -c 'import dateutil, pydantic, urllib3' 2>/dev/null || missing+=(python3 python3-dateutil python3-pydantic python3-urllib3)
  (( ${#missing[@]} == 0 )) && return
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]}"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$here/target/apt.log" 2>&1 || die "could not install ${missing[*]}: see target/apt.log"
  else
    die "tests need ${missing[*]} (on Debian: apt-get install ${missing[*]})"
  fi
}

# What no formatter says: marks of unfinished work, and Javadoc that the formatter broke in the middle of a sentence.
check_text() {
  local found
  found=$(cd "$here" && git grep -nIE '\b(TO''DO|FIX''ME|XX''X)\b' -- . ':!clients/package-lock.json' || true)
  [[ -z $found ]] || { say "$found"; die "unfinished marks are left (see above)"; }
  found=$(cd "$here" && git ls-files '*.java' | xargs awk 'FNR > 1 && before ~ /^ *\/\/\// && $0 ~ /^ *\/\/ / { print FILENAME ":" FNR ": " $0 } { before = $0 }')
  [[ -z $found ]] || { say "$found"; die "lines of Javadoc were broken by the formatter: keep them within 112 columns (see above)"; }
}

# The folders of modules whose units the gate runs, each with its tests' inputs: "hash folder".
unit_modules() {
  local folder
  awk 'NF > 1 { print $2 }' <<<"$known_modules" | while read -r folder; do
    if [[ -d $here/$folder/src/test && $'\n'$(suite_folders)$'\n' != *$'\n'$folder$'\n'* ]]; then
      printf '%s %s\n' "$({ tools units; below $(places_of "$folder") | without_suites; } | sha256 | cut -c1-64)" "$folder"
    fi
  done
}

# Runs the units of every module in one go of Maven, and leaves out those that are proven: a file in their target folder tells their pom.
run_units() {
  local inputs folder name log=$here/target/test-units.log begun=$SECONDS status=0 changed
  local -a todo=()
  while read -r inputs folder; do
    name=units:$folder
    rm -f "$here/$folder/target/.proven"
    if is_proven "${name//\//.}" "$inputs"; then
      mkdir -p "$here/$folder/target"
      touch "$here/$folder/target/.proven"
    else
      todo+=("$inputs $folder")
    fi
  done < <(unit_modules)
  changed=$({ java_packages; bench_packages; } | changed_java)
  if (( ${#todo[@]} == 0 )) && [[ -z $changed ]]; then return 0; fi
  say "units: ${#todo[@]} modules, and packages of what changed; log in target/test-units.log"
  # modules that these need are packaged on the way; their own tests are among these, or proven
  maven verify --fail-at-end -am -pl "$({ printf '%s\n' ${todo[@]+"${todo[@]}"}; printf '%s\n' "$changed"; } | awk 'NF { print $2 }' | sort -u | paste -sd , -)" >"$log" 2>&1 || status=$?
  rm -f $(cd "$here" && awk -v here="$here" 'NF > 1 { print here "/" $2 "/target/.proven" }' <<<"$known_modules")
  (( status != 0 )) || mark_java <<<"$changed"
  conclude_units "$log" "$status" $((SECONDS - begun)) ${todo[@]+"${todo[@]}"}
}

# Each module's part of Maven's log is its own stage. A module that Maven did not come to has not passed.
conclude_units() {
  local log=$1 status=$2 seconds=$3 entry folder name part red=0
  shift 3
  for entry in "$@"; do
    folder=${entry#* } name=units:${folder//\//.}
    part=$here/target/test-$name.log
    awk -v module="$(awk -v folder="$folder" '$2 == folder { print $1 }' <<<"$known_modules")" '
      /^\[INFO\] -+< .* >-+$/ { inside = index($0, ":" module " >") > 0 } inside' "$log" >"$part"
    if grep -q '^\[INFO\] Reactor Summary' "$log" && ! grep -qE "^\[INFO\] $(module_title "$folder") \.* SUCCESS" "$log"; then
      conclude "$name" "${entry% *}" 1 0 "$part" || red=1
    elif ! grep -q 'Tests run:' "$part"; then
      conclude "$name" "${entry% *}" 1 0 "$part" || red=1
    else
      conclude "$name" "${entry% *}" 0 "$(module_seconds "$folder" "$log")" "$part" || red=1
    fi
  done
  if (( status != 0 && red == 0 )); then note units failed 0 0 0 "$seconds"; grep -E '^\[ERROR\]' "$log" | head -20 >&2; fi
  (( status == 0 && red == 0 ))
}

module_title() { sed -n '0,/<name>/s|.*<name>\(.*\)</name>.*|\1|p' "$here/$1/pom.xml" | sed 's/[][().*^$+?{}|\\]/\\&/g'; }

# What Maven's summary says that a module took.
module_seconds() {
  sed -nE "s/^\\[INFO\\] $(module_title "$1") \\.* SUCCESS \\[ *([0-9:.]+) (s|min).*/\\1 \\2/p" "$2" |
    awk '{ if ($2 == "min") { split($1, t, ":"); print t[1] * 60 + t[2] } else print int($1 + 0.5) } END { if (NR == 0) print 0 }'
}

# --- what crosses processes -----------------------------------------------------------------------------------------------

# "name folder" of every suite: the journeys of each capability, and each package of the house's. Each has a JVM and a local cloud of its
# own.
suites() {
  local name folder packages=integration-tests/src/test/java/dev/vitrine/it
  suite_folders | awk -F/ '$1 == "functions" { print $2 "-journeys", $0 }'
  for folder in "$here/$packages"/*/; do
    name=$(basename "$folder")
    if compgen -G "$folder*Test.java" >/dev/null; then printf '%s %s\n' "$name" "$packages/$name"; fi
  done
}

# Whether a suite runs functions: then it runs executables where the gate is asked for those.
runs_functions() { grep -rqE 'SharedCloud|Cloud\.(start|packageOf)' --include='*.java' "$here/$1"; }

# Everything counts but what only another suite reads.
suite_inputs() {
  local suite=$1 native=$2 other
  {
    tools all
    printf '%s\n' "$native"
    if [[ $native == true ]]; then while read -r other; do cat "$(native_home "$other")/stamp"; done < <(artefacts); fi
    awk -v others="$(suites | awk -v suite="$suite" '$1 != suite { print $2 }' | paste -sd ' ' -)" '
      BEGIN { n = split(others, other, " ") }
      { for (i = 1; i <= n; i++) if (index($2, other[i] "/") == 1) next; print }' <<<"$tree"
  } | sha256 | cut -c1-64
}

run_suite() {
  local suite=$1 native=$2 ports=$3 module tests=dev/vitrine/it
  module=$(suites | awk -v suite="$suite" '$1 == suite { print $2 }')
  if [[ $module == integration-tests/* ]]; then module=integration-tests tests=$tests/$suite; fi
  # what journeys need of ours was tested and compiled before
  maven test -pl "$module" -am -Dspotless.check.skip -Dtest="$tests/**/*Test" -Dsurefire.failIfNoSpecifiedTests=false \
    -Dvitrine.it.reports="surefire-reports/$suite" -DtempDir="surefire-$suite" -Dvitrine.it.native="$native" -Dvitrine.it.first-port="$ports"
}

compile_suites() { maven verify -DskipTests -pl "$(suite_folders | paste -sd , -)" -am; }

# run_suites NATIVE SUITE...: one after another, unless VITRINE_TEST_WORKERS says how many at once: they wait more than they work, but what
# they wait for has deadlines, and pictures on two busy cores come late. Each worker takes the next that nobody has.
run_suites() {
  local native=$1 workers=${VITRINE_TEST_WORKERS:-1} red=0 worker
  local -a pids=()
  shift
  mkdir -p "$here/target/taken"
  for (( worker = 0; worker < workers; worker++ )); do
    # each has its share of the ports below those that systems give away
    work_on_suites "$native" $((21000 + worker * 9000 / workers)) "$@" &
    pids+=($!)
  done
  for worker in "${pids[@]}"; do wait "$worker" || red=1; done
  return $red
}

work_on_suites() {
  local native=$1 ports=$2 suite red=0
  shift 2
  for suite in "$@"; do
    if mkdir "$here/target/taken/$suite" 2>/dev/null; then
      stage "$suite" "$(suite_inputs "$suite" "$native")" run_suite "$suite" "$native" "$ports" </dev/null || red=1
    fi
  done
  return $red
}

# --- executables ----------------------------------------------------------------------------------------------------------

# The group of processes that makes executables, while it does: a red gate ends it.
natives=

# Begins to make the executables that are missing, quick ones, beside the stages that run none: neither these nor those keep two cores busy.
begin_natives() {
  native_container=false
  ! (need_native) 2>/dev/null || return 0
  native_builder >/dev/null
  maven --version >/dev/null # the wrapper fetches Maven before two want it
  say "natives: made beside, log in target/test-natives.log"
  set -m
  (VITRINE_NATIVE_QUICK=1 make_native && note natives done 0 0 0 $((SECONDS - test_begun))) >"$here/target/test-natives.log" 2>&1 </dev/null &
  natives=$!
  set +m
  trap end_natives EXIT
}

end_natives() { [[ -z $natives ]] || kill -- -"$natives" 2>/dev/null || true; }

await_natives() {
  [[ -n $natives ]] || return 0
  say "natives: awaited"
  wait "$natives" || { note natives failed 0 0 0 $((SECONDS - test_begun)); tail -5 "$here/target/test-natives.log" >&2; return 1; }
  natives=
  grep ' built in ' "$here/target/test-natives.log" >&2 || true
}

# --- the gate ---------------------------------------------------------------------------------------------------------------

check_clients() { NO_COLOR=1 npm --prefix "$here/clients" run check; }

# Clients of other languages, generated from the contracts and compiled; they read answers of today and of later.
check_foreign() { NO_COLOR=1 npm --prefix "$here/clients" run foreign -w contracts; }

foreign_tools() { go version; /usr/bin/python3 -c 'import pydantic, sys; print(sys.version, pydantic.VERSION)'; }

# Those that run no function come first, while executables are made.
run_all_suites() {
  local native=$1 suite folder red=0
  local -a free=() running=()
  while read -r suite folder; do
    if runs_functions "$folder"; then running+=("$suite"); else free+=("$suite"); fi
  done < <(suites)
  step suites compile_suites || return 1
  run_suites false ${free[@]+"${free[@]}"} || red=1
  await_natives || return 1
  run_suites "$native" ${running[@]+"${running[@]}"} || red=1
  return $red
}

run_tests() {
  local quick=false native=false argument red=false tree known_modules sources
  run_all=false
  for argument in "$@"; do
    case $argument in
      --quick) quick=true ;;
      --native) native=true ;;
      --all) run_all=true ;;
      --long) . "$here/integration-tests/long.sh"; run_long "$@"; return ;;
      *) die "test: unknown option '$argument'" ;;
    esac
  done
  test_begun=$SECONDS
  stage_notes=$here/target/stages
  rm -rf "$stage_notes" "$here/target/taken"
  mkdir -p "$stage_notes"
  check_text
  $quick || need_test_tools
  tree=$(tree_hashes) known_modules=$(modules) sources=$(source_hashes)
  step npm install_web || die "npm ci failed: see target/test-npm.log"
  $quick || ! $native || begin_natives
  stage clients "$({ tools units; below clients/ functions/ ; } | sha256)" check_clients || red=true
  $red || run_units || red=true
  if ! $quick && ! $red; then
    stage foreign-clients "$({ tools all; foreign_tools; below clients/ functions/; } | sha256)" check_foreign || red=true
    step web build_web || red=true
    $red || run_all_suites "$native" || red=true
  fi
  closing_lines
  ! $red || die "the gate is not green"
}
