package dev.vitrine.platform.sql;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens the connection that every function of some artefacts needs, while the function starts: before its
/// first event is fetched, and not as a part of its first answer. The pool keeps it.
///
/// A database that cannot be reached ends the process with the names of the keys that say where it is; the platform
/// reports that as an init error and keeps the event.
///
/// For artefacts alone that say `vitrine.connect-at-start=database` in their `application.properties`, which
/// is read when they are built: elsewhere nothing of this is there, and each function connects at its first
/// use.
@ApplicationScoped
@IfBuildProperty(name = "vitrine.connect-at-start", stringValue = "database")
class FirstConnection {
    /// Well within Lambda's ten seconds for an init.
    static final Duration BOUND = Duration.ofSeconds(5);

    private final DatabaseConfig config;
    private final Pool pool;

    FirstConnection(DatabaseConfig config, Pool pool) {
        this.config = config;
        this.pool = pool;
    }

    /// @throws ConfigurationException when a key is missing, or there is no connection within the bound
    void open(@Observes StartupEvent started) {
        try {
            config.require();
        } catch (IllegalStateException missing) {
            throw new ConfigurationException(missing.getMessage());
        }
        try {
            pool.getConnection()
                    .compose(SqlConnection::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw unreachable(refused.getCause().getMessage());
        } catch (TimeoutException silent) {
            throw unreachable("no answer within " + BOUND.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    /// Without a cause: the framework then prints this one line instead of a stack.
    private static ConfigurationException unreachable(String why) {
        return new ConfigurationException("vitrine.database.url (VITRINE_DATABASE_URL, with _USER and _PASSWORD): the"
                + " database cannot be reached: " + why);
    }
}
