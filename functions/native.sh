# Sourced by ./vitrine: native executables of functions. docs/native.md explains it.
#
# A native package is `functions/<capability>/<artefact>/target/native/function.zip`. Beside it, `stamp` says what it was made of: the hash of its
# inputs on the first line, the builder on the second, the mode on the third: `optimised`, or `quick` (built in less time, runs
# slower: for the gate). The hash is computed here and nowhere else: `up` hands the names of the artefacts whose package
# is current to the local cloud.

native_major=25
native_heap_mb=${VITRINE_NATIVE_HEAP_MB:-5120} # what the builder may use; the largest artefact needs about 4,000
native_spare_mb=1024                           # what Maven and the linker need beside it
native_cache=${XDG_CACHE_HOME:-$HOME/.cache}/vitrine/native
native_cache_days=30                           # a cached package that nobody took for so long goes

# --- what a package is made of ------------------------------------------------------------------------------------------

. "$here/functions/inputs.sh"

native_home() { printf '%s' "$here/$(artefact_folder "$1")/target/native"; }

# Prints the mode of the package that is there and was made of what is there now; nothing when there is none.
native_mode() {
  local home
  home=$(native_home "$1")
  if [[ -f $home/function.zip && -f $home/stamp && $(sed -n 1p "$home/stamp") == "$(native_inputs "$1")" ]]; then sed -n 3p "$home/stamp"; fi
}

# True when the package is there, was made of what is there now, and is an optimised one.
native_is_current() { [[ $(native_mode "$1") == optimised ]]; }

# Whether whoever calls asks for quick packages: to build them, or to run them where there is no better one.
native_quick_is_asked() { [[ -n ${VITRINE_NATIVE_QUICK:-} ]]; }

# The names of the artefacts that `up` may run natively, with commas between. A quick package is taken only when it is asked for.
native_current() {
  local artefact sources known_modules
  sources=$(source_hashes) known_modules=$(modules)
  while read -r artefact; do
    case $(native_mode "$artefact") in
      optimised) printf '%s\n' "$artefact" ;;
      quick)
        if native_quick_is_asked; then
          say "$artefact: a quick executable runs, slower than an optimised one"
          printf '%s\n' "$artefact"
        else
          say "$artefact: its executable is a quick one, made for tests; it runs on a JVM (./vitrine native builds an optimised one)"
        fi ;;
    esac
  done < <(artefacts) | paste -sd , -
}

# Says which artefact lacks its executable, of either mode.
need_native() {
  local artefact sources known_modules
  sources=$(source_hashes) known_modules=$(modules)
  while read -r artefact; do
    [[ -n $(native_mode "$artefact") ]] || die "artefact $artefact has no native executable of its present sources; ./vitrine native builds it"
  done < <(artefacts)
}

# --- what the machine has -----------------------------------------------------------------------------------------------

native_install_hint="install GraalVM or Mandrel $native_major and set GRAALVM_HOME to its folder (docs/native.md)"

# Prints the version of the builder, or says what to install.
native_builder() {
  local version
  if $native_container; then
    command -v docker >/dev/null || command -v podman >/dev/null || die "--container needs docker or podman, and there is neither"
    printf 'container'
    return
  fi
  [[ -n ${GRAALVM_HOME:-} ]] || die "GRAALVM_HOME is not set: $native_install_hint"
  [[ -x $GRAALVM_HOME/bin/native-image ]] || die "GRAALVM_HOME=$GRAALVM_HOME has no bin/native-image: $native_install_hint"
  version=$("$GRAALVM_HOME/bin/native-image" --version 2>/dev/null | tr '\n' ' ') || true
  [[ $version =~ [^0-9.]$native_major[^0-9] ]] || die "GRAALVM_HOME=$GRAALVM_HOME is ${version:-not able to start}: $native_install_hint"
  printf '%s' "$version"
}

# Free memory in MB, the limit of a control group respected; nothing where neither can be told.
native_free_mb() {
  local free limit used
  free=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null) || true
  [[ -n $free ]] || free=$(sysctl -n hw.memsize 2>/dev/null | awk '{ print int($1 / 1048576) }') || true
  if limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null) && [[ $limit != max ]] && used=$(cat /sys/fs/cgroup/memory.current 2>/dev/null); then
    limit=$(((limit - used) / 1048576))
    [[ -n $free ]] && (( free < limit )) || free=$limit
  fi
  printf '%s' "$free"
}

need_native_memory() {
  local needed=$((native_heap_mb + native_spare_mb)) free
  free=$(native_free_mb)
  [[ -z $free ]] || (( free >= needed )) || die "a native build needs $needed MB of free memory ($native_heap_mb of it for VITRINE_NATIVE_HEAP_MB), this machine has $free"
}

# --- building -----------------------------------------------------------------------------------------------------------

# Puts package and stamp in their place. The stamp goes first and comes last: a half-made package is never current.
native_place() {
  local artefact=$1 zip=$2 inputs=$3 builder=$4 mode=$5 home
  home=$(native_home "$artefact")
  mkdir -p "$home"
  rm -f "$home/stamp"
  cp "$zip" "$home/.function.zip"
  mv "$home/.function.zip" "$home/function.zip"
  printf '%s\n' "$inputs" "$builder" "$mode" >"$home/.stamp"
  mv "$home/.stamp" "$home/stamp"
}

