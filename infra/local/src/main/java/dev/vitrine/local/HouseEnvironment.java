package dev.vitrine.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.catalog.Trigger;
import dev.vitrine.local.issuer.Issuer;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.payments.PaymentsSandbox;
import dev.vitrine.local.socket.ManagementService;
import dev.vitrine.local.store.Database;
import dev.vitrine.local.store.RedisStore;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What the house adds to a function's environment: the addresses and secrets of what the registry lets it
/// use, and of nothing else. Terraform sets the same names in the cloud.
final class HouseEnvironment implements Function<FunctionSpec, Map<String, String>> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Catalog catalog;
    private final Secrets secrets;
    private final String publicUrl;
    private final String issuer;
    private final String audience;
    private final URI liveControl;
    private final Database database;
    private final SqsStore sqs;
    private final S3Store s3;
    private final RedisStore redis;

    /// Trusts this machine's own issuer.
    HouseEnvironment(
            Catalog catalog,
            Secrets secrets,
            String publicUrl,
            URI liveControl,
            Database database,
            SqsStore sqs,
            S3Store s3,
            RedisStore redis) {
        this(
                catalog,
                secrets,
                publicUrl,
                Issuer.addressAt(publicUrl),
                Issuer.AUDIENCE,
                liveControl,
                database,
                sqs,
                s3,
                redis);
    }

    /// @param issuer whose tokens sockets take
    /// @param audience whom these must be for
    HouseEnvironment(
            Catalog catalog,
            Secrets secrets,
            String publicUrl,
            String issuer,
            String audience,
            URI liveControl,
            Database database,
            SqsStore sqs,
            S3Store s3,
            RedisStore redis) {
        this.catalog = catalog;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.issuer = issuer;
        this.audience = audience;
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
        // The queues take any credentials; only a function that may touch objects or sockets gets real ones.
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        for (var use : function.uses()) {
            switch (use) {
                case DATABASE -> putDatabase(environment, function);
                case EVENTS -> putEvents(environment);
                case OBJECTS -> putObjects(environment);
                case LIVE -> putLive(environment);
                case HOT -> environment.put("VITRINE_REDIS_URL", redis.url());
                case SOCKETS -> putSockets(environment);
                case PAYMENTS -> putPayments(environment);
            }
        }
        if (function.trigger() instanceof Trigger.WebSocket) {
            putIssuer(environment);
        }
        return environment;
    }

    private void putDatabase(Map<String, String> environment, FunctionSpec function) {
        var role = catalog.artefacts()
                .get(function.artefact())
                .schema()
                .orElseThrow(() -> new IllegalStateException(
                        "functions." + function.name() + ".uses: artefact " + function.artefact() + " has no schema"));
        environment.put("VITRINE_DATABASE_URL", database.url());
        environment.put("VITRINE_DATABASE_USER", role);
        environment.put("VITRINE_DATABASE_PASSWORD", secrets.rolePassword(role));
        environment.put("VITRINE_SEALING_KEY", secrets.sealingKey());
    }

    private void putEvents(Map<String, String> environment) {
        environment.put("AWS_ENDPOINT_URL_SQS", sqs.endpoint().toString());
        environment.put("VITRINE_EVENT_ROUTES", routes());
    }

    private String routes() {
        var routes = JSON.createObjectNode();
        catalog.eventRoutes().forEach((type, destinations) -> {
            var queues = routes.putArray(type);
            destinations.forEach(route -> queues.addObject()
                    .put("queueUrl", sqs.queueUrl(route.queue()))
                    .put("delaySeconds", route.delay().toSeconds()));
        });
        return routes.toString();
    }

    private void putObjects(Map<String, String> environment) {
        putCredentials(environment);
        environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
        environment.put("VITRINE_MEDIA_BUCKET", S3Store.BUCKET);
    }

    private void putSockets(Map<String, String> environment) {
        putCredentials(environment);
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
    private void putCredentials(Map<String, String> environment) {
        environment.put("AWS_ACCESS_KEY_ID", secrets.s3AccessKey());
        environment.put("AWS_SECRET_ACCESS_KEY", secrets.s3SecretKey());
    }

    private void putLive(Map<String, String> environment) {
        environment.put("VITRINE_MEDIA_PROVIDER", "local");
        environment.put("VITRINE_LIVE_CONTROL_URL", liveControl.toString());
        environment.put("VITRINE_LIVE_CONTROL_TOKEN", secrets.liveControlToken());
    }
}
