package dev.vitrine.chat.boundary;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpEdge;
import io.quarkus.arc.All;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// The HTTP contract of chat: `contract/openapi.yaml`.
public class ChatApi {
    private final HttpEdge edge;

    ChatApi(@All List<Endpoint> endpoints) {
        this.edge = new HttpEdge(endpoints);
    }

    @Funq("chat-api")
    public Uni<APIGatewayV2HTTPResponse> answer(APIGatewayV2HTTPEvent event) {
        return edge.answer(event);
    }
}
