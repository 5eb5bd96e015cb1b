# Sourced by ./vitrine: the whole gate, in the order in which a failure is cheapest to find.

# Debian's ffmpeg is the independent encoder; Chromium and a CJK font are what viewers have.
need_test_tools() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v ffmpeg >/dev/null || missing+=(ffmpeg)
  fc-list 2>/dev/null | grep -qi 'wqy\|noto.*cjk' || missing+=(fontconfig fonts-wqy-zenhei)
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

# Sums what the test runners said of themselves, and prints the line that tells how it went.
closing_lines() {
  local java_log=$1 client_log=$2
  say "tests ran in $((SECONDS - test_begun)) s"
  awk '
    /Tests run:.*Failures:/ && !/Time elapsed/ {
      gsub(/[^0-9 ]/, " "); ran += $1; failed += $2 + $3; skipped += $4 }
    /^ *Tests +.*\([0-9]+\)/ {
      for (i = 2; i <= NF; i++) { if ($i == "passed") ran += $(i - 1); if ($i == "failed") { ran += $(i - 1); failed += $(i - 1) }; if ($i == "skipped") { ran += $(i - 1); skipped += $(i - 1) } } }
    END { if (ran == 0) exit 1; printf "%d passed, %d failed, %d skipped\n", ran - failed - skipped, failed, skipped }
  ' "$java_log" "$client_log" || die "no test ran"
}

run_tests() {
  local quick=false native=false
  case ${1:-} in '') ;; --quick) quick=true ;; --native) native=true ;; *) die "test: unknown option '$1'" ;; esac
  ! $native || need_native
  test_begun=$SECONDS
  mkdir -p "$here/target"
  local java_log=$here/target/test-java.log client_log=$here/target/test-clients.log
  : >"$java_log" >"$client_log"
  check_text
  $quick || need_test_tools
  say "clients: format, types, units"
  install_web >"$here/target/npm.log" 2>&1 || die "npm ci failed: see target/npm.log"
  NO_COLOR=1 npm --prefix "$here/clients" run check 2>&1 | tee "$client_log" || die "the clients' checks failed"
  build_web
  say "java: format, rules, units, contracts$($quick || echo ", journeys, faults, browser$(! $native || echo ' against native functions')")"
  # Surefire hands what is defined on the command line to the tests.
  local changed green=true
  changed=$(changed_java "bench target/bench.jar")
  maven verify -pl '!integration-tests' -Dvitrine.it.native="$native" 2>&1 | tee "$java_log" || green=false
  if $green; then
    mark_java <<<"$changed"
    $quick || maven verify -pl integration-tests -Dvitrine.it.native="$native" 2>&1 | tee -a "$java_log" || green=false
  fi
  if $green; then
    closing_lines "$java_log" "$client_log"
  else
    closing_lines "$java_log" "$client_log"
    die "the gate is not green"
  fi
}
