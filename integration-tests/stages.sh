# Sourced by integration-tests/run.sh: the stages of the gate. A stage runs a command, counts the tests that it tells of, and remembers
# on this machine that it passed with these inputs: whoever asks again with the same ones is told so, and its tests are counted as proven.

proven_home=${XDG_CACHE_HOME:-$HOME/.cache}/vitrine/proven
proven_days=30 # what nobody asked for so long is forgotten

# --- what a stage is made of --------------------------------------------------------------------------------------------

# "hash  file" of every file of the tree that git knows or would add, but for decisions and other reading matter in docs.
tree_hashes() {
  (cd "$here" && git ls-files -z -co --exclude-standard -- . ':!docs' | LC_ALL=C sort -zu |
    while IFS= read -r -d '' file; do [[ ! -f $file ]] || printf '%s\0' "$file"; done |
    xargs -0 bash -c "$(declare -f sha256)"'; sha256 "$@"' sha256)
}

# Those lines of the tree whose files begin with one of the places.
below() {
  awk -v places="$*" '
    BEGIN { n = split(places, place, " ") }
    { for (i = 1; i <= n; i++) if (index($2, place[i]) == 1) { print; next } }' <<<"$tree"
}

# The folders of modules that test over the whole local cloud: those made with the parent of journeys.
suite_folders() { awk '$3 == "journeys-parent" { print $2 }' <<<"$known_modules"; }

# Those lines that somebody else than suites may read: of suites the poms alone.
without_suites() {
  awk -v folders="$(suite_folders | paste -sd ' ' -)" '
    BEGIN { n = split(folders, folder, " ") }
    { for (i = 1; i <= n; i++) if (index($2, folder[i] "/") == 1 && $2 !~ /\/pom\.xml$/) next; print }'
}

# What runs the tests, and what they run.
tools() {
  uname -sm
  "$JAVA_HOME/bin/java" -version 2>&1
  node --version
  npm --version
  if [[ $1 == all ]]; then
    ffmpeg -version | head -1
    chromium --version 2>/dev/null || true
  fi
}

# The places that a module's tests may read: its capability (or itself), those of the modules that it needs, the registry, the build.
# A module that looks across (the local cloud, the benches, the checks of contracts, whoever is told the project's root) may read everything.
places_of() {
  local folder=$1
  if [[ $folder == infra/* || $folder == bench* || $folder == functions/contract-checks ]] || grep -qE 'multiModuleProjectDirectory|PomRules' "$here/$folder/pom.xml" $(find "$here/$folder/src/test" -name '*.java'); then
    awk '{ sub(/\/.*/, "", $2); print $2 }' <<<"$tree" | sort -u
    return
  fi
  printf '%s\n' pom.xml parent/ .mvn/ mvnw functions/catalog.yaml
  inputs_of "$folder" | awk '{ print $2 }' | awk -F/ '
    $1 == "functions" && NF > 3 { print $1 "/" $2 "/"; next }
    $1 == "functions" { print $1 "/" $2; next }
    $1 == "media-pipeline" { print $1 "/" $2 "/"; next }
    NF > 1 { print $1 "/" }' | sort -u
}

# --- what a stage leaves ------------------------------------------------------------------------------------------------

# "passed failed skipped" of what the test runners said of themselves, in the logs named.
count_tests() {
  awk '
    /Tests run:.*Failures:/ && !/Time elapsed/ {
      gsub(/[^0-9 ]/, " "); ran += $1; failed += $2 + $3; skipped += $4 }
    /^ *Tests +.*\([0-9]+\)/ {
      for (i = 2; i <= NF; i++) { if ($i == "passed") ran += $(i - 1); if ($i == "failed") { ran += $(i - 1); failed += $(i - 1) }; if ($i == "skipped") { ran += $(i - 1); skipped += $(i - 1) } } }
    END { printf "%d %d %d\n", ran - failed - skipped, failed, skipped }
  ' "$@"
}

# Writes the line of a stage: name, result, passed, failed, skipped, seconds.
note() { printf '%s %s %s %s %s %s\n' "$@" >"$stage_notes/$1"; }

proof_of() { printf '%s/%s' "$proven_home" "$(printf '%s\n' "$1" "$2" | sha256 | cut -c1-64)"; }

# True when the stage passed with these inputs and need not run; then its tests are noted as proven.
is_proven() {
  local name=$1 inputs=$2 proof passed skipped seconds
  proof=$(proof_of "$name" "$inputs")
  ! $run_all && [[ -f $proof ]] || return 1
  read -r passed skipped seconds <"$proof"
  touch "$proof"
  note "$name" proven "$passed" 0 "$skipped" 0
  say "$name: proven earlier on this machine with the same inputs ($passed passed, $skipped skipped, $seconds s then)"
}

# Notes what a stage's command left, and that it is proven if every test passed.
conclude() {
  local name=$1 inputs=$2 status=$3 seconds=$4 passed failed skipped
  shift 4
  read -r passed failed skipped < <(count_tests "$@")
  if (( status == 0 && failed == 0 )); then
    note "$name" passed "$passed" 0 "$skipped" "$seconds"
    say "$name: $passed passed, $skipped skipped in $seconds s"
    (( passed == 0 )) || { mkdir -p "$proven_home"; printf '%s %s %s\n' "$passed" "$skipped" "$seconds" >"$(proof_of "$name" "$inputs")"; }
  else
    note "$name" failed "$passed" "$failed" "$skipped" "$seconds"
    say "$name: FAILED after $seconds s, see $1"
    grep -hE '^\[ERROR\]|FAIL |AssertionError' "$@" | head -40 >&2 || true
    return 1
  fi
}

# stage NAME INPUTS COMMAND...: proven, or runs the command with its output in target/test-NAME.log.
stage() {
  local name=$1 inputs=$2 log=$here/target/test-$1.log begun=$SECONDS status=0
  shift 2
  ! is_proven "$name" "$inputs" || return 0
  say "$name: runs, log in target/test-$name.log"
  ("$@") >"$log" 2>&1 || status=$?
  conclude "$name" "$inputs" "$status" $((SECONDS - begun)) "$log"
}

# step NAME COMMAND...: what has to be done before tests can run; its time is told, nothing is remembered.
step() {
  local name=$1 log=$here/target/test-$1.log begun=$SECONDS
  shift
  say "$name"
  ("$@") >"$log" 2>&1 || { note "$name" failed 0 0 0 $((SECONDS - begun)); grep -E '^\[ERROR\]|rror' "$log" | head -20 >&2 || tail -20 "$log" >&2; return 1; }
  note "$name" done 0 0 0 $((SECONDS - begun))
}

# The table of stages and the lines that close the gate.
closing_lines() {
  local name result passed failed skipped seconds total=0 bad=0 skip=0 proven=0
  printf '\n%-32s %-8s %7s %9s\n' stage result tests seconds >&2
  while read -r name result passed failed skipped seconds; do
    printf '%-32s %-8s %7s %9s\n' "$name" "$result" "$((passed + failed + skipped))" "$seconds" >&2
    total=$((total + passed)) bad=$((bad + failed)) skip=$((skip + skipped))
    [[ $result != proven ]] || proven=$((proven + passed))
  done < <(cd "$stage_notes" && ls -tr | xargs cat)
  say "tests ran in $((SECONDS - test_begun)) s"
  find "$proven_home" -type f -mtime +"$proven_days" -delete 2>/dev/null || true
  (( total + bad > 0 )) || die "no test ran"
  printf 'of which %d proven earlier on this machine\n' "$proven"
  printf '%d passed, %d failed, %d skipped\n' "$total" "$bad" "$skip"
}
