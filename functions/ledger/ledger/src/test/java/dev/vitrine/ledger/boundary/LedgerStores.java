package dev.vitrine.ledger.boundary;

import dev.vitrine.ledger.LedgerDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// PostgreSQL with the migrations and roles of a deployment, and a queue that hears of seals.
public class LedgerStores implements QuarkusTestResourceLifecycleManager {
    static LedgerDatabase database;
    static SqsClient sqs;
    static String queue;

    private SQSRestServer server;

    @Override
    public Map<String, String> start() {
        database = LedgerDatabase.fresh(2);
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        var endpoint =
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
                .build();
        queue = sqs.createQueue(request -> request.queueName("seals")).queueUrl();
        return Map.of(
                "vitrine.database.url",
                database.url(),
                "vitrine.database.user",
                LedgerDatabase.ROLE,
                "vitrine.database.password",
                LedgerDatabase.ROLE,
                "vitrine.event.routes",
                "{\"dev.vitrine.ledger.sealed.v1\":[{\"queueUrl\":\"" + queue + "\"}]}",
                "quarkus.sqs.endpoint-override",
                endpoint,
                "quarkus.sqs.aws.region",
                "us-east-1",
                "quarkus.sqs.aws.credentials.type",
                "static",
                "quarkus.sqs.aws.credentials.static-provider.access-key-id",
                "x",
                "quarkus.sqs.aws.credentials.static-provider.secret-access-key",
                "y");
    }

    @Override
    public void stop() {
        sqs.close();
        server.stopAndWait();
        database.close();
    }
}
