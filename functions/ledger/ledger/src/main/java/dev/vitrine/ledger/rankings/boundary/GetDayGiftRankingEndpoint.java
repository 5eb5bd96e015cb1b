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
class GetDayGiftRankingEndpoint implements Endpoint {
    private static final int CACHE_SECONDS = 2;

    private final RankGifts rankGifts;

    GetDayGiftRankingEndpoint(RankGifts rankGifts) {
        this.rankGifts = rankGifts;
    }

    @Override
    public String route() {
        return "GET /v1/gift-ranking";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var query = new QueryFields(request);
        var day = query.read("day", Requests::day);
        var first = query.limit();
        query.check();
        return Requests.asked(() -> rankGifts.day(day, first))
                .map(ranking -> HttpAnswer.cacheable(CACHE_SECONDS, RankingDocuments.dayRanking(ranking)));
    }
}
