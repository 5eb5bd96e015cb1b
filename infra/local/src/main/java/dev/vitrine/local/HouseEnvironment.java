package dev.vitrine.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.ArtefactSpec;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.catalog.Trigger;
import dev.vitrine.local.catalog.Use;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.invoke.InvokeService;
import dev.vitrine.local.issuer.Issuer;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.payments.PaymentsSandbox;
import dev.vitrine.local.socket.ManagementService;
import dev.vitrine.local.store.Database;
import dev.vitrine.local.store.RedisStore;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What the house adds to a function's environment: the addresses and secrets of what the registry lets it
/// use, and of nothing else. Terraform sets the same names in the cloud.
///
/// Lambda takes no environment above 4 KB, so what would be refused there is refused here, before anything starts.
final class HouseEnvironment implements Function<FunctionSpec, Map<String, String>> {
    /// Names and values of all variables together ("Lambda quotas", environment variables).
    static final int MAX_BYTES = 4 * 1024;

    /// Where functions look for roles unless told otherwise.
    private static final String ROLES = "roles";

    private static final JsonMapper JSON = new JsonMapper();

    private final Catalog catalog;
    private final Secrets secrets;
    private final Identities identities;
    private final String publicUrl;
    private final String issuer;
    private final String audience;
    private final String rolesClaim;
    private final URI liveControl;
    private final Database database;
    private final SqsStore sqs;
    private final S3Store s3;
    private final RedisStore redis;

    /// Trusts this machine's own issuer.
    HouseEnvironment(
            Catalog catalog,
            Secrets secrets,
            Identities identities,
            String publicUrl,
            URI liveControl,
            Database database,
            SqsStore sqs,
            S3Store s3,
            RedisStore redis) {
        this(
                catalog,
                secrets,
                identities,
                publicUrl,
                Issuer.addressAt(publicUrl),
                Issuer.AUDIENCE,
                ROLES,
                liveControl,
                database,
                sqs,
                s3,
                redis);
    }

    /// @param issuer whose tokens sockets take
    /// @param audience whom these must be for
    /// @param rolesClaim where these tell roles
    HouseEnvironment(
            Catalog catalog,
            Secrets secrets,
            Identities identities,
            String publicUrl,
            String issuer,
            String audience,
            String rolesClaim,
            URI liveControl,
            Database database,
            SqsStore sqs,
            S3Store s3,
            RedisStore redis) {
        this.catalog = catalog;
        this.secrets = secrets;
        this.identities = identities;
        this.publicUrl = publicUrl;
        this.issuer = issuer;
        this.audience = audience;
        this.rolesClaim = rolesClaim;
        this.liveControl = liveControl;
        this.database = database;
        this.sqs = sqs;
        this.s3 = s3;
        this.redis = redis;
    }

