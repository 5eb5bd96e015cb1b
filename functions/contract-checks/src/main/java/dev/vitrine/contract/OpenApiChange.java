package dev.vitrine.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Compares two OpenAPI documents.
final class OpenApiChange {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private final Breaks breaks;
    private final String file;
    private final Place before;
    private final Place now;

    OpenApiChange(Breaks breaks, String file, Place before, Place now) {
        this.breaks = breaks;
        this.file = file;
        this.before = before;
        this.now = now;
    }

    void compare() {
        var paths = now.members("paths");
        before.members("paths").forEach((path, old) -> {
            var place = file + " " + path;
            if (paths.containsKey(path)) {
                path(place, old, paths.get(path));
            } else {
                breaks.add(place, "path is gone");
            }
        });
    }

    private void path(String place, Place old, Place present) {
        for (var method : METHODS) {
            var operation = old.at(method);
            if (operation.isMissing()) {
                continue;
            }
            if (present.at(method).isMissing()) {
                breaks.add(place + " " + method, "operation is gone");
            } else {
                var here = place + " " + method;
                parameters(here, parameters(old, operation), parameters(present, present.at(method)));
                request(here, operation.at("requestBody"), present.at(method).at("requestBody"));
                answers(here, operation.members("responses"), present.at(method).members("responses"));
                if (isOpen(operation, before) && !isOpen(present.at(method), now)) {
                    breaks.add(here, "needs a token now");
                }
            }
        }
    }

    private static boolean isOpen(Place operation, Place document) {
        var own = operation.node().path("security");
        return (own.isMissingNode() ? document.node().path("security") : own).isEmpty();
    }

    /// By kind and name; those of a path need no name that stays.
    private static Map<String, Place> parameters(Place path, Place operation) {
        var parameters = new TreeMap<String, Place>();
        for (var owner : new Place[] {path, operation}) {
            owner.elements("parameters").stream()
                    .filter(one -> !one.text("in").equals("path"))
                    .forEach(one -> parameters.put(one.text("in") + " " + one.text("name"), one));
        }
        return parameters;
    }

    private void parameters(String place, Map<String, Place> old, Map<String, Place> present) {
        old.forEach((name, parameter) -> {
            if (present.containsKey(name)) {
                new SchemaChange(breaks, Direction.GIVEN)
                        .compare(
                                place + " " + name,
                                parameter.at("schema"),
                                present.get(name).at("schema"));
            } else {
                breaks.add(place + " " + name, "is gone");
            }
        });
        present.forEach((name, parameter) -> {
            if (isRequired(parameter) && !(old.containsKey(name) && isRequired(old.get(name)))) {
                breaks.add(place + " " + name, "is required now");
            }
        });
    }

    private static boolean isRequired(Place part) {
        return part.node().path("required").asBoolean();
    }

    private void request(String place, Place old, Place present) {
        if (isRequired(present) && !isRequired(old)) {
            breaks.add(place + " body", "is required now");
        }
        content(place + " body", old, present, Direction.GIVEN);
    }

    private void answers(String place, Map<String, Place> old, Map<String, Place> present) {
        old.forEach((status, answer) -> {
            var here = place + " " + status;
            if (present.containsKey(status)) {
                content(here, answer, present.get(status), Direction.TOLD);
                answer.members("headers").keySet().stream()
                        .filter(name -> !present.get(status).members("headers").containsKey(name))
                        .forEach(name -> breaks.add(here + " header " + name, "is gone"));
            } else if (status.startsWith("2") || status.startsWith("3")) {
                breaks.add(here, "answer is gone");
            }
        });
    }

    private void content(String place, Place old, Place present, Direction direction) {
        var types = present.members("content");
        old.members("content").forEach((type, content) -> {
            if (types.containsKey(type)) {
                new SchemaChange(breaks, direction)
                        .compare(place, content.at("schema"), types.get(type).at("schema"));
            } else {
                breaks.add(place, type + " is gone");
            }
        });
    }
}
