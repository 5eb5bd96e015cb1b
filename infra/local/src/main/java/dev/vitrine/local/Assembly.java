package dev.vitrine.local;

import dev.vitrine.live.LiveConfig;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.InvalidCatalog;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.issuer.Issuer;
import dev.vitrine.local.issuer.OidcIssuer;
import dev.vitrine.local.issuer.TrustedIssuer;
import dev.vitrine.local.life.DataFolder;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.migrate.Migrations;
import dev.vitrine.local.migrate.Schema;
import dev.vitrine.local.payments.PaymentsSandbox;
import dev.vitrine.local.store.PostgresStore;
import dev.vitrine.local.store.RedisStore;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import dev.vitrine.local.supervision.PartsTable;
import dev.vitrine.local.supervision.Supervision;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Which parts a local cloud has and in which order they start: the one place to add a part.
final class Assembly {
    private final Layout layout;
    private final Secrets secrets;
    private final Catalog catalog;
    private final PostgresStore postgres;
    private final SqsStore sqs;
    private final S3Store s3;
    private final RedisStore redis;
    private final FunctionsPart functions;
    private final SourcesPart sources;
    private final LivePart live;
    private final EdgePart edge;
    private final PaymentsPart payments;
    private final TrainingPart training;
    private final Supervision supervision;

    /// @param console one line when a part goes down, one when it is back
    Assembly(Settings settings, DataFolder data, Lifeline lifeline, Consumer<String> console) {
        secrets = Secrets.of(data.path());
        catalog = catalog(settings);
        layout = new Layout(settings.home(), catalog, settings.currentNatives());
        if (settings.insistOnNative()) {
            layout.requireNative(catalog.artefacts().keySet());
        }
        var ports = settings.ports();
        var logs = data.folder("log");
        var programs = data.programs();
        postgres = new PostgresStore(
                data.path().resolve("postgres"),
                programs,
                logs,
                ports.postgres(),
                secrets.postgresPassword(),
                catalog.connections(),
                lifeline);
        var identities = new Identities(catalog, secrets::functionSecret);
        sqs = new SqsStore(
                data.path().resolve("sqs"), ports.sqs(), secrets.owner(), new QueueGrants(catalog, identities));
        s3 = new S3Store(
                data.path().resolve("s3"),
                ports.s3(),
                secrets.s3AccessKey(),
                secrets.s3SecretKey(),
                catalog.buckets(),
                new BucketGrants(catalog, identities));
        redis = new RedisStore(
                data.path().resolve("redis"), programs, logs, ports.redis(), secrets.redisPassword(), lifeline);

        var publicUrl = "http://127.0.0.1:" + ports.edge();
        var liveControl = URI.create("http://127.0.0.1:" + ports.live());
        var own = settings.issuer().isPresent()
                ? Optional.<Issuer>empty()
                : Optional.of(new Issuer(secrets.issuerKey(), publicUrl, Clock.systemUTC()));
        var trusted = own.map(Issuer::trusted).orElseGet(() -> foreign(settings));
        var environment = new HouseEnvironment(
                catalog,
                secrets,
                identities,
                publicUrl,
                trusted.address(),
                trusted.audience(),
                trusted.rolesClaim(),
                liveControl,
                postgres.database(),
                sqs,
                s3,
                redis);
        environment.requireSmall();
        functions = new FunctionsPart(catalog, layout, environment, data.path(), lifeline);
        sources = new SourcesPart(catalog, functions, sqs, s3);
        live = new LivePart(
                new LiveConfig(
                        data.path().resolve("live"),
                        publicUrl,
                        ports.live(),
                        ports.rtmp(),
                        secrets.liveControlToken(),
                        secrets.liveJobsToken(),
                        secrets.playbackSessionKey(),
                        catalog.publicPrefixes()),
                programs,
                lifeline,
                functions,
                sqs,
                s3);
        var sandbox = new PaymentsSandbox(
                data.folder("payments"), secrets.paymentsSandboxSecret(), publicUrl, Clock.systemUTC());
        payments = new PaymentsPart(sandbox);
        supervision = new Supervision(
                Stream.concat(Stream.of(new DiskSpace(data.path()), postgres, sqs, s3, redis), live.ports().stream())
                        .toList(),
                console);
        edge = new EdgePart(
                catalog,
                layout,
                trusted,
                own,
                identities,
                functions,
                live,
                sandbox,
                ports.edge(),
                supervision::states,
                publicUrl);
        training = new TrainingPart(settings.home(), data.path(), catalog, layout::packageOf, lifeline);
    }

    /// Stage by stage; the parts of a stage start side by side. Migrations and queues are there before any
    /// function can run; storage events are heard before the live service stores what an earlier run left;
    /// callbacks of payments go through the edge; what is watched over is there.
    List<List<Service>> stages() {
        return List.of(
                List.of(postgres, sqs, s3, redis),
                List.of(
                        new Preparation("migrations", this::migrate),
                        new Preparation("queues", this::makeQueues),
                        new Preparation("room items", () -> new RoomItems(catalog, s3).write())),
                List.of(functions),
                List.of(sources),
                List.of(live),
                List.of(edge),
                List.of(payments, training),
                List.of(supervision));
    }

    /// What functions, sockets and parts did since the start, for a terminal.
    String functionsTable() {
        return functions.table() + edge.table() + PartsTable.render(supervision.states());
    }

    private void migrate() {
        var schemas = catalog.artefacts().values().stream()
                .flatMap(artefact -> artefact.schema().stream()
                        .map(schema -> Schema.of(catalog.folderOf(artefact.name()), artefact.name(), schema)))
                .toList();
        new Migrations(postgres.database(), secrets).run(schemas);
    }

    private void makeQueues() {
        catalog.queues()
                .forEach(queue -> sqs.createQueue(
                        queue.name(), Math.toIntExact(queue.visibility().toSeconds()), queue.maxReceives()));
        if (EventWitness.isWanted()) {
            sqs.createQueue(EventWitness.QUEUE, EventWitness.VISIBILITY_SECONDS, EventWitness.MOST_RECEIVES);
        }
    }

    private static TrustedIssuer foreign(Settings settings) {
        try {
            return OidcIssuer.discover(settings.issuer().orElseThrow());
        } catch (IllegalStateException refused) {
            throw new StartRefused("the issuer cannot be used: " + refused.getMessage(), refused);
        }
    }

    private static Catalog catalog(Settings settings) {
        try {
            return Catalog.read(settings.catalog(), settings.home().resolve("functions"));
        } catch (InvalidCatalog invalid) {
            throw new StartRefused("the registry of functions cannot be used: " + invalid.getMessage(), invalid);
        }
    }
}
