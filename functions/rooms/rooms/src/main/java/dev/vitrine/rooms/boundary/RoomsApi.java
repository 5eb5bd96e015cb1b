package dev.vitrine.rooms.boundary;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpEdge;
import io.quarkus.arc.All;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// The HTTP contract of rooms: `contract/openapi.yaml`.
public class RoomsApi {
    private final HttpEdge edge;

    RoomsApi(@All List<Endpoint> endpoints) {
        this.edge = new HttpEdge(endpoints);
    }

    @Funq("rooms-api")
    public Uni<APIGatewayV2HTTPResponse> answer(APIGatewayV2HTTPEvent event) {
        return edge.answer(event);
    }
}
