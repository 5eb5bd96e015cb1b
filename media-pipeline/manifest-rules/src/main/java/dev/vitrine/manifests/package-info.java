/// What a playlist or a manifest must be, whoever made it: HLS after RFC 8216bis, DASH after ISO/IEC 23009-1. Tests
/// hold every manifest to it that they read; players that forgive are no proof.
///
/// `ManifestWatch` is the door. It remembers what it saw, because half of the rules are about what may change.
package dev.vitrine.manifests;
