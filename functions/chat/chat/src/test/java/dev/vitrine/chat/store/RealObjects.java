package dev.vitrine.chat.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.SocketContract;
import dev.vitrine.chat.run.store.SegmentObjects;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// S3's protocol with real signatures, by S3Proxy over a folder.
public final class RealObjects implements AutoCloseable {
    private static final String BUCKET = "media";

    private final S3Proxy proxy;
    private final S3Client client;
    private final Relay relay;
    /// Addresses that were purged, in turn.
    public final List<String> purged = new CopyOnWriteArrayList<>();

    public record Found(GetObjectResponse head, JsonNode json) {}

    private RealObjects(S3Proxy proxy, S3Client client, Relay relay) {
        this.proxy = proxy;
        this.client = client;
        this.relay = relay;
    }

    public static RealObjects start() {
        try {
            var folder = Files.createTempDirectory("chat-objects");
            Files.createDirectories(folder.resolve(BUCKET));
            var proxy = S3Proxy.builder()
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                    .ignoreUnknownHeaders(true)
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .build();
            proxy.start();
            var client = S3Client.builder()
                    .endpointOverride(URI.create("http://127.0.0.1:" + proxy.getPort()))
                    .region(Region.US_EAST_1)
                    .forcePathStyle(true)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build();
            return new RealObjects(proxy, client, new Relay(proxy.getPort()));
        } catch (Exception broken) {
            throw new IllegalStateException("S3 for the tests did not start", broken);
        }
    }

    public SegmentObjects segments() {
        return new SegmentObjects(() -> client, Optional.of(BUCKET), paths -> {
            purged.addAll(paths);
            return Uni.createFrom().voidItem();
        });
    }

    /// What an artefact has to be told to use these objects, by way of a store that can fall silent.
    public Map<String, String> settings() {
        return Map.of(
                "vitrine.media.bucket", BUCKET,
                "quarkus.s3.endpoint-override", "http://127.0.0.1:" + relay.port(),
                "quarkus.s3.aws.region", "us-east-1",
                "quarkus.s3.aws.credentials.type", "static",
                "quarkus.s3.aws.credentials.static-provider.access-key-id", "key",
                "quarkus.s3.aws.credentials.static-provider.secret-access-key", "secret");
    }

    /// As the deployment does.
    public void put(String key, String text) {
        client.putObject(object -> object.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }

    /// Whoever asks the artefact's way gets no answer until the store speaks again.
    public void silence(boolean wanted) {
        relay.silence(wanted);
    }

    /// Empty: not there (yet).
    public Optional<Found> find(RoomId room, String name) {
        return find(room, name, name.equals("index") ? "Index" : "Segment");
    }

    /// Of the replay: `index`, or a minute.
    public Optional<Found> replay(RoomId room, String name) {
        return find(room, "replay/" + name, name.equals("index") ? "ReplayIndex" : "ReplayMinute");
    }

    private Optional<Found> find(RoomId room, String name, String schema) {
        try (var object =
                client.getObject(get -> get.bucket(BUCKET).key(SegmentObjects.folder(room) + name + ".json"))) {
            var text = new GZIPInputStream(new ByteArrayInputStream(object.readAllBytes())).readAllBytes();
            var json = Json.read(new String(text, StandardCharsets.UTF_8));
            SocketContract.holds(schema, json);
            return Optional.of(new Found(object.response(), json));
        } catch (NoSuchKeyException notYet) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            relay.close();
            proxy.stop();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
