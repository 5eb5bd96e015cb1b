package dev.vitrine.local.identity;

import java.util.List;

/// What of a request is signed, besides its body.
public interface SignedRequest {
    String method();

    /// As it was sent, with its escapes.
    String rawPath();

    /// All values of a header.
    ///
    /// @param name in lower case
    List<String> header(String name);
}
