package dev.vitrine.local;

import dev.vitrine.local.life.DataFolder;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.migrate.Migrations;
import dev.vitrine.local.store.PostgresStore;
import dev.vitrine.local.store.RedisStore;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import java.nio.file.Path;
import java.util.List;

/// Which parts a local cloud has and in which order they start: the one place to add a part.
final class Assembly {

    private final Settings settings;
    private final Secrets secrets;
    private final PostgresStore postgres;
    private final SqsStore sqs;
    private final S3Store s3;
    private final RedisStore redis;

    Assembly(Settings settings, DataFolder data, Lifeline lifeline) {
        this.settings = settings;
        this.secrets = Secrets.of(data.path());
        Ports ports = settings.ports();
        Path logs = data.folder("log");
        Path programs = data.programs();
        this.postgres = new PostgresStore(
                data.path().resolve("postgres"),
                programs,
                logs,
                ports.postgres(),
                secrets.postgresPassword(),
                lifeline);
        this.sqs = new SqsStore(data.path().resolve("sqs"), ports.sqs());
        this.s3 = new S3Store(data.path().resolve("s3"), ports.s3(), secrets.s3AccessKey(), secrets.s3SecretKey());
        this.redis = new RedisStore(data.path().resolve("redis"), programs, logs, ports.redis(), lifeline);
    }

    /// Stage by stage; the parts of a stage start side by side.
    List<List<Service>> stages() {
        CatalogOutline catalog = CatalogOutline.read(settings.catalog());
        return List.of(
                List.of(postgres, sqs, s3, redis),
                List.of(
                        new Preparation("migrations", () -> new Migrations(postgres.database(), secrets)
                                .run(catalog.schemas(settings.home()))),
                        new Preparation("queues", () -> catalog.queues()
                                .forEach(queue -> sqs.createQueue(
                                        queue.name(), queue.visibilitySeconds(), queue.maxReceives())))));
    }
}
