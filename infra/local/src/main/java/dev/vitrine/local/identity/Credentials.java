package dev.vitrine.local.identity;

/// What a function signs its requests with.
public record Credentials(String accessKey, String secretKey) {
    @Override
    public String toString() {
        return "Credentials[" + accessKey + "]";
    }
}
