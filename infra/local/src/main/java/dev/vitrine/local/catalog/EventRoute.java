package dev.vitrine.local.catalog;

import java.time.Duration;

/// One destination of an event type.
public record EventRoute(String queue, Duration delay) {}
