package dev.vitrine.local.gateway;

/// How many requests a second are let through to functions, per source address and in all, and how many at once.
public record ThrottleSettings(double sourceRate, double sourceBurst, double rate, double burst) {
    /// One machine serves everybody from one address here; a real edge would give a source far less.
    public static final ThrottleSettings DEFAULT = new ThrottleSettings(200, 400, 500, 1_000);

    public ThrottleSettings {
        if (sourceRate <= 0 || rate <= 0 || sourceBurst < 1 || burst < 1) {
            throw new IllegalArgumentException("throttle rates must be above 0 and bursts at least 1");
        }
    }
}
