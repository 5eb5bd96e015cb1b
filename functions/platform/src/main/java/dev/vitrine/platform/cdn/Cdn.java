package dev.vitrine.platform.cdn;

import io.smallrye.mutiny.Uni;
import java.util.List;

/// Port to the caches that stand before what is public (`publicPrefixes` in the registry).
///
/// A cache holds an object for its `max-age` at most; a purge makes it sooner where an object was
/// rewritten. What a browser holds no purge reaches: so `max-age` is the promise, and short where
/// something may have to be taken back.
public interface Cdn {

    /// The next request for each of these addresses reaches the store. Twice is as once.
    ///
    /// @param paths as the public sees them, from the first slash: `/media/chat/...`
    /// @return completes when it is asked for; fails when it could not be, and then is to be repeated
    Uni<Void> purge(List<String> paths);
}
