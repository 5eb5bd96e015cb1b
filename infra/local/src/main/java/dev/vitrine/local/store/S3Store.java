package dev.vitrine.local.store;

import dev.vitrine.local.Service;
import dev.vitrine.local.life.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// S3 on loopback: S3Proxy in this JVM, real signatures checked, one bucket `media`, each object a plain file.
public final class S3Store implements Service {

    public static final String BUCKET = "media";

    static final Duration STOP_BOUND = Duration.ofSeconds(5);

    /// Requests served at once; more wait.
    private static final int MAX_THREADS = 64;

    private final Path folder;
    private final int port;
    private final String accessKey;
    private final String secretKey;
    private final List<ObjectListener> listeners = new CopyOnWriteArrayList<>();
    private volatile S3Proxy proxy;

    public S3Store(Path folder, int port, String accessKey, String secretKey) {
        this.folder = folder;
        this.port = port;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    @Override
    public String name() {
        return "S3";
    }

    /// What the AWS SDK takes as its endpoint.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// A client of this store, for the caller to close.
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /// From now on `listener` hears of every change before the client is answered.
    public void listen(ObjectListener listener) {
        listeners.add(listener);
    }

    @Override
    public void start() throws Exception {
        PrivateFiles.createFolder(folder);
        createBucket();
        proxy = S3Proxy.builder()
                .endpoint(endpoint())
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .jettyMaxThreads(MAX_THREADS)
                .stopTimeout(STOP_BOUND.toMillis())
                .ignoreUnknownHeaders(true)
                .blobStore(new NotifyingBlobStore(
                        new FilesystemNio2BlobStore(folder.toString()), listeners, Clock.systemUTC()))
                .build();
        proxy.start();
    }

    @Override
    public void stop() throws Exception {
        if (proxy != null) {
            proxy.stop();
        }
    }

    /// A bucket of the file system store is a folder.
    private void createBucket() throws IOException {
        PrivateFiles.createFolder(folder.resolve(BUCKET));
    }
}
