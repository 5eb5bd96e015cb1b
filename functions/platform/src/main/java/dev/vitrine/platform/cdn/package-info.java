/// The caches before what is public.
package dev.vitrine.platform.cdn;
