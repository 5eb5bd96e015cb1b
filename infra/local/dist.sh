# Sourced by ./vitrine: puts what runs into one archive, for the platform it was built on.

# What was released stays: the gate holds every later contract and event against it. A version is written once.
keep_released_contracts() {
  local kept=$here/contracts/released/$version capability
  [[ ! -d $kept ]] || return 0
  for capability in "$here"/functions/*/; do
    capability=${capability%/}
    if [[ -d $capability/contract ]]; then mkdir -p "$kept/${capability##*/}/contract" && cp "$capability"/contract/*.yaml "$kept/${capability##*/}/contract/"; fi
    if [[ -d $capability/events ]]; then mkdir -p "$kept/${capability##*/}/events" && cp "$capability"/events/src/main/events/*.yaml "$kept/${capability##*/}/events/"; fi
  done
  say "contracts/released/$version is new: commit it with the release"
}

make_dist() {
  local os arch name out capability artefact folder
  os=$(uname -s | tr '[:upper:]' '[:lower:]')
  arch=$(uname -m)
  name=vitrine-$version-$os-$arch
  out=$here/target/dist/$name
  rm -rf "$out"
  mkdir -p "$out"/{lib,functions,web}
  keep_released_contracts
  cp "$here"/{vitrine,README.md,LICENSE,NOTICE} "$out/"
  cp "$here/infra/local/target/local-cloud.jar" "$here"/infra/local/target/lib/*.jar "$out/lib/"
  cp "$here/functions/catalog.yaml" "$out/functions/"
  cp -R "$here/clients/web/dist/." "$out/web/"
  for capability in "$here"/functions/*/; do
    capability=${capability%/}
    for folder in contract samples; do
      [[ ! -d $capability/$folder ]] || { mkdir -p "$out/functions/${capability##*/}" && cp -R "$capability/$folder" "$out/functions/${capability##*/}/"; }
    done
    # what rooms show is read from the schemas of events
    [[ ! -d $capability/events/src/main/events ]] || { mkdir -p "$out/functions/${capability##*/}/events" && cp "$capability"/events/src/main/events/*.yaml "$out/functions/${capability##*/}/events/"; }
  done
  while read -r artefact; do
    folder=$(artefact_folder "$artefact")
    mkdir -p "$out/$folder"
    cp "$here/$folder/target/function.zip" "$out/$folder/"
    if native_is_current "$artefact"; then
      mkdir -p "$out/$folder/native"
      cp "$here/$folder/target/native/function.zip" "$out/$folder/native/"
    elif [[ $(native_mode "$artefact") == quick ]]; then
      say "$artefact: its executable is a quick one, made for tests; the archive goes without it"
    fi
    [[ ! -d $here/$folder/src/main/resources/db/$artefact ]] || cp -R "$here/$folder/src/main/resources/db/$artefact" "$out/$folder/db"
  done < <(artefacts)
  cp -R "$here/infra/local/licences" "$out/licences"
  tar -C "$here/target/dist" -czf "$out.tar.gz" "$name"
  rm -rf "$out"
  say "target/dist/$name.tar.gz ($(du -h "$out.tar.gz" | cut -f1)): unpack it, then ./$name/vitrine up"
}
