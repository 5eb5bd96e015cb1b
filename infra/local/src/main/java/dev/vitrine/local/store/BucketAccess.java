package dev.vitrine.local.store;

import java.util.Optional;
import java.util.Set;

/// Who may use which buckets, beside their owner.
@FunctionalInterface
public interface BucketAccess {
    /// What an access key is good for; empty if nobody has it.
    Optional<Grant> of(String accessKey);

    record Grant(String secretKey, Set<String> buckets) {
        @Override
        public String toString() {
            return "Grant[" + buckets + "]";
        }
    }
}
