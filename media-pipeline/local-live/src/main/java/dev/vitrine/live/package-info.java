/// The local live service: a cloud live provider on one machine, behind [LocalLive].
///
/// What it needs of its host it asks for in three small interfaces: [PublishAuthorizer], [Notifications],
/// [ObjectStore]. What it offers: RTMP ingest, an HTTP control API with a bearer token, and two Helidon services for
/// a public edge. It knows nothing of rooms, functions or the rest of Vitrine.
///
/// Guarantees: what the control API acknowledged, and every whole segment of a stream, survives `kill -9` of the
/// process; every bound has a name and is listed in `media-pipeline/README.md`.
/// Must not import: anything of `functions`, `infra` or Quarkus.
package dev.vitrine.live;
