/// What an earlier version left on a disk, opened by this one.
///
/// An upgrade fixture is the data folder of a local cloud of an earlier version, killed while events were on
/// their way, and what that cloud had acknowledged:
/// `src/test/resources/upgrade/<version>/{data.tar.xz,truths.json}`. Every fixture there is opened by
/// [DataOfAnEarlierVersionOpensTest]. A new one is made by `integration-tests/upgrade/make.sh`, which runs
/// [MakeUpgradeFixture] against a checkout of the version; nothing else is edited.
///
/// Nothing here names a class, table or file of the product: what an earlier version acknowledged is asked
/// for by public contracts only. The data folder's own parts (Redis's append-only file, names of queues) are
/// what the local cloud promises.
package dev.vitrine.it.upgrade;
