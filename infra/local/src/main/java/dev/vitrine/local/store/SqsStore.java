package dev.vitrine.local.store;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.vitrine.local.Service;
import dev.vitrine.local.identity.Credentials;
import dev.vitrine.local.life.PrivateFiles;
import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.Watched;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Nil$;
import scala.util.Right;
import scalikejdbc.ConnectionPool;
import scalikejdbc.ConnectionPool$;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// SQS on loopback: ElasticMQ in this JVM, every message and queue in an H2 file. Requests are
/// signed, and others than the owner send where they may and do nothing else ([SqsDoor]).
///
/// A send is answered after the message is in the file: H2's write delay is zero, so a kill of the
/// JVM loses nothing that was answered. One per JVM, for ElasticMQ keeps its connections in a static
/// pool that it fills once.
public final class SqsStore implements Service, Watched {

    /// ElasticMQ's own account number.
    public static final String ACCOUNT = "000000000000";

    public static final String REGION = "us-east-1";

    static final Duration RESTORE_BOUND = Duration.ofSeconds(60);
    /// How long H2 keeps overwritten parts of its file: the file's size follows from it and the rate of changes.
    static final Duration RETENTION = Duration.ofSeconds(5);

    static final Duration STOP_BOUND = Duration.ofSeconds(5);

    private static final Config QUIET = ConfigFactory.parseMap(Map.of(
                    "pekko.loglevel", "WARNING",
                    "pekko.stdout-loglevel", "OFF",
                    "pekko.log-dead-letters", "off",
                    "pekko.log-dead-letters-during-shutdown", "off",
                    "pekko.daemonic", "on",
                    "pekko.jvm-exit-on-fatal-error", "off",
                    "pekko.actor.guardian-supervisor-strategy", GoOnAfterFailure.class.getName(),
                    "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off",
                    "pekko.loggers", List.of("org.apache.pekko.event.slf4j.Slf4jLogger"),
                    "pekko.logging-filter", "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"))
            .withFallback(ConfigFactory.load(SqsStore.class.getClassLoader()));

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private final Path folder;
    private final int port;
    private final Credentials owner;
    private final QueueAccess others;
    private final Condition condition = new Condition("sqs", "SQS");
    private volatile SqsClient asking;
    private volatile ActorSystem actors;
    private volatile SQSRestServer server;

    /// For the owner alone.
    public SqsStore(Path folder, int port, Credentials owner) {
        this(folder, port, owner, _ -> Optional.empty());
    }

    /// @param owner may do everything
    /// @param others who may send to some of the queues
    public SqsStore(Path folder, int port, Credentials owner, QueueAccess others) {
        this.folder = folder;
        this.port = port;
        this.owner = owner;
        this.others = others;
    }

    @Override
    public String name() {
        return "SQS";
    }

    /// What the AWS SDK takes as its endpoint.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The address of a queue, whether it exists or not.
    public String queueUrl(String name) {
        return endpoint() + "/" + ACCOUNT + "/" + name;
    }

    /// The owner's, for other clients than [#client()].
    public Credentials owner() {
        return owner;
    }

    /// A client of this store that may do everything, for the caller to close.
    public SqsClient client() {
        return builder().build();
    }

