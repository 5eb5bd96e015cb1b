# Sourced by ./vitrine: puts what runs into one archive, for the platform it was built on.

make_dist() {
  local os arch name out capability artefact folder
  os=$(uname -s | tr '[:upper:]' '[:lower:]')
  arch=$(uname -m)
  name=vitrine-$version-$os-$arch
  out=$here/target/dist/$name
  rm -rf "$out"
  mkdir -p "$out"/{lib,functions,web}
  cp "$here"/{vitrine,README.md,LICENSE,NOTICE} "$out/"
  cp "$here/infra/local/target/local-cloud.jar" "$here"/infra/local/target/lib/*.jar "$out/lib/"
  cp "$here/functions/catalog.yaml" "$out/functions/"
  cp -R "$here/clients/web/dist/." "$out/web/"
  for capability in "$here"/functions/*/; do
    capability=${capability%/}
    for folder in contract samples; do
      [[ ! -d $capability/$folder ]] || { mkdir -p "$out/functions/${capability##*/}" && cp -R "$capability/$folder" "$out/functions/${capability##*/}/"; }
    done
    [[ ! -d $capability/events/src/main/events ]] || { mkdir -p "$out/functions/${capability##*/}" && cp -R "$capability/events/src/main/events" "$out/functions/${capability##*/}/"; }
  done
  while read -r artefact; do
    folder=$(artefact_folder "$artefact")
    mkdir -p "$out/$folder"
    cp "$here/$folder/target/function.zip" "$out/$folder/"
    if native_is_current "$artefact"; then
      mkdir -p "$out/$folder/native"
      cp "$here/$folder/target/native/function.zip" "$out/$folder/native/"
    fi
    [[ ! -d $here/$folder/src/main/resources/db/$artefact ]] || cp -R "$here/$folder/src/main/resources/db/$artefact" "$out/$folder/db"
  done < <(artefacts)
  cp -R "$here/infra/local/licences" "$out/licences"
  tar -C "$here/target/dist" -czf "$out.tar.gz" "$name"
  rm -rf "$out"
  say "target/dist/$name.tar.gz ($(du -h "$out.tar.gz" | cut -f1)): unpack it, then ./$name/vitrine up"
}
