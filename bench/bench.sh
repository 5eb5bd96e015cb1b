# Sourced by ./vitrine and integration-tests/run.sh: benches are found where they are. A bench is a file benches/NAME.txt of the module
# `bench` or of a capability's `bench`: what it measures and its options, printed without a build. Its class is named in that module's
# META-INF/services. A first line `# runs functions` says that it needs the package of every artefact.

# "NAME folder" of every bench.
benches() {
  local text name
  for text in "$here"/bench/benches/*.txt "$here"/functions/*/bench/benches/*.txt; do
    if [[ -f $text ]]; then name=${text##*/} text=${text%/benches/*}; printf '%s %s\n' "${name%.txt}" "${text#"$here"/}"; fi
  done
}

# "folder package" of every module that holds benches.
bench_packages() { benches | awk '!seen[$2]++ { print $2, "target/bench.jar" }'; }

# What the bench named takes; without a name, what each does.
bench_usage() {
  local wanted=$1 name folder
  printf 'usage: ./vitrine bench NAME [OPTIONS]\n'
  while read -r name folder; do
    if [[ -z $wanted || $name == "$wanted" ]]; then
      printf '\n  %s\n' "$name"
      sed '/^#/d; s/^/           /' "$here/$folder/benches/$name.txt"
    fi
  done < <(benches)
}

# The folder of a bench.
bench_folder() {
  local folder
  folder=$(benches | awk -v name="$1" '$1 == name { print $2; exit }')
  [[ -n $folder ]] || die "bench: there is no '$1'; there are $(benches | awk '{ print $1 }' | paste -sd , - | sed 's/,/, /g')"
  printf '%s' "$folder"
}

# What the bench at a folder needs: "folder package" a line.
bench_needs() {
  local name=$1 folder=$2
  printf '%s target/bench.jar\n' bench "$folder" | awk '!seen[$0]++'
  if grep -q '^# runs functions$' "$here/$folder/benches/$name.txt"; then java_packages; else printf 'infra/local target/local-cloud.jar\n'; fi
}

# `./vitrine bench`: replaces this shell.
run_bench() {
  local name=${1:-} folder path
  case $name in '' | --help | -h) bench_usage ''; return ;; esac
  folder=$(bench_folder "$name")
  for argument in "$@"; do case $argument in --help | -h) bench_usage "$name"; return ;; esac; done
  need_jdk
  build_java < <(bench_needs "$name" "$folder")
  path=$here/bench/target/bench.jar:$here/bench/target/lib/*:$(class_path)
  [[ $folder == bench ]] || path=$here/$folder/target/bench.jar:$here/$folder/target/lib/*:$path
  exec "$JAVA_HOME/bin/java" -Xmx384m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Dvitrine.home="$here" \
    -cp "$path" dev.vitrine.bench.BenchCommand "$@"
}
