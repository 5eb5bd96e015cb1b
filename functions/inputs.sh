# Sourced by ./vitrine and functions/native.sh: what an artefact is made of, as a hash. Packages for the JVM and native
# ones are made again when their hash changes, and only then: neither the list of modules nor another artefact counts.

sha256() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# The names of all artefacts: what is made with the capabilities' parent.
artefacts() {
  local pom
  for pom in "$here"/functions/*/*/pom.xml; do
    if grep -q '<artifactId>capability-parent</artifactId>' "$pom"; then pom=${pom%/pom.xml}; printf '%s\n' "${pom##*/}"; fi
  done
}

# The folder of an artefact, relative to the project.
artefact_folder() {
  local folder
  for folder in "$here"/functions/*/"$1"; do
    if [[ -f $folder/pom.xml ]]; then printf 'functions/%s' "${folder#"$here"/functions/}"; return; fi
  done
  die "there is no artefact '$1'"
}

# "artifactId folder needed..." of every module: what it needs of ours are its dependencies and, but for the parent of
# all, its parent.
modules() {
  (cd "$here" && find . \( -name target -o -name node_modules -o -name src -o -name '.?*' \) -prune -o -name pom.xml -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 awk '
    function text(line) { sub(/.*<artifactId>/, "", line); sub(/<.*/, "", line); return line }
    function flush() { if (name != "") print name, folder, needs }
    FNR == 1 {
      flush(); name = ""; needs = ""; ours = 0; dependency = 0; parent = 0
      folder = FILENAME; sub(/^\.\//, "", folder); sub(/\/?pom\.xml$/, "", folder) }
    /<parent>/ { parent = 1 }
    parent && /<artifactId>/ { if (text($0) != "vitrine-parent") needs = needs " " text($0) }
    !parent && name == "" && /<artifactId>/ { name = text($0) }
    /<dependency>/ { dependency = 1; ours = 0 }
    dependency == 1 && /<groupId>dev\.vitrine<\/groupId>/ { ours = 1 }
    dependency == 1 && /<artifactId>/ { if (ours) needs = needs " " text($0); dependency = 2 }
    /<\/parent>/ { parent = 0 }
    /<\/dependency>/ { dependency = 0 }
    END { flush() }')
}

# "hash  file" of every pom, source and resource of the modules: what any package may be made of.
source_hashes() {
  (cd "$here" && find . \( -name target -o -name node_modules -o -path '*/src/test' -o -name '.?*' \) -prune -o -type f \( -name pom.xml -o -path '*/src/main/*' \) ! -path './clients/*' -print | LC_ALL=C sort | tr '\n' '\0' |
    xargs -0 bash -c "$(declare -f sha256)"'; sha256 "$@"' sha256)
}

# The lines of source_hashes that count for a module: those of itself and of all that it needs, and of the parent of all.
# `sources` and `known_modules` may be handed down by who asks for many.
inputs_of() {
  local folder=$1
  awk -v start="$folder" '
    NR == FNR { folder_of[$1] = $2; for (i = 3; i <= NF; i++) needs[$2] = needs[$2] " " $i; next }
    FNR == 1 { wanted["parent"] = 1; visit(start) }
    { file = $2; sub(/^\.\//, "", file); module = file; sub(/\/?(pom\.xml|src\/main\/.*)$/, "", module); if (module in wanted) print $1, file }
    function visit(folder,  n, i, names) {
      if (folder == "" || folder in wanted) return
      wanted[folder] = 1
      n = split(needs[folder], names, " ")
      for (i = 1; i <= n; i++) visit(folder_of[names[i]])
    }' <(printf '%s\n' "${known_modules:-$(modules)}") <(printf '%s\n' "${sources:-$(source_hashes)}")
}

# The hash of all that decides what a package for the JVM does.
jvm_inputs() { inputs_of "$1" | sha256 | cut -c1-64; }

# The hash of all that decides what an executable does, which is not started by a script. In the tree that the second
# argument names, else in this one.
native_inputs() {
  local here=${2:-$here}
  if (( $# > 1 )); then local sources='' known_modules=''; fi
  inputs_of "$(artefact_folder "$1")" | grep -v '/zip\.jvm/' | sha256 | cut -c1-64
}
