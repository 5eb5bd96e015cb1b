package dev.vitrine.chat.filter.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.filter.control.ChangeWords;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.platform.edge.QueryFields;
import dev.vitrine.platform.json.Json;
import java.util.List;

/// What both kinds of list have in common: pages of words, changes, and the documents of the contract.
final class WordBodies {
    private WordBodies() {}

    static Page<String> page(HttpRequest request) {
        var query = new QueryFields(request);
        var page = Page.of(query, "words", Listed::word);
        query.check();
        return page;
    }

    static ChangeWords.Change change(HttpRequest request) {
        var body = BodyFields.of(request);
        var add = body.objects("add", ChangeWords.MOST_AT_ONCE, WordBodies::listed);
        var remove = body.texts("remove", WordBodies::words).orElse(List.of());
        body.check();
        if (body.isEmpty()) {
            throw Problem.at(ProblemType.INVALID_FIELD, "body", "must add or remove something");
        }
        return new ChangeWords.Change(add, remove);
    }

    private static Listed listed(BodyFields fields) {
        fields.require("word");
        fields.require("action");
        var word = fields.text("word", Listed::word);
        var action = fields.text("action", Listed::action);
        fields.check();
        return new Listed(word.orElseThrow(), action.orElseThrow());
    }

    private static List<String> words(List<String> words) {
        if (words.size() > ChangeWords.MOST_AT_ONCE) {
            throw new InvalidValue("remove", "must be at most " + ChangeWords.MOST_AT_ONCE);
        }
        words.forEach(Listed::kept);
        return words;
    }

    static ObjectNode review(Review review) {
        return Json.object()
                .put("id", review.id().toString())
                .put("at", review.at().toString())
                .put("viewer", review.author().viewer().value())
                .put("name", review.author().name())
                .put("text", review.text().value())
                .put("action", review.action())
                .put("list", review.list())
                .put("word", review.word())
                .put("wordFrom", review.place().map(Review.Place::from).orElse(null))
                .put("wordTo", review.place().map(Review.Place::to).orElse(null))
                .put("state", review.open() ? "OPEN" : "CLOSED")
                .put("decision", review.decision().map(Review.Decision::name).orElse(null));
    }

    static ObjectNode word(Listed word) {
        return Json.object()
                .put("word", word.word())
                .put("action", word.action().name());
    }
}