    /// One that asks once and does not wait long.
    private SqsClient impatientClient() {
        return builder()
                .overrideConfiguration(
                        c -> c.apiCallTimeout(ANSWER_WITHIN).retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private SqsClientBuilder builder() {
        return SqsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(owner.accessKey(), owner.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    @Override
    public synchronized void start() throws IOException, InterruptedException {
        if (STARTED.getAndSet(true)) {
            throw new IllegalStateException("a second SQS store in one JVM would write to the first one's file");
        }
        PrivateFiles.createFolder(folder);
        open();
        asking = impatientClient();
    }

    private void open() throws IOException, InterruptedException {
        actors = ActorSystem.create("sqs", QUIET, SqsStore.class.getClassLoader());
        SqlQueuePersistenceConfig h2 = new SqlQueuePersistenceConfig(true, "org.h2.Driver", h2Url(), "", "", false);
        ActorRef persistence =
                actors.actorOf(Props.create(SqlQueuePersistenceActor.class, h2, Nil$.MODULE$), "persistence");
        Option<ActorRef> listener = new Some<>(persistence);
        ActorRef queues = actors.actorOf(
                Props.create(QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, listener), "queues");
        restore(persistence, queues);
        var http = GuardedHttp.into(actors, new SqsDoor(endpoint(), owner, others, Clock.systemUTC()));
        server = new TheSQSRestServerBuilder(
                        new Some<>(actors),
                        new Some<>(queues),
                        "127.0.0.1",
                        port,
                        new NodeAddress("http", "127.0.0.1", port, ""),
                        false,
                        StrictSQSLimits$.MODULE$,
                        REGION,
                        ACCOUNT,
                        listener,
                        SQSRestServerBuilder.autoCreateQueuesConfig())
                .start();
        server.waitUntilStarted();
        if (!http.guards()) {
            throw new IOException("the queues listen and nobody checks who asks: ElasticMQ went another way");
        }
    }

    /// Makes a queue and its dead-letter queue as declared, or brings existing ones up to the declaration.
    ///
    /// @param name a name that ends in `.fifo` makes both queues FIFO
    /// @param maxReceives after so many receives a message moves to [Queues#deadLetter]
    public void createQueue(String name, int visibilitySeconds, int maxReceives) {
        try (SqsClient client = client()) {
            new Queues(client).declare(name, visibilitySeconds, maxReceives);
        }
    }

    @Override
    public Condition condition() {
        return condition;
    }

    /// The front door, and the file behind it: once a write has failed, H2 closes the file for good, sends are
    /// never answered, and everything that only reads goes on as if nothing had happened.
    @Override
    public void probe() throws SQLException {
        try (Connection file = ConnectionPool$.MODULE$.borrow(ConnectionPool.DEFAULT_NAME());
                Statement statement = file.createStatement()) {
            statement.execute("select 1");
        }
        asking.listQueues();
    }

    /// Whoever waits for an answer that never comes is cut off and asks again. What was answered is in the file.
    @Override
    public synchronized void revive() throws IOException, InterruptedException, TimeoutException, ExecutionException {
        close();
        // ElasticMQ fills its pool once in a JVM
        ConnectionPool.singleton(
                h2Url(),
                "",
                "",
                ConnectionPool.singleton$default$4(),
                ConnectionPool.singleton$default$5("", "", "", ConnectionPool.singleton$default$4()));
        open();
    }

    @Override
    public synchronized void stop() throws InterruptedException, TimeoutException, ExecutionException {
        if (asking != null) {
            asking.close();
        }
        if (server != null && condition.state().up()) {
            server.stopAndWait();
        }
        close();
    }

    private void close() throws InterruptedException, TimeoutException, ExecutionException {
        if (actors != null) {
            actors.terminate();
            actors.getWhenTerminated().toCompletableFuture().get(STOP_BOUND.toMillis(), TimeUnit.MILLISECONDS);
            ConnectionPool.closeAll(); // closes the file, which compacts it
        }
    }

    /// Before the port opens: a client must not find a queue without its messages.
    private static void restore(ActorRef persistence, ActorRef queues) throws IOException, InterruptedException {
        try {
            Object answer = Patterns.ask(persistence, new QueueEvent.Restore(queues), RESTORE_BOUND)
                    .toCompletableFuture()
                    .get();
            if (!(answer instanceof Right<?, ?> right) || right.value() != OperationSuccessful$.MODULE$) {
                throw new IOException("queues could not be restored: " + answer);
            }
        } catch (ExecutionException e) {
            throw new IOException("queues could not be restored: " + e.getCause(), e);
        }
    }

    private String h2Url() {
        return "jdbc:h2:file:" + folder.resolve("queues") + ";WRITE_DELAY=0;RETENTION_TIME=" + RETENTION.toMillis()
                + ";DB_CLOSE_ON_EXIT=FALSE";
    }
}
