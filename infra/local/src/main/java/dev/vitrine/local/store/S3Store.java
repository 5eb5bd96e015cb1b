package dev.vitrine.local.store;

import dev.vitrine.local.Service;
import dev.vitrine.local.identity.Signatures;
import dev.vitrine.local.life.PrivateFiles;
import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.Watched;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// S3 on loopback: S3Proxy in this JVM, real signatures checked, each bucket a folder, each object a plain file.
public final class S3Store implements Service, Watched {

    /// What streams are recorded to, and what the edge serves of it to anyone.
    public static final String BUCKET = "media";

    private static final Logger LOG = System.getLogger(S3Store.class.getName());

    /// Jetty lets requests finish and needs about two seconds to see idle clients off.
    static final Duration STOP_BOUND = Duration.ofSeconds(5);

    /// Requests served at once; more wait.
    private static final int MAX_THREADS = 64;

    private final Path folder;
    private final int port;
    private final String accessKey;
    private final String secretKey;
    private final Set<String> buckets;
    private final BucketAccess others;
    private final List<ObjectListener> listeners = new CopyOnWriteArrayList<>();
    private final Condition condition = new Condition("s3", "S3");
    private volatile S3Client asking;
    private volatile S3Proxy proxy;

    /// With one bucket, for whoever knows the owner's keys.
    public S3Store(Path folder, int port, String accessKey, String secretKey) {
        this(folder, port, accessKey, secretKey, Set.of(), _ -> Optional.empty());
    }

    /// @param accessKey of the owner, who may do everything
    /// @param buckets beside [#BUCKET]
    /// @param others who may use some of the buckets
    public S3Store(
            Path folder, int port, String accessKey, String secretKey, Set<String> buckets, BucketAccess others) {
        this.buckets = Stream.concat(Stream.of(BUCKET), buckets.stream()).collect(Collectors.toUnmodifiableSet());
        this.others = others;
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
        return builder().build();
    }

    /// One that asks once and does not wait long.
    private S3Client impatientClient() {
        return builder()
                .overrideConfiguration(
                        c -> c.apiCallTimeout(ANSWER_WITHIN).retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private S3ClientBuilder builder() {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    /// From now on `listener` hears of every change before the client is answered.
    public void listen(ObjectListener listener) {
        listeners.add(listener);
    }

    @Override
    public Condition condition() {
        return condition;
    }

    @Override
    public void probe() {
        asking.headBucket(r -> r.bucket(BUCKET));
    }

    /// Objects are plain files: a new server on the same folder has them all.
    @Override
    public synchronized void revive() throws Exception {
        try {
            stop();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception hangs) {
            LOG.log(Level.WARNING, "S3 did not stop in order", hangs);
        }
        start();
    }

    @Override
    public synchronized void start() throws Exception {
        PrivateFiles.createFolder(folder);
        // a bucket of the file system store is a folder
        for (var bucket : buckets) {
            UnfinishedUploads.remove(PrivateFiles.createFolder(folder.resolve(bucket)));
        }
        var files = new ClosedBlobStore(new FilesystemNio2BlobStore(folder.toString()));
        var objects = new NotifyingBlobStore(files, listeners, Clock.systemUTC());
        proxy = S3Proxy.builder()
                .endpoint(endpoint())
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                .maximumTimeSkew(Math.toIntExact(Signatures.LEEWAY.toSeconds()))
                .jettyMaxThreads(MAX_THREADS)
                .stopTimeout(STOP_BOUND.toMillis())
                .ignoreUnknownHeaders(true)
                .blobStore(objects)
                .build();
        proxy.setBlobStoreLocator((identity, bucket, _) -> locate(objects, identity, bucket));
        proxy.start();
        asking = impatientClient();
    }

    /// Nothing for whoever is unknown or has no business with the bucket: both are refused alike, with 403.
    private AccessGrant locate(BlobStore objects, String identity, String bucket) {
        if (accessKey.equals(identity)) {
            return new AccessGrant(secretKey, objects);
        }
        return others.of(identity)
                .filter(grant -> bucket != null && grant.buckets().contains(bucket))
                .map(grant -> new AccessGrant(grant.secretKey(), objects))
                .orElse(null);
    }

    @Override
    public synchronized void stop() throws Exception {
        if (asking != null) {
            asking.close();
        }
        if (proxy != null) {
            proxy.stop();
        }
    }
}
