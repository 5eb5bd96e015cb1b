package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/// A page from elsewhere, by whatever name it comes, has no signature: `Host` is part of what is
/// signed.
class NobodyReadsABucketUnsignedTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private S3Store store;

    @BeforeEach
    void start() throws Exception {
        store = new S3Store(folder, FreePorts.row(), "owner", "secret of the owner");
        store.start();
        try (var owner = store.client()) {
            owner.putObject(put -> put.bucket("media").key("registry/x.json"), RequestBody.fromString("private"));
            owner.putObject(
                    put -> put.bucket("media").key("vod/x.mp4").acl(ObjectCannedACL.PUBLIC_READ),
                    RequestBody.fromString("called public"));
        }
    }

    @AfterEach
    void stop() throws Exception {
        store.stop();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        var body =
                method.equals("PUT") || method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody();
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(store.endpoint() + path))
                        .method(method, body)
                        .header("origin", "https://evil.example")
                        .header("access-control-request-method", "GET")
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /media/registry/x.json",
                "HEAD /media/registry/x.json",
                "GET /media/vod/x.mp4",
                "HEAD /media/vod/x.mp4",
                "GET /media/nothing",
                "GET /media",
                "GET /media?list-type=2",
                "GET /",
                "PUT /media/y",
                "PUT /new",
                "DELETE /media/registry/x.json",
            })
    void whateverIsAskedWithoutASignatureIsRefused(String asked) throws Exception {
        var words = asked.split(" ");
        assertEquals(403, ask(words[0], words[1]).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media", "/media?delete", "/media/registry/x.json?uploads", "/media/vod/x.mp4"})
    void aPostChangesNothing(String path) throws Exception {
        assertTrue(ask("POST", path).statusCode() >= 400);
        try (var owner = store.client()) {
            assertEquals(2, owner.listObjectsV2(list -> list.bucket("media")).keyCount());
        }
    }

    @Test
    void noPageFromElsewhereIsInvited() throws Exception {
        for (var path : new String[] {"/media/registry/x.json", "/media/vod/x.mp4", "/media"}) {
            assertEquals(
                    Optional.empty(), ask("OPTIONS", path).headers().firstValue("access-control-allow-origin"), path);
        }
    }
}
