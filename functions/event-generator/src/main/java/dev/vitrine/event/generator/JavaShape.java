package dev.vitrine.event.generator;

import dev.vitrine.event.generator.Shape.Choice;
import dev.vitrine.event.generator.Shape.Flag;
import dev.vitrine.event.generator.Shape.Form;
import dev.vitrine.event.generator.Shape.Formed;
import dev.vitrine.event.generator.Shape.Group;
import dev.vitrine.event.generator.Shape.Many;
import dev.vitrine.event.generator.Shape.Text;
import dev.vitrine.event.generator.Shape.Whole;
import java.util.List;

/// How a shape is declared, read, written and bounded in Java.
final class JavaShape {
    private JavaShape() {}

    static String type(Shape shape) {
        return switch (shape) {
            case Text _ -> "String";
            case Choice(var name, var _) -> name;
            case Formed(var form) -> form.javaName;
            case Whole(var small, var _, var _) -> small ? "int" : "long";
            case Flag() -> "boolean";
            case Many(var element, var _, var _, var _) -> "List<" + boxed(element) + ">";
            case Group(var name, var _) -> name;
        };
    }

    static String boxed(Shape shape) {
        return switch (shape) {
            case Whole(var small, var _, var _) -> small ? "Integer" : "Long";
            case Flag() -> "Boolean";
            default -> type(shape);
        };
    }

    /// Reads the `Value` that an expression gives.
    static String read(Shape shape, String value) {
        return switch (shape) {
            case Text _ -> value + ".text()";
            case Choice(var name, var _) -> value + ".choice(" + name + ".values())";
            case Formed(var form) -> value + "." + form.accessor + "()";
            case Whole(var small, var _, var _) -> value + (small ? ".int32()" : ".int64()");
            case Flag() -> value + ".flag()";
            case Many(var element, var _, var _, var _) -> value + ".list(" + reader(element) + ")";
            case Group(var name, var _) -> name + ".of(" + value + ".fields())";
        };
    }

    /// The same as a function.
    static String reader(Shape shape) {
        return switch (shape) {
            case Text _ -> "Value::text";
            case Formed(var form) -> "Value::" + form.accessor;
            case Whole(var small, var _, var _) -> small ? "Value::int32" : "Value::int64";
            case Flag() -> "Value::flag";
            case Choice _, Group _ -> "each -> " + read(shape, "each");
            case Many _ -> "value -> " + read(shape, "value");
        };
    }

    /// Puts the value that an expression gives into the node `json`.
    static String write(Shape shape, String name, String value) {
        return switch (shape) {
            case Text _, Whole _, Flag _ -> "json.put(\"" + name + "\", " + value + ")";
            case Choice _ -> "json.put(\"" + name + "\", " + value + ".name())";
            case Formed(var form) -> "json.put(\"" + name + "\", " + value + worded(form) + ")";
            case Group _ -> "json.set(\"" + name + "\", " + value + ".json())";
            case Many(var element, var _, var _, var _) ->
                value + each(element) + ".forEach(json.putArray(\"" + name + "\")::add)";
        };
    }

    private static String each(Shape element) {
        return switch (element) {
            case Formed(var form) -> ".stream().map(each -> each" + worded(form) + ")";
            case Choice _ -> ".stream().map(Enum::name)";
            case Group(var name, var _) -> ".stream().map(" + name + "::json)";
            case Text _, Whole _, Flag _, Many _ -> "";
        };
    }

    private static String worded(Form form) {
        return form == Form.CURRENCY ? ".name()" : ".toString()";
    }

    /// The statements that refuse what is out of bounds; none where every value of the type is allowed.
    ///
    /// @param field a Java expression of the field's name
    /// @param form a Java expression of the pattern, where there is one
    static List<String> bounds(Shape shape, String field, String value, String form) {
        return switch (shape) {
            case Text(var shortest, var longest, var pattern, var _) -> {
                var length = call("text", field, value, shortest, longest);
                yield pattern.isPresent() ? List.of(length, call("form", field, value, form)) : List.of(length);
            }
            case Whole(var small, var least, var most) ->
                List.of(call("number", field, value, number(small, least), number(small, most)));
            case Flag() -> List.of();
            case Choice _, Formed _, Group _ -> List.of(call("present", field, value));
            case Many(var _, var fewest, var most, var _) ->
                List.of(value + " = " + call("list", field, value, fewest, most));
        };
    }

    private static String call(String bound, Object... arguments) {
        var words = java.util.Arrays.stream(arguments).map(Object::toString).toList();
        return "Bounds." + bound + "(" + String.join(", ", words) + ")";
    }

    private static String number(boolean small, long number) {
        if (small) {
            return number == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : Long.toString(number);
        }
        return number == Long.MAX_VALUE ? "Long.MAX_VALUE" : number + (number == (int) number ? "" : "L");
    }
}
