package dev.vitrine.live;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A real S3 endpoint over a folder, with one bucket.
public final class TestBucket implements AutoCloseable {
    private static final String BUCKET = "media";
    private static final String ACCESS_KEY = "test";
    private static final String SECRET_KEY = "test-secret";

    private final S3Proxy proxy;
    private final S3Client client;

    public TestBucket(Path folder) throws Exception {
        Files.createDirectories(folder);
        proxy = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .build();
        proxy.start();
        client = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + proxy.getPort()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build();
        if (!Files.exists(folder.resolve(BUCKET))) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
    }

    public S3Client client() {
        return client;
    }

    public ObjectStore store() {
        return new S3ObjectStore(client, BUCKET);
    }

    @Override
    public void close() throws Exception {
        client.close();
        proxy.stop();
    }
}
