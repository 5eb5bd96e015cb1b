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

check_words() {
  local found
  found=$(cd "$here" && git grep -nIE '\b(TO''DO|FIX''ME|XX''X)\b' -- . ':!clients/package-lock.json' || true)
  [[ -z $found ]] || { say "$found"; die "unfinished marks are left (see above)"; }
}

# Sums surefire's reports and the client's own, and prints the line that says how it went.
closing_lines() {
  python_free_sum() { awk -v RS='<testsuite ' 'NR>1 { for (k in n) delete n[k]; while (match($0, /(tests|failures|errors|skipped)="[0-9]+"/)) { s=substr($0,RSTART,RLENGTH); split(s,p,"="); gsub(/"/,"",p[2]); if (!(p[1] in n)) n[p[1]]=p[2]; $0=substr($0,RSTART+RLENGTH) } t+=n["tests"]; f+=n["failures"]+n["errors"]; s2+=n["skipped"] } END { printf "%d %d %d", t, f, s2 }' "$@"; }
  local reports total failed skipped
  mapfile -t reports < <(find "$here" -path '*/target/*-reports/TEST-*.xml' -newer "$1")
  (( ${#reports[@]} > 0 )) || die "no test ran"
  read -r total failed skipped < <(python_free_sum "${reports[@]}")
  say "tests ran in $((SECONDS - test_begun)) s"
  printf '%d passed, %d failed, %d skipped\n' "$((total - failed - skipped))" "$failed" "$skipped"
}

run_tests() {
  local quick=false native=false
  case ${1:-} in '') ;; --quick) quick=true ;; --native) native=true ;; *) die "test: unknown option '$1'" ;; esac
  ! $native || need_native
  test_begun=$SECONDS
  mkdir -p "$here/target"
  local begun_stamp=$here/target/.test-begun
  touch "$begun_stamp"
  check_words
  $quick || need_test_tools
  say "clients: format, types, units"
  install_web >"$here/target/npm.log" 2>&1 || die "npm ci failed: see target/npm.log"
  npm --prefix "$here/clients" run check || die "the clients' checks failed"
  build_web
  say "java: format, rules, units, contracts$($quick || echo ", journeys, faults, browser$(! $native || echo ' against native functions')")"
  local modules=()
  if $quick; then modules=(-pl '!integration-tests'); fi
  # Surefire hands what is defined on the command line to the tests.
  if maven verify "${modules[@]}" -Dvitrine.it.native="$native"; then
    touch "$here/target/.built-java"
    closing_lines "$begun_stamp"
  else
    closing_lines "$begun_stamp" || true
    die "the gate is not green"
  fi
}
