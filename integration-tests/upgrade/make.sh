#!/usr/bin/env bash
# Makes the upgrade fixture of a version: what its local cloud leaves on a disk when it is killed, and what it had acknowledged.
#
#   integration-tests/upgrade/make.sh [CHECKOUT]     a clean checkout of the version; this one when none is named
#
# The driver is this tree's (MakeUpgradeFixture), what it drives is the checkout's ./vitrine. Takes some minutes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
checkout=$(cd "${1:-$here}" && pwd)
[[ -x $checkout/vitrine ]] || { echo "make.sh: $checkout has no ./vitrine" >&2; exit 1; }
[[ -z $(git -C "$checkout" status --porcelain) ]] || { echo "make.sh: $checkout is not clean: no version would name what it makes" >&2; exit 1; }
version=$(git -C "$checkout" rev-parse --short=7 HEAD)
target=$here/integration-tests/src/test/resources/upgrade/$version
mkdir -p "$target"
"$here/mvnw" -B -ntp -q -f "$here/pom.xml" -pl integration-tests -am test -Dtest=MakeUpgradeFixture -Dsurefire.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip -Dvitrine.root="$checkout" -Dvitrine.upgrade.version="$version" -Dvitrine.upgrade.target="$target"
du -h "$target"/*
