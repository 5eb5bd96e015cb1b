package dev.vitrine.local.store;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Tells the listeners of each change after it is stored and before the client gets its answer.
final class NotifyingBlobStore extends ForwardingBlobStore {

    /// S3Proxy keeps the parts of an unfinished upload as objects under this prefix.
    private static final String PARTS_PREFIX = ".s3proxy-mpu-stub-";

    private final List<ObjectListener> listeners;
    private final Clock clock;

    NotifyingBlobStore(BlobStore delegate, List<ObjectListener> listeners, Clock clock) {
        super(delegate);
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        created("ObjectCreated:Put", request.bucket(), request.key());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = super.copyBlob(request);
        created("ObjectCreated:Copy", request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        created("ObjectCreated:CompleteMultipartUpload", request.bucket(), request.key());
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        DeleteObjectResponse response = super.removeBlob(request);
        if (isObject(request.key())) {
            tell(new ObjectEvent("ObjectRemoved:Delete", request.bucket(), request.key(), 0, "", clock.instant()));
        }
        return response;
    }

    private void created(String name, String bucket, String key) {
        if (isObject(key)) {
            HeadObjectResponse head = delegate()
                    .blobMetadata(
                            HeadObjectRequest.builder().bucket(bucket).key(key).build());
            String eTag = head.eTag() == null ? "" : head.eTag().replace("\"", "");
            tell(new ObjectEvent(name, bucket, key, head.contentLength(), eTag, clock.instant()));
        }
    }

    private void tell(ObjectEvent event) {
        listeners.forEach(listener -> listener.onObject(event));
    }

    private static boolean isObject(String key) {
        return !key.startsWith(PARTS_PREFIX);
    }
}
