package dev.vitrine.local.catalog;

import java.time.Duration;

/// An event type that goes to the function's queue.
///
/// @param delay how long the queue keeps it back, at most the 15 minutes that SQS allows
public record Subscription(String event, Duration delay) {}
