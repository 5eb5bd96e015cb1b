# Sourced by ./vitrine: puts what runs into one archive, for the platform it was built on.

make_dist() {
  local os arch name out artefact
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
  for artefact in "$here"/functions/*/target/function.zip; do
    artefact=${artefact%/target/function.zip}
    mkdir -p "$out/functions/${artefact##*/}"
    cp "$artefact/target/function.zip" "$out/functions/${artefact##*/}/"
    if native_is_current "${artefact##*/}"; then
      mkdir -p "$out/functions/${artefact##*/}/native"
      cp "$artefact/target/native/function.zip" "$out/functions/${artefact##*/}/native/"
    elif [[ $(native_mode "${artefact##*/}") == quick ]]; then
      say "${artefact##*/}: its executable is a quick one, made for tests; the archive goes without it"
    fi
    [[ ! -d $artefact/samples ]] || cp -R "$artefact/samples" "$out/functions/${artefact##*/}/"
    [[ ! -d $artefact/contract ]] || cp -R "$artefact/contract" "$out/functions/${artefact##*/}/"
    [[ ! -d $artefact/src/main/resources/db/${artefact##*/} ]] || cp -R "$artefact/src/main/resources/db/${artefact##*/}" "$out/functions/${artefact##*/}/db"
  done
  cp -R "$here/infra/local/licences" "$out/licences"
  tar -C "$here/target/dist" -czf "$out.tar.gz" "$name"
  rm -rf "$out"
  say "target/dist/$name.tar.gz ($(du -h "$out.tar.gz" | cut -f1)): unpack it, then ./$name/vitrine up"
}
