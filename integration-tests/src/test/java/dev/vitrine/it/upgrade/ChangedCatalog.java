package dev.vitrine.it.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/// A checkout's registry of functions, changed so that events stay where they are wanted.
final class ChangedCatalog {
    private static final YAMLMapper YAML = new YAMLMapper();
    /// SQS holds a message back no longer.
    private static final int LONGEST_DELAY_SECONDS = 900;

    private final ObjectNode catalog;

    ChangedCatalog() throws IOException {
        catalog = (ObjectNode)
                YAML.readTree(Cloud.root().resolve("functions/catalog.yaml").toFile());
    }

    private ObjectNode function(String name) {
        if (catalog.path("functions").path(name) instanceof ObjectNode found) {
            return found;
        }
        throw new IllegalStateException("catalog.yaml has no function " + name);
    }

    ChangedCatalog schedule(String function, String schedule) {
        function(function).putObject("trigger").put("schedule", schedule);
        return this;
    }

    ChangedCatalog environment(String function, String name, String value) {
        function(function).withObjectProperty("environment").put(name, value);
        return this;
    }

    /// What lies in the queues of these functions, or comes there, stays there.
    ChangedCatalog leaveUnread(String... functions) {
        for (var function : functions) {
            function(function).putObject("trigger").putObject("invoke");
        }
        return this;
    }

    /// Every event lies in its queues for so long before anybody sees it.
    ChangedCatalog holdEvents(int seconds) {
        catalog.path("functions").forEach(function -> function.path("subscribes")
                .forEach(event -> ((ObjectNode) event).put("delaySeconds", seconds)));
        return this;
    }

    /// Every event goes to this queue alone: when it is deleted, no event can leave.
    ///
    /// @param like a function that takes events; another one like it is told to read the queue
    ChangedCatalog sendEventsTo(String queue, String like) {
        var events = new TreeSet<String>();
        for (var function : catalog.path("functions")) {
            function.path("subscribes")
                    .forEach(event -> events.add(event.path("event").asText()));
            ((ObjectNode) function).remove("subscribes");
        }
        JsonNode copy = function(like).deepCopy();
        var nobody = (ObjectNode) copy;
        nobody.put("handler", like);
        ((ObjectNode) nobody.at("/trigger/queue")).put("name", queue);
        var subscribes = nobody.putArray("subscribes");
        events.forEach(event -> subscribes.addObject().put("event", event).put("delaySeconds", LONGEST_DELAY_SECONDS));
        catalog.withObjectProperty("functions").set("upgrade-nobody", nobody);
        return this;
    }

    Path write(Path folder) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "catalog", ".yaml"), YAML.writeValueAsString(catalog));
    }
}
