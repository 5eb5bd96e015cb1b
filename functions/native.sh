# Sourced by ./vitrine: native executables of functions. docs/native.md explains it.
#
# A native package is `functions/<capability>/<artefact>/target/native/function.zip`. Beside it, `stamp` says what it was made of: the hash of its
# inputs on the first line, the builder on the second. The hash is computed here and nowhere else: `up` hands the names
# of the artefacts whose package is current to the local cloud.

native_major=25
native_heap_mb=${VITRINE_NATIVE_HEAP_MB:-5120} # what the builder may use; the largest artefact needs about 4,000
native_spare_mb=1024                           # what Maven and the linker need beside it
native_cache=${XDG_CACHE_HOME:-$HOME/.cache}/vitrine/native
native_cache_days=30                           # a cached package that nobody took for so long goes

# --- what a package is made of ------------------------------------------------------------------------------------------

. "$here/functions/inputs.sh"

native_home() { printf '%s' "$here/$(artefact_folder "$1")/target/native"; }

# True when the package is there and was made of what is there now.
native_is_current() {
  local home
  home=$(native_home "$1")
  [[ -f $home/function.zip && -f $home/stamp && $(head -1 "$home/stamp") == "$(native_inputs "$1")" ]]
}

# The names of the artefacts that `up` may run natively, with commas between.
native_current() {
  local artefact sources known_modules
  sources=$(source_hashes) known_modules=$(modules)
  while read -r artefact; do ! native_is_current "$artefact" || printf '%s\n' "$artefact"; done < <(artefacts) | paste -sd , -
}

# Says which artefact lacks its executable.
need_native() {
  local artefact sources known_modules
  sources=$(source_hashes) known_modules=$(modules)
  while read -r artefact; do
    native_is_current "$artefact" || die "artefact $artefact has no native executable of its present sources; ./vitrine native builds it"
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
  local artefact=$1 zip=$2 inputs=$3 builder=$4 home
  home=$(native_home "$artefact")
  mkdir -p "$home"
  rm -f "$home/stamp"
  cp "$zip" "$home/.function.zip"
  mv "$home/.function.zip" "$home/function.zip"
  printf '%s\n%s\n' "$inputs" "$builder" >"$home/.stamp"
  mv "$home/.stamp" "$home/stamp"
}

# Builds in a copy of the sources: the JVM packages stay as they are, and nobody's edit gets into half of a build.
native_build() {
  local artefact=$1 inputs=$2 cached=$3 work=$here/target/native-work/$artefact log=$here/target/native-$artefact.log line options=()
  rm -rf "$work"
  mkdir -p "$work"
  (cd "$here" && find pom.xml mvnw .mvn $(modules | awk '$2 != "" { sub(/\/.*/, "", $2); print $2 }' | sort -u) -name target -prune -o -type f -print0 | tar -cf - --null -T -) | tar -xf - -C "$work"
  [[ $(native_inputs "$artefact" "$work") == "$inputs" ]] || die "the sources of $artefact changed while they were copied: run it again"
  if $native_quick; then options+=(-Dquarkus.native.additional-build-args-append=-Ob); fi
  if $native_container; then options+=(-Dquarkus.native.container-build=true); fi
  "$work/mvnw" -B -ntp -f "$work/pom.xml" -pl "$(artefact_folder "$artefact")" -am package -DskipTests -Dspotless.check.skip \
    -Dfunction.native=true -Dquarkus.native.enabled=true -Dquarkus.package.jar.enabled=false \
    -Dquarkus.native.native-image-xmx="${native_heap_mb}m" ${options[@]+"${options[@]}"} 2>&1 | tee "$log" | { grep --line-buffered -E '^\[[0-9]/[0-9]\]' || true; } | while IFS= read -r line; do say "  $artefact: $line"; done ||
    { grep -E '^\[ERROR\] [A-Z]|^Error:|^Fatal error' "$log" | head -3 >&2 || true; die "the native build of $artefact failed: see target/native-$artefact.log; its JVM package stays usable"; }
  mkdir -p "${cached%/function.zip}"
  cp "$work/$(artefact_folder "$artefact")/target/function.zip" "$cached.partial"
  mv "$cached.partial" "$cached"
  rm -rf "$work"
}

native_one() {
  local artefact=$1 builder=$2 inputs key cached home begun=$SECONDS
  inputs=$(native_inputs "$artefact")
  home=$(native_home "$artefact")
  if [[ -f $home/function.zip && -f $home/stamp && $(cat "$home/stamp") == "$inputs"$'\n'"$builder" ]]; then
    say "$artefact: unchanged"
    return
  fi
  key=$(printf '%s\n' "$artefact" "$inputs" "$builder" | sha256 | cut -c1-64)
  cached=$native_cache/$key/function.zip
  if [[ -f $cached ]]; then
    touch "$cached"
    native_place "$artefact" "$cached" "$inputs" "$builder"
    say "$artefact: taken from the cache, ${cached%/function.zip}"
    return
  fi
  need_native_memory
  say "$artefact: building (some minutes; log in target/native-$artefact.log)"
  native_build "$artefact" "$inputs" "$cached"
  native_place "$artefact" "$cached" "$inputs" "$builder"
  say "$artefact: built in $((SECONDS - begun)) s, $(du -h "$home/function.zip" | cut -f1)"
}

make_native() {
  local argument artefact builder wanted=()
  native_container=false
  native_quick=false
  [[ -z ${VITRINE_NATIVE_QUICK:-} ]] || native_quick=true
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
  if $native_quick; then builder="$builder -Ob"; fi
  mkdir -p "$here/target"
  for artefact in "${wanted[@]}"; do native_one "$artefact" "$builder"; done
  find "$native_cache" -mindepth 2 -maxdepth 2 -name function.zip -mtime +"$native_cache_days" -delete 2>/dev/null || true
  find "$native_cache" -mindepth 1 -maxdepth 1 -type d -empty -delete 2>/dev/null || true
}
