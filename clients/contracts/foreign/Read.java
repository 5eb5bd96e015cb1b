import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads `CAPABILITY.Model.variant.json` of a folder as the generated model, and writes below another what it understood.
final class Read {
    public static void main(String[] args) throws Exception {
        try (var files = Files.list(Path.of(args[0]))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().split("\\.");
                var client = Class.forName("vitrine." + name[0] + ".ApiClient");
                var json = (ObjectMapper) client.getMethod("createDefaultObjectMapper").invoke(null);
                var answer = json.readValue(file.toFile(), Class.forName("vitrine." + name[0] + ".model." + name[1]));
                json.writeValue(Path.of(args[1]).resolve(file.getFileName()).toFile(), answer);
            }
        }
    }
}
