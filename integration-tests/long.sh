# Sourced by integration-tests/run.sh: soaks and many seeds, for hours and outside CI. The same tests as the gate's, with bigger parameters.
#
# What there is stands in files named `soaks`, each where the test belongs, a line a soak:
#   name | module | test | seeds FROM-TO | rounds | properties, in which {seed} and {rounds} are put in
#
# A test that draws its own seeds (jqwik's, which prints the one that failed) is run as often as FROM-TO says, each time with as many
# of its own as `rounds` tells.

soaks() { (cd "$here" && find . \( -name target -o -name node_modules -o -name '.?*' \) -prune -o -name soaks -type f -print | LC_ALL=C sort | xargs cat | grep -v '^#\|^$' | sed 's/ *| */|/g'); }

# One seed of a soak.
run_seed() {
  local module=$1 test=$2
  shift 2
  maven test -pl "$module" -am -Dtest="$test" -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip "$@"
}

long_line() { printf '%-28s %-14s %8s %-8s %8s\n' "$@"; }

# run_long --long [NAME...] [--seeds FROM-TO]: the soaks named, or all; with their own seeds, or those given.
run_long() {
  local wanted=' ' given='' line name module test seeds rounds properties seed from until result begun red=false
  local -a options
  shift
  while (( $# > 0 )); do
    case $1 in
      --seeds) given=${2:?"test --long --seeds: FROM-TO is missing"}; shift ;;
      -*) die "test --long: unknown option '$1'" ;;
      *) soaks | grep -q "^$1|" || die "test --long: there is no soak '$1'; there are $(soaks | cut -d'|' -f1 | paste -sd ' ' -)"; wanted="$wanted$1 " ;;
    esac
    shift
  done
  need_test_tools
  build_java
  build_web
  mkdir -p "$here/target/long"
  : >"$here/target/long/table"
  while IFS='|' read -r name module test seeds rounds properties; do
    [[ $wanted == ' ' || $wanted == *" $name "* ]] || continue
    seeds=${given:-$seeds} from=${seeds%-*} until=${seeds#*-} result=passed begun=$SECONDS
    for (( seed = from; seed <= until; seed++ )); do
      say "$name: seed $seed of $seeds, $rounds rounds, log in target/long/$name-$seed.log"
      properties=${properties//\{rounds\}/$rounds}
      read -ra options <<<"${properties//\{seed\}/$seed}"
      if ! run_seed "$module" "$test" "${options[@]}" </dev/null >"$here/target/long/$name-$seed.log" 2>&1; then
        result="seed $seed" red=true
        break
      fi
    done
    long_line "$name" "$from-$(( seed > until ? until : seed ))" "$rounds" "$result" $((SECONDS - begun)) >>"$here/target/long/table"
  done < <(soaks)
  long_line soak seeds rounds result seconds
  cat "$here/target/long/table"
  ! $red || die "a soak failed: the seed is in its result, what it said in target/long"
}
