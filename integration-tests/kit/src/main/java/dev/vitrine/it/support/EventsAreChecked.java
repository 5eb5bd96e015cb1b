package dev.vitrine.it.support;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Behind every class of tests, what the running clouds told is held against the schemas of events. Found by
/// JUnit itself (`META-INF/services`), so that no journey can forget it; a cloud that a test stops is checked as
/// it stops.
public final class EventsAreChecked implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        Cloud.running().forEach(cloud -> cloud.events().check());
    }
}
