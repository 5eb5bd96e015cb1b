package dev.vitrine.local.store;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/// Nothing is public here, whatever ACL it was stored with: S3Proxy answers requests without a
/// signature where the store says so, to any page that a browser on this machine shows. What is for
/// everyone the edge serves, below `/media`.
final class ClosedBlobStore extends ForwardingBlobStore {
    ClosedBlobStore(BlobStore delegate) {
        super(delegate);
    }

    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        return ObjectCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key, String version) {
        return ObjectCannedACL.PRIVATE;
    }
}
