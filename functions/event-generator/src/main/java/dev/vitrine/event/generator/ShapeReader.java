package dev.vitrine.event.generator;

import dev.vitrine.model.Currency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.SourceVersion;

/// Reads the part of JSON Schema that events use. Every text, number and list has bounds.
final class ShapeReader {
    private static final Pattern FIELD = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]{0,39}");
    /// What a record has already.
    private static final Set<String> TAKEN = Set.of(
            "type",
            "json",
            "of",
            "present",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private final Set<String> classes = new HashSet<>();

    Shape.Group data(Section data, String name) {
        if (!data.text("type").equals("object")) {
            throw data.problem("type", "must be object");
        }
        return group(data, name);
    }

    private Shape.Group group(Section section, String name) {
        section.allow("type", "title", "description", "required", "properties");
        if (!classes.add(name)) {
            throw section.problem("title", name + " is the name of another object of this event; give it a title");
        }
        var required = section.texts("required");
        var fields = new ArrayList<Field>();
        if (section.has("properties")) {
            var properties = section.section("properties");
            for (var field : properties.keys()) {
                fields.add(field(properties, field, required.contains(field)));
            }
        }
        for (var field : required) {
            if (fields.stream().noneMatch(known -> known.name().equals(field))) {
                throw section.problem("required", field + " is none of the properties");
            }
        }
        return new Shape.Group(name, List.copyOf(fields));
    }

    private Field field(Section properties, String name, boolean required) {
        if (!FIELD.matcher(name).matches() || TAKEN.contains(name) || SourceVersion.isKeyword(name)) {
            throw properties.problem(name, "a field must look like " + FIELD + " and be no word that Java uses");
        }
        var section = properties.section(name);
        var shape = shape(section, Words.capitalised(name));
        if (shape instanceof Shape.Many list && list.optional() == required) {
            throw properties.problem(name, "a list is required, or it has `default: []`");
        }
        return new Field(name, section.optionalText("description").orElse(""), shape, required);
    }

    private Shape shape(Section section, String name) {
        return switch (section.text("type")) {
            case "string" -> text(section, name);
            case "integer" -> whole(section);
            case "boolean" -> {
                section.allow("type", "description");
                yield new Shape.Flag();
            }
            case "array" -> list(section, name);
            case "object" -> group(section, title(section, name));
            case String other ->
                throw section.problem("type", "must be string, integer, boolean, array or object, is " + other);
        };
    }

    private Shape text(Section section, String name) {
        section.allow(
                "type",
                "description",
                "title",
                "format",
                "x-java",
                "enum",
                "x-values",
                "pattern",
                "minLength",
                "maxLength");
        if (section.has("format") || section.has("x-java")) {
            return new Shape.Formed(form(section));
        }
        if (section.has("enum")) {
            var values = section.texts("enum");
            if (values.isEmpty()
                    || !values.stream()
                            .allMatch(value -> CONSTANT.matcher(value).matches())) {
                throw section.problem("enum", "each must look like " + CONSTANT + "; x-values takes others");
            }
            var choice = title(section, name);
            if (!classes.add(choice)) {
                throw section.problem("enum", choice + " is the name of another value of this event; give it a title");
            }
            return new Shape.Choice(choice, values);
        }
        var longest = section.number("maxLength").orElseThrow(() -> section.missing("maxLength"));
        var shortest = section.number("minLength").orElse(0L);
        if (shortest < 0 || longest < shortest || longest > Integer.MAX_VALUE) {
            throw section.problem("maxLength", "must be from minLength to " + Integer.MAX_VALUE);
        }
        return new Shape.Text(shortest, longest, pattern(section), section.texts("x-values"));
    }

    private static Shape.Form form(Section section) {
        var format = section.optionalText("format").orElse("");
        if (section.has("x-java")) {
            return switch (section.text("x-java")) {
                case "RoomId" -> {
                    if (!format.equals("uuid")) {
                        throw section.problem("x-java", "RoomId goes with `format: uuid`");
                    }
                    yield Shape.Form.ROOM;
                }
                case "Currency" -> {
                    var all = Arrays.stream(Currency.values()).map(Enum::name).toList();
                    if (!section.texts("enum").equals(all)) {
                        throw section.problem("x-java", "Currency goes with `enum: " + all + "`");
                    }
                    yield Shape.Form.CURRENCY;
                }
                case String other -> throw section.problem("x-java", "must be RoomId or Currency, is " + other);
            };
        }
        return switch (format) {
            case "uuid" -> Shape.Form.UUID;
            case "date-time" -> Shape.Form.INSTANT;
            case "date" -> Shape.Form.DATE;
            case "uri" -> Shape.Form.URI;
            default -> throw section.problem("format", "must be uuid, date-time, date or uri, is " + format);
        };
    }

    /// Schemas look for a pattern anywhere; ours is of the whole text.
    private static Optional<String> pattern(Section section) {
        var pattern = section.optionalText("pattern");
        pattern.ifPresent(text -> {
            if (!text.startsWith("^") || !text.endsWith("$")) {
                throw section.problem("pattern", "must begin with ^ and end with $");
            }
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException malformed) {
                throw section.problem("pattern", "is no regular expression: " + malformed.getDescription());
            }
        });
        return pattern;
    }

    private static Shape whole(Section section) {
        section.allow("type", "description", "format", "minimum", "maximum");
        var small = section.word("format", "int64", "int32").equals("int32");
        var least = section.number("minimum").orElseThrow(() -> section.missing("minimum"));
        var most = section.number("maximum").orElse(small ? Integer.MAX_VALUE : Long.MAX_VALUE);
        if (most < least || small && (least < Integer.MIN_VALUE || most > Integer.MAX_VALUE)) {
            throw section.problem("maximum", "must be from minimum to the most that the format holds");
        }
        return new Shape.Whole(small, least, most);
    }

    private Shape list(Section section, String name) {
        section.allow("type", "description", "items", "minItems", "maxItems", "default");
        if (section.has("default") && !section.isEmptyList("default")) {
            throw section.problem("default", "must be []");
        }
        var most = section.number("maxItems").orElseThrow(() -> section.missing("maxItems"));
        var fewest = section.number("minItems").orElse(0L);
        if (fewest < 0 || most < fewest || most > Integer.MAX_VALUE) {
            throw section.problem("maxItems", "must be from minItems to " + Integer.MAX_VALUE);
        }
        var items = section.section("items");
        if (items.text("type").equals("array")) {
            throw items.problem("type", "a list holds no lists");
        }
        if (items.text("type").equals("object") && !items.has("title")) {
            throw items.missing("title");
        }
        return new Shape.Many(shape(items, name), fewest, most, section.has("default"));
    }

    private static String title(Section section, String name) {
        var title = section.optionalText("title").orElse(name);
        if (!CLASS.matcher(title).matches()) {
            throw section.problem("title", "must look like " + CLASS + ", is " + title);
        }
        return title;
    }
}
