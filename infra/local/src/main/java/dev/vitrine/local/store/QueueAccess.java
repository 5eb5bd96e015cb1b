package dev.vitrine.local.store;

import java.util.Optional;
import java.util.Set;

/// Who may send to which queues, beside their owner. Nobody else receives, deletes or looks.
@FunctionalInterface
public interface QueueAccess {
    /// What an access key is good for; empty if nobody has it.
    Optional<Grant> of(String accessKey);

    record Grant(String secretKey, Set<String> queues) {
        @Override
        public String toString() {
            return "Grant[" + queues + "]";
        }
    }
}
