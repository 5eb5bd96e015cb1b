package dev.vitrine.chat.socket.boundary;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import dev.vitrine.chat.entity.Person;
import dev.vitrine.chat.run.control.Push;
import dev.vitrine.chat.socket.control.Presence;
import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.token.Holder;
import dev.vitrine.platform.token.Tokens;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The socket's trigger: handshake, messages, goodbye.
public class SocketFunction {
    private static final Logger LOG = Logger.getLogger(SocketFunction.class);
    /// Whoever waits longer for a reply had better hear that they may try again.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Tokens tokens;
    private final Presence presence;
    private final Messages messages;
    private final Push push;

    SocketFunction(Tokens tokens, Presence presence, Messages messages, Push push) {
        this.tokens = tokens;
        this.presence = presence;
        this.messages = messages;
        this.push = push;
    }

    @Funq("chat-socket")
    public Uni<SocketAnswer> answer(APIGatewayV2WebSocketEvent event) {
        var connection = event.getRequestContext().getConnectionId();
        return switch (event.getRequestContext().getRouteKey()) {
            case "$connect" -> connect(connection, Handshake.of(event));
            case "$disconnect" -> presence.close(connection).map(_ -> SocketAnswer.silence());
            default -> message(connection, event.isIsBase64Encoded() ? null : event.getBody());
        };
    }

    private Uni<SocketAnswer> connect(String connection, Handshake handshake) {
        return Uni.createFrom()
                .item(() -> socket(connection, handshake))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(socket -> socket.map(known -> presence.open(known)
                                .map(_ -> handshake.speaksOurs()
                                        ? SocketAnswer.accepted(Handshake.PROTOCOL)
                                        : SocketAnswer.silence()))
                        .orElseGet(() -> Uni.createFrom().item(SocketAnswer.refused())));
    }

    private Optional<Socket> socket(String connection, Handshake handshake) {
        return handshake
                .token()
                .map(token -> tokens.verify(token).map(holder -> socket(connection, holder)))
                .orElseGet(
                        () -> Optional.of(new Socket(connection, Optional.empty(), Optional.empty(), Instant.EPOCH)));
    }

    private static Socket socket(String connection, Holder holder) {
        var caller = holder.caller();
        var person = new Person(caller.subject(), caller.name(), caller.isOperator());
        return new Socket(connection, Optional.of(person), Optional.empty(), holder.until());
    }

    private Uni<SocketAnswer> message(String connection, String text) {
        MessageFields fields;
        try {
            fields = MessageFields.of(text);
        } catch (InvalidValue malformed) {
            return Uni.createFrom().item(Replies.invalid(Optional.empty(), malformed));
        }
        return presence.find(connection)
                .chain(socket ->
                        socket.map(known -> messages.take(known, fields)).orElseGet(() -> unknown(connection, fields)))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(InvalidValue.class)
                .recoverWithItem(refused -> Replies.invalid(fields.id(), (InvalidValue) refused))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "a message could not be served"))
                .onFailure()
                .recoverWithItem(() -> Replies.refused(fields.id(), Rule.UNAVAILABLE));
    }

    /// Nobody knows any more who sits behind it: it is closed, so that its client opens another and says who
    /// it is.
    private Uni<SocketAnswer> unknown(String connection, MessageFields fields) {
        return Uni.createFrom()
                .item(() -> {
                    push.close(connection);
                    return Replies.refused(fields.id(), Rule.UNAVAILABLE);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