    @Override
    public Map<String, String> apply(FunctionSpec function) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("VITRINE_PUBLIC_URL", publicUrl);
        putCredentials(environment, function);
        for (var use : function.uses()) {
            switch (use) {
                case DATABASE -> putDatabase(environment, function);
                case OBJECTS -> putObjects(environment, function);
                case LIVE, JOBS -> putLive(environment, function);
                case HOT -> environment.put("VITRINE_REDIS_URL", redis.url());
                case SOCKETS -> putSockets(environment);
                case PAYMENTS -> putPayments(environment);
                case INTERNET -> {} // this machine has no gate to open
            }
        }
        catalog.artefact(function.artefact())
                .secrets()
                .forEach((variable, secret) -> environment.put(variable, secrets.named(secret)));
        if (!function.publishes().isEmpty()) {
            putEvents(environment, function);
        }
        if (!function.invokes().isEmpty()) {
            environment.put("AWS_ENDPOINT_URL_LAMBDA", publicUrl + InvokeService.PATH);
        }
        if (function.trigger() instanceof Trigger.WebSocket) {
            putIssuer(environment);
        }
        if (!rolesClaim.equals(ROLES)
                && (function.trigger() instanceof Trigger.Http || function.trigger() instanceof Trigger.WebSocket)) {
            environment.put("VITRINE_TOKEN_ROLES_CLAIM", rolesClaim);
        }
        return environment;
    }

    private void putDatabase(Map<String, String> environment, FunctionSpec function) {
        var role = catalog.artefact(function.artefact())
                .schema()
                .orElseThrow(() -> new IllegalStateException(
                        "functions." + function.name() + ".uses: artefact " + function.artefact() + " has no schema"));
        environment.put("VITRINE_DATABASE_URL", database.url());
        environment.put("VITRINE_DATABASE_USER", role);
        environment.put("VITRINE_DATABASE_PASSWORD", secrets.rolePassword(role));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(function.connections()));
    }

    private void putEvents(Map<String, String> environment, FunctionSpec function) {
        environment.put("AWS_ENDPOINT_URL_SQS", sqs.endpoint().toString());
        environment.put("VITRINE_EVENT_ROUTES", routes(function));
    }

    private String routes(FunctionSpec function) {
        var routes = JSON.createObjectNode().put("", sqs.queueUrl(""));
        catalog.eventRoutes(function).forEach((type, destinations) -> {
            var queues = routes.putArray(type);
            destinations.forEach(route -> {
                if (route.delay().isZero()) {
                    queues.add(route.queue());
                } else {
                    queues.addObject()
                            .put("queueUrl", route.queue())
                            .put("delaySeconds", route.delay().toSeconds());
                }
            });
            if (EventWitness.isWanted()) {
                queues.add(EventWitness.QUEUE);
            }
        });
        return routes.toString();
    }

    private void putObjects(Map<String, String> environment, FunctionSpec function) {
        environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
        catalog.artefact(function.artefact())
                .buckets()
                .forEach(bucket -> environment.put(ArtefactSpec.bucketVariable(bucket), bucket));
        if (catalog.showsRoomItems(function.artefact())) {
            environment.put("VITRINE_ROOM_ITEMS", RoomItems.KEY);
        }
    }

    private void putSockets(Map<String, String> environment) {
        environment.put("VITRINE_SOCKETS_URL", publicUrl + ManagementService.PATH);
    }

    private void putPayments(Map<String, String> environment) {
        environment.put("VITRINE_PAYMENTS_SANDBOX_URL", PaymentsSandbox.addressAt(publicUrl));
        environment.put("VITRINE_PAYMENTS_SANDBOX_SECRET", secrets.paymentsSandboxSecret());
    }

    /// A WebSocket API has no JWT authorizer: its function checks tokens itself.
    private void putIssuer(Map<String, String> environment) {
        environment.put("VITRINE_ISSUER_URL", issuer);
        environment.put("VITRINE_TOKEN_AUDIENCE", audience);
    }

    /// An AWS account has one identity for a function, whatever it may touch.
    private void putCredentials(Map<String, String> environment, FunctionSpec function) {
        var own = identities.of(function);
        environment.put("AWS_ACCESS_KEY_ID", own.accessKey());
        environment.put("AWS_SECRET_ACCESS_KEY", own.secretKey());
    }

    /// Whoever looks after channels may submit jobs as well; who submits jobs reaches no channel.
    private void putLive(Map<String, String> environment, FunctionSpec function) {
        environment.put("VITRINE_MEDIA_PROVIDER", "local");
        environment.put("VITRINE_LIVE_CONTROL_URL", liveControl.toString());
        environment.put(
                "VITRINE_LIVE_CONTROL_TOKEN",
                function.uses().contains(Use.LIVE) ? secrets.liveControlToken() : secrets.liveJobsToken());
    }

    /// @throws StartRefused naming every function whose environment Lambda would refuse
    void requireSmall() {
        var tooLarge = catalog.functions().values().stream()
                .filter(function -> bytes(function) > MAX_BYTES)
                .map(function -> function.name() + " " + bytes(function) + " bytes")
                .toList();
        if (!tooLarge.isEmpty()) {
            throw new StartRefused("the environment of a function has at most " + MAX_BYTES + " bytes: "
                    + String.join(", ", tooLarge) + "; let it publish fewer types of events, or split it");
        }
    }

    private int bytes(FunctionSpec function) {
        var environment = new LinkedHashMap<>(function.environment());
        environment.putAll(apply(function));
        return environment.entrySet().stream()
                .mapToInt(variable -> (variable.getKey() + variable.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
