package dev.vitrine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares two JSON Schemas as one side of a contract sees them.
final class SchemaChange {
    private static final List<String> UPPER =
            List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> LOWER =
            List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    /// Of these none is as good as zero.
    private static final Set<String> COUNTS = Set.of("minLength", "minItems", "minProperties");
    private static final List<String> FORMS = List.of("format", "pattern");

    private final Breaks breaks;
    private final Direction direction;
    private final Set<String> compared = new HashSet<>();

    SchemaChange(Breaks breaks, Direction direction) {
        this.breaks = breaks;
        this.direction = direction;
    }

    void compare(String place, Place before, Place now) {
        // a schema that holds itself is compared once
        if (!before.name().isEmpty() && !compared.add(before.file() + " " + before.name() + " " + now.name())) {
            return;
        }
        var oldOnes = alternatives(before);
        var newOnes = alternatives(now);
        if (oldOnes.size() == 1 && newOnes.size() == 1) {
            one(place, oldOnes.firstEntry().getValue(), newOnes.firstEntry().getValue());
            return;
        }
        oldOnes.forEach((key, old) -> {
            if (newOnes.containsKey(key)) {
                one(place, old, newOnes.get(key));
            } else if (newOnes.values().stream().noneMatch(other -> serves(old, other))) {
                breaks.add(place, "no longer may be " + key);
            }
        });
        if (direction.isTold()
                && newOnes.containsKey("null")
                && oldOnes.values().stream().noneMatch(SchemaChange::mayBeNull)) {
            breaks.add(place, "may be null now");
        }
    }

    /// Whether one does for the other: a schema may get another name.
    private boolean serves(Place before, Place now) {
        var told = new Breaks();
        new SchemaChange(told, direction).one("", before, now);
        return told.found().isEmpty();
    }

    private void one(String place, Place before, Place now) {
        types(place, before.node(), now.node());
        values(place, before.node(), now.node());
        if (direction.isGiven()) {
            bounds(place, before.node(), now.node());
        }
        FORMS.stream()
                .filter(form -> !(form.equals("pattern") && isDate(before) && isDate(now)))
                .forEach(form -> form(place, form, before.text(form), now.text(form)));
        fields(place, before, now);
        if (!before.at("items").isMissing() && !now.at("items").isMissing()) {
            compare(place + "[]", before.at("items"), now.at("items"));
        }
    }

    /// `type: [string, 'null']` says the same as `oneOf` with `null` among it.
    private static boolean mayBeNull(Place schema) {
        return texts(schema.node().path("type")).contains("null");
    }

    private void types(String place, JsonNode before, JsonNode now) {
        var old = texts(before.path("type"));
        var present = texts(now.path("type"));
        if (old.isEmpty() || present.isEmpty()) {
            return;
        }
        if (direction.isTold() && !old.containsAll(present) || direction.isGiven() && !present.containsAll(old)) {
            breaks.add(place, "was " + String.join(" or ", old) + ", is " + String.join(" or ", present));
        }
    }

    private void values(String place, JsonNode before, JsonNode now) {
        var old = allowed(before);
        var present = allowed(now);
        if (direction.isGiven() && old.isEmpty() && !present.isEmpty()) {
            breaks.add(place, "is limited to " + String.join(", ", present));
        }
        if (!old.isEmpty() && !present.isEmpty()) {
            old.stream()
                    .filter(value -> !present.contains(value))
                    .filter(value -> !(direction.isTold() && value.equals("null")))
                    .forEach(value -> breaks.add(place, "lost the value " + value));
            if (direction == Direction.EVENT) {
                present.stream()
                        .filter(value -> !old.contains(value))
                        .forEach(value -> breaks.add(place, "got the value " + value));
            }
        }
    }

