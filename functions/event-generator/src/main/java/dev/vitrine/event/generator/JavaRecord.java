package dev.vitrine.event.generator;

import dev.vitrine.event.generator.Shape.Choice;
import dev.vitrine.event.generator.Shape.Group;
import dev.vitrine.event.generator.Shape.Many;
import dev.vitrine.event.generator.Shape.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes the record of a schema.
final class JavaRecord {
    /// Imported where the record names them.
    private static final List<String> CLASSES = Stream.concat(
                    Stream.of(
                            "com.fasterxml.jackson.databind.JsonNode",
                            "com.fasterxml.jackson.databind.node.JsonNodeFactory",
                            "com.fasterxml.jackson.databind.node.ObjectNode",
                            "dev.vitrine.event.Bounds",
                            "dev.vitrine.event.EventData",
                            "dev.vitrine.event.Fields",
                            "dev.vitrine.event.Value",
                            "dev.vitrine.model.EventType",
                            "java.util.List",
                            "java.util.Optional",
                            "java.util.regex.Pattern"),
                    Arrays.stream(Shape.Form.values()).map(form -> form.javaImport))
            .sorted()
            .toList();

    private final EventSchema schema;
    private final Lines lines = new Lines();

    private JavaRecord(EventSchema schema) {
        this.schema = schema;
    }

    static String of(EventSchema schema, String javaPackage) {
        var body = new JavaRecord(schema).event();
        var head = new Lines().add("package " + javaPackage + ";").blank();
        CLASSES.stream().filter(name -> names(body, name)).forEach(name -> head.add("import " + name + ";"));
        return head.blank() + body;
    }

    private static boolean names(String body, String importName) {
        var simple = importName.substring(importName.lastIndexOf('.') + 1);
        return Pattern.compile("\\b" + simple + "\\b").matcher(body).find();
    }

    private String event() {
        var data = schema.data();
        comment(schema.description() + " Made of `" + schema.file().getFileName() + "`.", data);
        declare("public record ", data, " implements EventData", () -> {
            lines.add("public static final EventType TYPE = new EventType(\"" + schema.type() + "\");");
            constants(data);
            constructor(data);
            lines.blank();
            lines.comment("Fields that are not known are left alone: producers may add some.");
            lines.comment("");
            lines.comment("@throws dev.vitrine.model.InvalidValue when one is missing or out of its bounds");
            lines.block("public static " + data.name() + " of(JsonNode data)", () -> {
                lines.add("var fields = Fields.of(data);");
                read(data);
            });
            lines.blank().add("@Override");
            lines.block("public EventType type()", () -> lines.add("return TYPE;"));
            lines.blank().add("@Override");
            writer("public ", data);
            nested(data);
        });
        return lines.toString();
    }

    private void comment(String sentence, Group group) {
        lines.comment(sentence);
        var told = group.fields().stream()
                .filter(field -> !field.description().isEmpty())
                .toList();
        if (!told.isEmpty()) {
            lines.comment("");
        }
        told.forEach(field -> lines.comment("@param " + field.name() + " " + field.description()));
    }

    private void declare(String modifiers, Group group, String interfaces, Runnable content) {
        var components = group.fields().stream()
                .map(field -> type(field) + " " + field.name())
                .toList();
        lines.list(modifiers + group.name() + "(", components, ")" + interfaces + " {");
        lines.within(content);
        lines.add("}");
    }

    private void constants(Group group) {
        for (var field : group.fields()) {
            form(field.shape())
                    .ifPresent(pattern -> lines.add("private static final Pattern " + constant(field)
                            + " = Pattern.compile(" + literal(pattern) + ");"));
        }
    }

    /// Refuses what is out of bounds.
    private void constructor(Group group) {
        var statements =
                group.fields().stream().flatMap(field -> bounds(field).stream()).toList();
        if (!statements.isEmpty()) {
            lines.blank();
            lines.block("public " + group.name(), () -> statements.forEach(statement -> lines.add(statement + ";")));
        }
    }

    private static List<String> bounds(Field field) {
        var name = literal(field.name());
        if (!isOptional(field)) {
            return JavaShape.bounds(field.shape(), name, field.name(), constant(field));
        }
        var statements = new ArrayList<String>();
        statements.add("Bounds.present(" + name + ", " + field.name() + ")");
        JavaShape.bounds(field.shape(), name, "present", constant(field)).stream()
                .filter(bound -> !bound.startsWith("Bounds.present"))
                .forEach(bound -> statements.add(field.name() + ".ifPresent(present -> " + bound + ")"));
        return statements;
    }

    private void read(Group group) {
        var values = group.fields().stream().map(JavaRecord::read).toList();
        lines.list("return new " + group.name() + "(", values, ");");
    }

    private static String read(Field field) {
        var name = literal(field.name());
        if (field.required()) {
            return JavaShape.read(field.shape(), "fields.required(" + name + ")");
        }
        var optional = "fields.optional(" + name + ").map(" + JavaShape.reader(field.shape()) + ")";
        return field.shape() instanceof Many ? optional + ".orElse(List.of())" : optional;
    }

    private void writer(String modifiers, Group group) {
        lines.block(modifiers + "ObjectNode json()", () -> {
            lines.add("var json = JsonNodeFactory.instance.objectNode();");
            group.fields().forEach(field -> lines.add(write(field) + ";"));
            lines.add("return json;");
        });
    }

    private static String write(Field field) {
        return isOptional(field)
                ? field.name() + ".ifPresent(present -> " + JavaShape.write(field.shape(), field.name(), "present")
                        + ")"
                : JavaShape.write(field.shape(), field.name(), field.name());
    }

    private void nested(Group group) {
        for (var field : group.fields()) {
            var shape = field.shape() instanceof Many(var element, var _, var _, var _) ? element : field.shape();
            switch (shape) {
                case Choice(var name, var values) ->
                    lines.blank().add("public enum " + name + " { " + String.join(", ", values) + " }");
                case Group inner -> {
                    lines.blank();
                    comment(field.description(), inner);
                    declare("public record ", inner, "", () -> {
                        constants(inner);
                        constructor(inner);
                        lines.blank();
                        lines.block("private static " + inner.name() + " of(Fields fields)", () -> read(inner));
                        lines.blank();
                        writer("private ", inner);
                        nested(inner);
                    });
                }
                default -> {}
            }
        }
    }

    private static String type(Field field) {
        return isOptional(field) ? "Optional<" + JavaShape.boxed(field.shape()) + ">" : JavaShape.type(field.shape());
    }

    private static boolean isOptional(Field field) {
        return !field.required() && !(field.shape() instanceof Many);
    }

    private static Optional<String> form(Shape shape) {
        return shape instanceof Text(var _, var _, var form, var _) ? form : Optional.empty();
    }

    private static String constant(Field field) {
        return Words.constant(field.name()) + "_FORM";
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