# A copy of the sources, for all builds of one run: the JVM packages stay as they are, nobody's edit gets into half of a build, and
# what several artefacts need is compiled once.
native_work=$here/target/native-work

native_copy() {
  rm -rf "$native_work"
  mkdir -p "$native_work"
  (cd "$here" && find pom.xml mvnw .mvn $(modules | awk '$2 != "" { sub(/\/.*/, "", $2); print $2 }' | sort -u) -name target -prune -o -type f -print0 | tar -cf - --null -T -) | tar -xf - -C "$native_work"
}

# Whether the copy holds what the artefact is to be made of.
native_copy_holds() { [[ -f $native_work/pom.xml && $(native_inputs "$1" "$native_work") == "$2" ]]; }

native_build() {
  local artefact=$1 inputs=$2 cached=$3 work=$native_work log=$here/target/native-$1.log line options=()
  native_copy_holds "$artefact" "$inputs" || native_copy
  native_copy_holds "$artefact" "$inputs" || die "the sources of $artefact changed while they were copied: run it again"
  if $native_quick; then options+=(-Dquarkus.native.additional-build-args-append=-Ob); fi
  if $native_container; then options+=(-Dquarkus.native.container-build=true); fi
  "$work/mvnw" -B -ntp -f "$work/pom.xml" -pl "$(artefact_folder "$artefact")" -am package -DskipTests -Dspotless.check.skip \
    -Dfunction.native=true -Dquarkus.native.enabled=true -Dquarkus.package.jar.enabled=false \
    -Dquarkus.native.native-image-xmx="${native_heap_mb}m" ${options[@]+"${options[@]}"} 2>&1 | tee "$log" | { grep --line-buffered -E '^\[[0-9]/[0-9]\]' || true; } | while IFS= read -r line; do say "  $artefact: $line"; done ||
    { grep -E '^\[ERROR\] [A-Z]|^Error:|^Fatal error' "$log" | head -3 >&2 || true; die "the native build of $artefact failed: see target/native-$artefact.log; its JVM package stays usable"; }
  mkdir -p "${cached%/function.zip}"
  cp "$work/$(artefact_folder "$artefact")/target/function.zip" "$cached.partial"
  mv "$cached.partial" "$cached"
}

# Where the cache keeps a package of these inputs.
native_cached() {
  local artefact=$1 inputs=$2 builder=$3 mode=$4
  [[ $mode == optimised ]] || builder="$builder -Ob"
  printf '%s/%s/function.zip' "$native_cache" "$(printf '%s\n' "$artefact" "$inputs" "$builder" | sha256 | cut -c1-64)"
}

# The modes that will do, best first: whoever asks for a quick package is served by an optimised one.
native_modes() { if $native_quick; then printf '%s\n' optimised quick; else printf '%s\n' optimised; fi; }

native_one() {
  local artefact=$1 builder=$2 inputs cached home mode begun=$SECONDS
  inputs=$(native_inputs "$artefact")
  home=$(native_home "$artefact")
  for mode in $(native_modes); do
    if [[ -f $home/function.zip && -f $home/stamp && $(cat "$home/stamp") == "$inputs"$'\n'"$builder"$'\n'"$mode" ]]; then
      say "$artefact: unchanged ($mode)"
      return
    fi
  done
  for mode in $(native_modes); do
    cached=$(native_cached "$artefact" "$inputs" "$builder" "$mode")
    if [[ -f $cached ]]; then
      touch "$cached"
      native_place "$artefact" "$cached" "$inputs" "$builder" "$mode"
      say "$artefact: taken from the cache ($mode), ${cached%/function.zip}"
      return
    fi
  done
  need_native_memory
  say "$artefact: building, $mode (some minutes; log in target/native-$artefact.log)"
  native_build "$artefact" "$inputs" "$cached"
  native_place "$artefact" "$cached" "$inputs" "$builder" "$mode"
  say "$artefact: built in $((SECONDS - begun)) s, $mode, $(du -h "$home/function.zip" | cut -f1)"
}

make_native() {
  local argument artefact builder wanted=()
  native_container=false
  native_quick=false
  ! native_quick_is_asked || native_quick=true
  for argument in "$@"; do
    case $argument in
      --container) native_container=true ;;
      -*) die "native: unknown option '$argument'" ;;
      *) [[ $'\n'$(artefacts)$'\n' == *$'\n'$argument$'\n'* ]] || die "native: there is no capability '$argument'; there are $(artefacts | paste -sd ' ' -)"
         wanted+=("$argument") ;;
    esac
  done
  if (( ${#wanted[@]} == 0 )); then
    while read -r artefact; do wanted+=("$artefact"); done < <(artefacts)
  fi
  builder=$(native_builder)
  builder="$builder $(uname -sm)"
  mkdir -p "$here/target"
  rm -rf "$native_work"
  for artefact in "${wanted[@]}"; do native_one "$artefact" "$builder"; done
  rm -rf "$native_work"
  find "$native_cache" -mindepth 2 -maxdepth 2 -name function.zip -mtime +"$native_cache_days" -delete 2>/dev/null || true
  find "$native_cache" -mindepth 1 -maxdepth 1 -type d -empty -delete 2>/dev/null || true
}
