package dev.vitrine.it.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.LocalQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Everything that a local cloud keeps, as whoever owns the machine can read it.
final class Stores {
    private static final int POSTGRES = 1;
    private static final int REDIS = 4;
    private static final int GZIP = 0x1f;
    private static final String DEAD_LETTERS = "-dlq";

    private final Cloud cloud;
    private final JsonNode secrets;

    Stores(Cloud cloud) {
        this.cloud = cloud;
        try {
            secrets = new ObjectMapper()
                    .readTree(cloud.data().resolve("secrets.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The places where a text stands, in order: `postgres ledger.givers`, `redis socket:1`,
    /// `s3/media/chat/...`. Redis' file is rewritten before, as its owner does in the end.
    TreeSet<String> holding(String text) {
        var places = new TreeSet<String>();
        inPostgres(text, places);
        inRedis(text, places);
        for (var folder : List.of("s3", "redis", "log")) {
            inFiles(cloud.data().resolve(folder), text, places);
        }
        inQueues(text, places);
        return places;
    }

    /// Objects alone: `s3/media/chat/...`.
    TreeSet<String> objectsHolding(String text) {
        var places = new TreeSet<String>();
        inFiles(cloud.data().resolve("s3"), text, places);
        return places;
    }

    private void inPostgres(String text, TreeSet<String> places) {
        var url = "jdbc:postgresql://127.0.0.1:" + (cloud.port() + POSTGRES) + "/vitrine";
        var bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        try (var connection = DriverManager.getConnection(
                        url, "postgres", secrets.path("postgresPassword").asText());
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var found = statement.executeQuery("""
                    select format('%I.%I', table_schema, table_name) from information_schema.tables
                    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                    """)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (var table : tables) {
                try (var found = connection.prepareStatement("select 1 from " + table
                        + " t where position(? in t::text) > 0 or position(? in t::text) > 0 limit 1")) {
                    found.setString(1, text);
                    found.setString(2, bytes);
                    if (found.executeQuery().next()) {
                        places.add("postgres " + table);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inRedis(String text, TreeSet<String> places) {
        try (var redis = new Socket("127.0.0.1", cloud.port() + REDIS)) {
            ask(redis, "AUTH", redisPassword());
            for (var key : (List<?>) ask(redis, "KEYS", "*")) {
                var name = key.toString();
                var value =
                        switch (ask(redis, "TYPE", name).toString()) {
                            case "hash" -> ask(redis, "HGETALL", name);
                            case "set" -> ask(redis, "SMEMBERS", name);
                            case "zset" -> ask(redis, "ZRANGE", name, "0", "-1");
                            case "stream" -> ask(redis, "XRANGE", name, "-", "+");
                            case "string" -> ask(redis, "GET", name);
                            default -> "";
                        };
                if ((name + " " + value).contains(text)) {
                    places.add("redis " + name);
                }
            }
            ask(redis, "BGREWRITEAOF");
            while (!ask(redis, "INFO", "persistence")
                    .toString()
                    .matches("(?s).*aof_rewrite_in_progress:0\\r.*aof_rewrite_scheduled:0\\r.*")) {
                LockSupport.parkNanos(50_000_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the local cloud derives it.
    private String redisPassword() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = secrets.path("postgresPassword").asText().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("redis".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// RESP 2, as far as answers of these commands go.
    private static Object ask(Socket redis, String... command) throws IOException {
        var request = new StringBuilder("*" + command.length + "\r\n");
        for (var word : command) {
            request.append("$")
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        redis.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return answer(redis.getInputStream());
    }

    private static Object answer(InputStream in) throws IOException {
        var line = line(in);
        var rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> {
                int length = Integer.parseInt(rest);
                if (length < 0) {
                    yield "";
                }
                var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                in.readNBytes(2);
                yield text;
            }
            case '*' -> {
                var list = new ArrayList<Object>();
                for (int left = Integer.parseInt(rest); left > 0; left--) {
                    list.add(answer(in));
                }
                yield list;
            }
            default -> throw new IOException(line);
        };
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis closed the connection");
            }
            line.append((char) next);
        }
        in.read();
        return line.toString();
    }

    private void inFiles(Path folder, String text, TreeSet<String> places) {
        if (!Files.isDirectory(folder)) {
            throw new AssertionError("there is no " + folder);
        }
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> content(file).contains(text))
                    .forEach(file -> places.add(cloud.data().relativize(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty when it was deleted meanwhile.
    private static String content(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (bytes.length > 1 && bytes[0] == GZIP && (bytes[1] & 0xff) == 0x8b) {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /// Those of dead letters; to look into another would keep a message from its function.
    private void inQueues(String text, TreeSet<String> places) {
        for (var name : LocalQueue.names(cloud)) {
            if (name.endsWith(DEAD_LETTERS)
                    && new LocalQueue(cloud, name).bodies().stream().anyMatch(body -> body.contains(text))) {
                places.add("queue " + name);
            }
        }
    }
}
