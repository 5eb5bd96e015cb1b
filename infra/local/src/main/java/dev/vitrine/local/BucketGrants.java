package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.Use;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.store.BucketAccess;
import java.util.Optional;
import java.util.Set;

/// A function that uses objects may use the buckets of its artefact, and no others.
record BucketGrants(Catalog catalog, Identities identities) implements BucketAccess {
    @Override
    public Optional<Grant> of(String accessKey) {
        return identities
                .function(accessKey)
                .filter(function -> function.uses().contains(Use.OBJECTS))
                .map(function -> new Grant(
                        identities.of(function).secretKey(),
                        Set.copyOf(catalog.artefact(function.artefact()).buckets())));
    }
}
