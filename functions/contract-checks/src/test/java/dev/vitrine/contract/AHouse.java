package dev.vitrine.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A project that released one thing and has another now.
final class AHouse {
    private final Path root;

    AHouse(Path root) {
        this.root = root;
    }

    /// What is told when a contract was one text and is another; the text of nothing is a file that is gone.
    List<String> openApi(String before, String now) throws IOException {
        return told("shop/contract/openapi.yaml", "shop/contract/openapi.yaml", before, now);
    }

    List<String> asyncApi(String before, String now) throws IOException {
        return told("shop/contract/asyncapi.yaml", "shop/contract/asyncapi.yaml", before, now);
    }

    List<String> event(String before, String now) throws IOException {
        return told("shop/events/sold.v1.yaml", "shop/events/src/main/events/sold.v1.yaml", before, now);
    }

    private List<String> told(String released, String present, String before, String now) throws IOException {
        write(root.resolve("contracts/released/0.1.0").resolve(released), before);
        if (!now.isEmpty()) {
            write(root.resolve("functions").resolve(present), now);
        }
        return ReleasedContracts.breaks(root).stream()
                .map(one -> one.toString().replaceFirst("^functions/shop/\\S+?\\.yaml:? ?", ""))
                .toList();
    }

    void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
