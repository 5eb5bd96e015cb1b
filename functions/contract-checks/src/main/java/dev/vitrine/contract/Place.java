package dev.vitrine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A part of a document, with the file that its references are relative to.
///
/// @param name the last part of the reference that led here; empty where none did
record Place(Documents documents, URI file, JsonNode node, String name) {
    private static final String REFERENCE = "$ref";

    boolean isMissing() {
        return node.isMissingNode();
    }

    /// A member, references followed; what stands beside a reference counts more than what it leads to.
    Place at(String member) {
        return new Place(documents, file, node.path(member), "").followed();
    }

    List<Place> elements(String member) {
        var elements = new ArrayList<Place>();
        node.path(member).forEach(element -> elements.add(new Place(documents, file, element, "").followed()));
        return elements;
    }

    /// Members of an object by name.
    TreeMap<String, Place> members(String member) {
        var members = new TreeMap<String, Place>();
        var parent = at(member);
        parent.node
                .properties()
                .forEach(entry -> members.put(
                        entry.getKey(), new Place(documents, parent.file, entry.getValue(), "").followed()));
        return members;
    }

    String text(String member) {
        return node.path(member).asText();
    }

    private Place followed() {
        if (!node.has(REFERENCE)) {
            return this;
        }
        var target = file.resolve(node.path(REFERENCE).textValue());
        var pointer = target.getFragment() == null ? "" : target.getFragment();
        var document = URI.create(target.toString().replaceFirst("#.*", ""));
        var there = new Place(documents, document, documents.root(document).at(pointer), last(pointer));
        if (there.isMissing()) {
            throw new IllegalStateException(file + ": nothing is at " + node.path(REFERENCE));
        }
        var end = there.followed();
        return new Place(documents, end.file, beside(end.node), there.name);
    }

    private JsonNode beside(JsonNode target) {
        if (!(target instanceof ObjectNode object)) {
            return target;
        }
        ObjectNode merged = object.deepCopy();
        node.properties().stream()
                .filter(entry -> !entry.getKey().equals(REFERENCE))
                .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
