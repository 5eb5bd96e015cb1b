package dev.vitrine.event.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// Writes records and their tests: `jar SCHEMAS PACKAGE SOURCES TEST-SOURCES`. Files that are as they should be are not
/// touched, so that nothing is compiled for nothing; those of schemas that went are deleted.
public final class GenerateSources {
    private GenerateSources() {}

    public static void main(String[] arguments) throws IOException {
        if (!arguments[0].equals("jar")) {
            return;
        }
        run(Path.of(arguments[1]), arguments[2], Path.of(arguments[3]), Path.of(arguments[4]));
    }

    static void run(Path folder, String javaPackage, Path sources, Path testSources) throws IOException {
        var schemas = SchemaReader.folder(folder);
        var seen = new HashSet<String>();
        var records = new HashMap<String, String>();
        var tests = new HashMap<String, String>();
        for (var schema : schemas) {
            if (!seen.add(schema.type().value())) {
                throw new InvalidSchema(schema.file() + ":1: type: another file of " + folder + " has it as well");
            }
            records.put(schema.javaName(), JavaRecord.of(schema, javaPackage));
            tests.put(JavaTest.name(schema), JavaTest.of(schema, javaPackage));
        }
        tests.put(JavaTest.PAGE_TEST, JavaTest.ofPage(javaPackage));
        var place = javaPackage.replace('.', '/');
        write(sources.resolve(place), records);
        write(testSources.resolve(place), tests);
    }

    private static void write(Path folder, Map<String, String> classes) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (!classes.containsKey(file.getFileName().toString().replace(".java", ""))) {
                    Files.delete(file);
                }
            }
        }
        for (var one : classes.entrySet()) {
            var file = folder.resolve(one.getKey() + ".java");
            if (!Files.exists(file) || !Files.readString(file).equals(one.getValue())) {
                Files.writeString(file, one.getValue());
            }
        }
    }
}
