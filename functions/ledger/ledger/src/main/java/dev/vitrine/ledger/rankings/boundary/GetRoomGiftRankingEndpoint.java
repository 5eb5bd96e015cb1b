package dev.vitrine.ledger.rankings.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.rankings.control.RankGifts;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetRoomGiftRankingEndpoint implements Endpoint {
    private static final int CACHE_SECONDS = 2;

    private final RankGifts rankGifts;

    GetRoomGiftRankingEndpoint(RankGifts rankGifts) {
        this.rankGifts = rankGifts;
    }

    @Override
    public String route() {
        return "GET /v1/rooms/{id}/gift-ranking";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var room = Requests.roomId(request);
        var query = new QueryFields(request);
        var first = query.limit();
        query.check();
        return rankGifts
                .room(room, first)
                .map(ranking -> HttpAnswer.cacheable(CACHE_SECONDS, RankingDocuments.roomRanking(room, ranking)));
    }
}
