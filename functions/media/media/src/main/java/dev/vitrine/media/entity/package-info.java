/// The rules of recordings and replays: which object is a recording, which job renders it, which fact tells of it.
///
/// Plain Java. Imports nothing but the JDK, the shared model and the words of the media pipeline.
package dev.vitrine.media.entity;
