/// What the media functions do, one use case per class. Every one may run twice with the same outcome.
///
/// Must not import the boundary, nor any SDK: other systems are behind the ports of the media pipeline and the
/// platform.
package dev.vitrine.media.control;
