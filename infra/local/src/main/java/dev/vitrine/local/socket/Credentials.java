package dev.vitrine.local.socket;

/// What callers of the `@connections` API sign with.
public record Credentials(String accessKey, String secretKey) {
    @Override
    public String toString() {
        return "Credentials[" + accessKey + "]";
    }
}
