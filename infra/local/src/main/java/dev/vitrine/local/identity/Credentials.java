package dev.vitrine.local.identity;

/// What a function, or the owner of everything, signs requests with.
public record Credentials(String accessKey, String secretKey) {
    @Override
    public String toString() {
        return "Credentials[" + accessKey + "]";
    }
}