    private void bounds(String place, JsonNode before, JsonNode now) {
        for (var bound : UPPER) {
            if (now.has(bound)
                    && (!before.has(bound)
                            || now.path(bound).asDouble() < before.path(bound).asDouble())) {
                breaks.add(place, bound + " was " + told(before, bound) + ", is " + now.path(bound));
            }
        }
        for (var bound : LOWER) {
            var none = COUNTS.contains(bound) && now.path(bound).asDouble() <= 0;
            if (now.has(bound)
                    && !none
                    && (!before.has(bound)
                            || now.path(bound).asDouble() > before.path(bound).asDouble())) {
                breaks.add(place, bound + " was " + told(before, bound) + ", is " + now.path(bound));
            }
        }
        if (now.path("uniqueItems").asBoolean() && !before.path("uniqueItems").asBoolean()) {
            breaks.add(place, "must hold nothing twice now");
        }
    }

    private static String told(JsonNode schema, String bound) {
        return schema.has(bound) ? schema.path(bound).toString() : "none";
    }

    /// A day is written in one way (RFC 3339, `full-date`), whatever pattern is beside it.
    private static boolean isDate(Place schema) {
        return schema.text("format").equals("date");
    }

    private void form(String place, String form, String before, String now) {
        var narrower = direction.isGiven() && !now.isEmpty() && !now.equals(before);
        var looser = direction.isTold() && !before.isEmpty() && !now.equals(before);
        if (narrower || looser) {
            breaks.add(
                    place,
                    form + " was " + (before.isEmpty() ? "none" : before) + ", is " + (now.isEmpty() ? "none" : now));
        }
    }

    private void fields(String place, Place before, Place now) {
        var old = properties(before);
        var present = properties(now);
        old.forEach((name, field) -> {
            if (present.containsKey(name)) {
                compare(place + "." + name, field, present.get(name));
            } else {
                breaks.add(place + "." + name, "is gone");
            }
        });
        var neededBefore = required(before);
        var neededNow = required(now);
        if (direction.isGiven()) {
            neededNow.stream()
                    .filter(name -> !neededBefore.contains(name))
                    .forEach(name -> breaks.add(place + "." + name, "is required now"));
            if (isClosed(now) && !isClosed(before)) {
                breaks.add(place, "takes no other fields now");
            }
        }
        if (direction.isTold()) {
            neededBefore.stream()
                    .filter(name -> present.containsKey(name) && !neededNow.contains(name))
                    .forEach(name -> breaks.add(place + "." + name, "may be absent now"));
        }
    }

    private static boolean isClosed(Place schema) {
        return schema.node().path("additionalProperties").isBoolean()
                && !schema.node().path("additionalProperties").booleanValue();
    }

    /// What `oneOf` or `anyOf` offers, by the name of its schema, else by its type; a plain schema is the only one.
    private static TreeMap<String, Place> alternatives(Place schema) {
        var alternatives = new TreeMap<String, Place>();
        for (var word : List.of("oneOf", "anyOf")) {
            for (var element : schema.elements(word)) {
                alternatives.put(key(element), element);
            }
        }
        if (alternatives.isEmpty()) {
            alternatives.put(key(schema), schema);
        }
        return alternatives;
    }

    private static String key(Place schema) {
        return schema.name().isEmpty() ? String.join(" or ", texts(schema.node().path("type"))) : schema.name();
    }

    private static Map<String, Place> properties(Place schema) {
        var all = new LinkedHashMap<String, Place>();
        schema.elements("allOf").forEach(part -> all.putAll(properties(part)));
        all.putAll(schema.members("properties"));
        return all;
    }

    private static Set<String> required(Place schema) {
        var all = new TreeSet<String>();
        schema.elements("allOf").forEach(part -> all.addAll(required(part)));
        all.addAll(texts(schema.node().path("required")));
        return all;
    }

    private static Set<String> allowed(JsonNode schema) {
        return schema.has("const") ? Set.of(schema.path("const").asText()) : texts(schema.path("enum"));
    }

    private static Set<String> texts(JsonNode node) {
        var texts = new TreeSet<String>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
