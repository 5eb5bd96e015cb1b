package dev.vitrine.local.store;

/// Hears of every object that was stored or removed, before the client is told so.
@FunctionalInterface
public interface ObjectListener {

    /// Returns once the event is durable. A throw fails the client's request, who then repeats it: an event may be
    /// heard twice and is never lost.
    void onObject(ObjectEvent event);
}
