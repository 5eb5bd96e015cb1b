package dev.vitrine.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/// [ObjectStore] on a bucket of any S3 endpoint. The client's retries and timeouts are its maker's choice.
public final class S3ObjectStore implements ObjectStore {
    /// AWS SDKs send large or checksummed bodies so ("Signature Version 4: transferring payload in multiple
    /// chunks").
    private static final String UPLOAD_CODING = "aws-chunked";

    private final S3Client s3;
    private final String bucket;

    public S3ObjectStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType, String cacheControl) {
        s3.putObject(request(key, contentType, cacheControl), RequestBody.fromBytes(bytes));
    }

    @Override
    public void put(String key, Path file, String contentType, String cacheControl) {
        s3.putObject(request(key, contentType, cacheControl), RequestBody.fromFile(file));
    }

    private PutObjectRequest request(String key, String contentType, String cacheControl) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .cacheControl(cacheControl)
                .build();
    }

    @Override
    public Optional<Stored> get(String key) {
        return get(GetObjectRequest.builder().bucket(bucket).key(key).build());
    }

    @Override
    public Optional<Stored> get(String key, long from, long to) {
        String range = "bytes=" + from + "-" + (to - 1);
        return get(
                GetObjectRequest.builder().bucket(bucket).key(key).range(range).build());
    }

    private Optional<Stored> get(GetObjectRequest request) {
        try {
            ResponseInputStream<GetObjectResponse> stream = s3.getObject(request);
            GetObjectResponse head = stream.response();
            Facts facts = new Facts(
                    head.contentLength(),
                    head.contentType(),
                    encoding(head.contentEncoding()),
                    head.cacheControl(),
                    head.eTag());
            return Optional.of(new Stored(facts, stream));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Facts> head(String key) {
        try {
            HeadObjectResponse head =
                    s3.headObject(request -> request.bucket(bucket).key(key));
            return Optional.of(new Facts(
                    head.contentLength(),
                    head.contentType(),
                    encoding(head.contentEncoding()),
                    head.cacheControl(),
                    head.eTag()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /// A store may answer with an empty header, or keep the coding of the upload itself, which it took off.
    private static Optional<String> encoding(String header) {
        return Stream.of(header == null ? new String[0] : header.split(","))
                .map(String::trim)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(UPLOAD_CODING))
                .reduce((first, next) -> first + ", " + next);
    }

    @Override
    public List<String> list(String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
