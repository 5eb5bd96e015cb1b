package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.runtime.Invoker;
import dev.vitrine.local.source.ObjectEvents;
import dev.vitrine.local.source.Sources;
import dev.vitrine.local.source.Sqs;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What wakes functions: queues, stored objects, timers.
final class SourcesPart implements Service {
    private final Catalog catalog;
    private final Invoker functions;
    private final SqsStore sqs;
    private final S3Store s3;
    private SqsClient client;
    private Sources sources;

    SourcesPart(Catalog catalog, Invoker functions, SqsStore sqs, S3Store s3) {
        this.catalog = catalog;
        this.functions = functions;
        this.sqs = sqs;
        this.s3 = s3;
    }

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public void start() {
        client = Sqs.client(sqs.endpoint(), sqs.owner());
        var events = new ObjectEvents(catalog, client, Clock.systemUTC());
        s3.listen(event -> {
            if (event.created()) {
                events.created(event.bucket(), event.key(), event.size(), event.eTag());
            }
        });
        sources = new Sources(catalog, client, functions, Clock.systemUTC());
    }

    @Override
    public void stop() {
        if (sources != null) {
            sources.close();
        }
        if (client != null) {
            client.close();
        }
    }
}
