/// The ports to the services that carry video: `MediaProvider` for what is live, `MediaJobs` for what is rendered.
///
/// Each adapter speaks to one real system and lives in a package of that system's name. Which calls, keys,
/// addresses and events of Amazon IVS, MediaLive with MediaPackage and ApsaraVideo Live stand behind each
/// method is written down in `docs/decisions/2026-11-22-media-provider-port.md`.
///
/// Guarantees: every command may be repeated after a timeout. No adapter keeps state of its own.
package dev.vitrine.pipeline;
