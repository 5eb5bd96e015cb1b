# Sourced by ./vitrine: makes the skeleton of a capability from functions/skeleton and clients/web/skeleton. Everything is
# made aside and put in its place at the end: an error leaves nothing behind.

. "$here/functions/inputs.sh"

new_name_longest=20 # lines of the skeleton are formatted for names up to this long

# Says in one line why a capability cannot have this name.
check_new_name() {
  local name=$1 package=$2 schema=$3
  [[ $name =~ ^[a-z][a-z0-9]*(-[a-z0-9]+)*$ ]] || die "new: '$name' must be lower-case words joined by '-'"
  (( ${#name} <= new_name_longest )) || die "new: '$name' has more than $new_name_longest characters"
  case " abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public record return sealed short static strictfp super switch synchronized this throw throws transient true try void volatile while yield var null false " in
    *" $package "*) die "new: '$package' is a word of Java" ;;
  esac
  case " bench door event it live local model pipeline platform " in *" $package "*) die "new: the package dev.vitrine.$package is taken" ;; esac
  # PostgreSQL keeps pg_ for itself, and its reserved words would need quotes wherever the schema is named
  [[ $schema != pg_* ]] || die "new: PostgreSQL keeps names that begin with pg_ for itself"
  case " all analyse analyze and any array as asc asymmetric authorization between binary both case cast check collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in information_schema initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary public references returning right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window with " in
    *" $schema "*) die "new: '$schema' is a word of SQL" ;;
  esac
  case " contract events journeys samples " in *" $name "*) die "new: every capability has a folder $name" ;; esac
  [[ ! -e $here/functions/$name ]] || die "new: there is functions/$name already"
  [[ ! -e $here/clients/web/src/features/$name ]] || die "new: there is clients/web/src/features/$name already"
  ! modules | awk -v name="$name" '$1 == name || $1 == name "-events" || $1 == name "-journeys" || $1 == name "-capability" { found = 1 } END { exit !found }' || die "new: a module is called $name already"
  ! grep -qE "^  ($name|$name-api|$name-heal):" "$here/functions/catalog.yaml" || die "new: functions/catalog.yaml has $name already"
  ! grep -qsE "^  /v1/$name(/.*)?:" "$here"/functions/*/contract/*.yaml || die "new: /v1/$name is taken"
}

# Copies templates of one folder below another, names and texts filled in; imports go in the order of the formatter.
fill_skeleton() {
  local from=$1 to=$2 file target
  while read -r file; do
    target=$to/$(sed "$new_words" <<<"${file%.tmpl}")
    mkdir -p "${target%/*}"
    sed "$new_words" "$from/$file" | awk '
      function flush(  i, j, line) {
        for (i = 2; i <= n; i++) { line = imports[i]; for (j = i - 1; j > 0 && imports[j] > line; j--) imports[j + 1] = imports[j]; imports[j + 1] = line }
        for (i = 1; i <= n; i++) { sub(/\001$/, ";", imports[i]); print imports[i] }
        n = 0 }
      /^import (static )?[A-Za-z0-9._]+;$/ { line = $0; sub(/;$/, "\001", line); imports[++n] = line; next }
      { flush(); print }
      END { flush() }' >"$target"
  done < <(cd "$from" && find . -type f -name '*.tmpl' | sed 's|^\./||')
}

make_new() {
  local what=${1:-} name=${2:-} access=sql package schema class new_words work
  [[ $what == capability && -n $name ]] || die "new: say ./vitrine new capability NAME [--hibernate]"
  case ${3:-} in '') ;; --hibernate) access=hibernate ;; *) die "new: unknown option '$3'" ;; esac
  (( $# <= 3 )) || die "new: unknown option '$4'"
  package=${name//-/} schema=${name//-/_}
  check_new_name "$name" "$package" "$schema"
  class=$(awk -F- '{ for (i = 1; i <= NF; i++) printf "%s%s", toupper(substr($i, 1, 1)), substr($i, 2) }' <<<"$name")
  new_words="s/__name__/$name/g; s/__package__/$package/g; s/__schema__/$schema/g; s/__Name__/$class/g"
  mkdir -p "$here/target"
  work=$(mktemp -d "$here/target/new.XXXXXX")
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$work'" EXIT
  fill_skeleton "$here/functions/skeleton/both" "$work/functions"
  fill_skeleton "$here/functions/skeleton/$access" "$work/functions"
  # a web client without features takes none
  [[ ! -d $here/clients/web/src/features ]] || fill_skeleton "$here/clients/web/skeleton" "$work/web"

  awk -v module="    <module>functions/$name</module>" '
    /<module>functions\// { last = NR } { lines[NR] = $0 }
    END { for (i = 1; i <= NR; i++) { print lines[i]; if (i == last) print module } }' "$here/pom.xml" >"$work/pom.xml"
  sed "$new_words" "$here/functions/skeleton/artefact.yaml.tmpl" >"$work/artefact.yaml"
  { awk -v more="$work/artefact.yaml" '/^functions:/ { while ((getline line < more) > 0) print line; print "" } { print }' "$here/functions/catalog.yaml"
    sed "$new_words" "$here/functions/skeleton/functions.yaml.tmpl"; } | awk '
      # the artefacts end with one empty line, and the file with none
      /^$/ { blank = 1; next } { if (blank && !(artefacts && /^  [a-z]/)) print ""; blank = 0; print } /^artefacts:/ { artefacts = 1 } /^functions:/ { artefacts = 0 }' >"$work/catalog.yaml"
  awk -v row="| notes of $name, until they are something better | \`functions/$name\` |" '/^\| a journey, a fault, / { print row } { print }' "$here/README.md" >"$work/README.md"

  [[ ! -d $work/web ]] || mv "$work/web" "$here/clients/web/src/features/$name"
  mv "$work/functions" "$here/functions/$name"
  cat "$work/pom.xml" >"$here/pom.xml"
  cat "$work/catalog.yaml" >"$here/functions/catalog.yaml"
  cat "$work/README.md" >"$here/README.md"
  say "made functions/$name; ./mvnw -pl functions/$name/$name -am verify checks it, ./vitrine up answers /v1/$name"
}
