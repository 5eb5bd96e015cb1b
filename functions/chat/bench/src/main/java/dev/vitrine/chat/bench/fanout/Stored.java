package dev.vitrine.chat.bench.fanout;

/// What an origin answered.
///
/// @param maxAgeMillis how long a cache may keep it; 0: not at all
/// @param headerBytes what travels beside the body
record Stored(int status, byte[] body, long maxAgeMillis, int headerBytes) {
    private static final String MAX_AGE = "max-age=";
    private static final long MILLIS = 1000;

    boolean found() {
        return status == 200;
    }

    int wireBytes() {
        return body.length + headerBytes;
    }

    /// Reads `Cache-Control` (RFC 9111, section 5.2); 0 when it forbids keeping or says nothing.
    static long maxAgeMillis(String cacheControl) {
        if (cacheControl.contains("no-store")
                || cacheControl.contains("no-cache")
                || cacheControl.contains("private")) {
            return 0;
        }
        for (var directive : cacheControl.split(",")) {
            var text = directive.strip();
            if (text.startsWith(MAX_AGE)) {
                return Long.parseLong(text.substring(MAX_AGE.length())) * MILLIS;
            }
        }
        return 0;
    }
}
