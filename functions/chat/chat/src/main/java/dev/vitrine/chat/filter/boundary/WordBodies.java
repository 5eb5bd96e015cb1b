package dev.vitrine.chat.filter.boundary;

import dev.vitrine.platform.edge.Page;
import dev.vitrine.chat.filter.control.ChangeWords;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.QueryFields;
import java.util.List;

/// What both kinds of list have in common: pages of words, and changes.
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
        words.forEach(Listed::word);
        return words;
    }
}
