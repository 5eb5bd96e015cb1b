package dev.vitrine.event.generator;

/// Writes the tests that every schema has: its examples through its record, and the page of all of them.
final class JavaTest {
    private JavaTest() {}

    static String name(EventSchema schema) {
        return schema.javaName() + "IsOnTheWireAsItsSchemaSaysTest";
    }

    static String of(EventSchema schema, String javaPackage) {
        var lines = new Lines()
                .add("package " + javaPackage + ";")
                .blank()
                .add("import dev.vitrine.event.check.GoldenEvents;")
                .add("import java.nio.file.Path;")
                .add("import org.junit.jupiter.api.Test;")
                .blank();
        lines.block("class " + name(schema), () -> {
            lines.add("private static final GoldenEvents EVENTS = GoldenEvents.of(");
            lines.add("        Path.of(\"src/main/events/" + schema.file().getFileName() + "\"), " + schema.javaName()
                    + ".TYPE, " + schema.javaName() + "::of);");
            test(lines, "examplesComeOutAsTheyWentIn");
            test(lines, "fieldsThatAreNotKnownAreLeftAlone");
            test(lines, "recordAndSchemaRefuseTheSame");
        });
        return lines.toString();
    }

    private static void test(Lines lines, String name) {
        lines.blank().add("@Test");
        lines.block("void " + name + "()", () -> lines.add("EVENTS." + name + "();"));
    }

    static String ofPage(String javaPackage) {
        var lines = new Lines()
                .add("package " + javaPackage + ";")
                .blank()
                .add("import dev.vitrine.event.generator.EventsPage;")
                .add("import java.nio.file.Path;")
                .add("import org.junit.jupiter.api.Test;")
                .blank();
        lines.block("class " + PAGE_TEST, () -> {
            lines.add("@Test");
            lines.block(
                    "void readmeIsMadeOfTheSchemas()",
                    () -> lines.add("EventsPage.check(Path.of(\"\").toAbsolutePath());"));
        });
        return lines.toString();
    }

    static final String PAGE_TEST = "PageOfEventsIsCurrentTest";
}
