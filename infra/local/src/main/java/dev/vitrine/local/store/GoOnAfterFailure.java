package dev.vitrine.local.store;

import org.apache.pekko.actor.ActorInitializationException;
import org.apache.pekko.actor.OneForOneStrategy;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.actor.SupervisorStrategyConfigurator;
import org.apache.pekko.japi.pf.DeciderBuilder;

/// What becomes of an actor of ElasticMQ that failed: it goes on with what it knows.
///
/// By default it would be made anew. The one that writes the file then knows no queue any more and writes
/// nothing further, although sends are answered. It fails when it is to write what it has written before:
/// ElasticMQ leaves a message that moved to its dead-letter queue in the file under both names, and moves it
/// again after the next start.
public final class GoOnAfterFailure implements SupervisorStrategyConfigurator {

    @Override
    public SupervisorStrategy create() {
        return new OneForOneStrategy(DeciderBuilder.match(ActorInitializationException.class, failure ->
                        (SupervisorStrategy.Directive) SupervisorStrategy.stop())
                .match(Exception.class, failure -> (SupervisorStrategy.Directive) SupervisorStrategy.resume())
                .matchAny(failure -> (SupervisorStrategy.Directive) SupervisorStrategy.escalate())
                .build());
    }
}
