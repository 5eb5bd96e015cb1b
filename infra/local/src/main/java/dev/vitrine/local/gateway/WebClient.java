package dev.vitrine.local.gateway;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// The built web client as a CDN serves it: paths without a file are pages of the client and get `index.html`, with
/// 404 when the client's `routes.json` knows no such page. `config.json` tells the pages how to sign in.
public final class WebClient implements HttpService {
    private static final String INDEX = "index.html";
    /// Vite puts a content hash before the extension: such a file never changes.
    private static final Pattern HASHED = Pattern.compile(".*[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String REVALIDATE = "no-cache";

    private final WebFiles files;
    private final PageRoutes routes;
    private final PageSettings settings;
    private final SecurityHeaders security;

    /// @param folder the built client; read at each request, so that a rebuild is seen at once
    /// @param publicUrl where media is fetched from, for pages opened under another name of this machine
    /// @param settings what pages are told, and may do beyond it
    public WebClient(Path folder, String publicUrl, PageSettings settings) {
        this.files = new WebFiles(folder);
        this.routes = new PageRoutes(files);
        this.settings = settings;
        this.security = new SecurityHeaders(publicUrl, settings.connectsTo());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        security.put(response);
        var method = request.prologue().method().text();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.header(HeaderNames.ALLOW, "GET, HEAD");
            Problem.methodNotAllowed("GET, HEAD").send(response);
            return;
        }
        var path = request.prologue().uriPath().path().substring(1);
        if (path.equals(PageSettings.FILE)) {
            settings.send(response);
            return;
        }
        var file = files.find(path.isEmpty() ? INDEX : path);
        if (file.isPresent()) {
            serve(request, response, file.get());
            return;
        }
        var index = page(path) ? files.find(INDEX) : Optional.<Path>empty();
        if (index.isEmpty()) {
            Problem.notFound().send(response);
            return;
        }
        // The client says it in words of its own; who counts or indexes pages goes by the status.
        if (!routes.has(path)) {
            response.status(404);
        }
        serve(request, response, index.get());
    }

    /// A missing file with an extension is missing; anything else is the client's to route.
    private static boolean page(String path) {
        return path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }

    private void serve(ServerRequest request, ServerResponse response, Path file) throws IOException {
        var variant = Variant.best(
                file, request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse(""));
        var name = file.getFileName().toString();
        var etag = variant.etag();
        response.header(HeaderNames.ETAG, etag)
                .header(HeaderNames.VARY, "accept-encoding")
                .header(HeaderNames.CACHE_CONTROL, HASHED.matcher(name).matches() ? IMMUTABLE : REVALIDATE);
        if (response.status().code() == 200 && matches(request.headers().first(HeaderNames.IF_NONE_MATCH), etag)) {
            response.status(304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, MimeTypes.of(name));
        variant.encoding().ifPresent(encoding -> response.header(HeaderNames.CONTENT_ENCODING, encoding));
        if (request.prologue().method().text().equals("HEAD")) {
            response.header(HeaderNames.CONTENT_LENGTH, Long.toString(Files.size(variant.file())));
            response.send();
        } else {
            response.send(Files.readAllBytes(variant.file()));
        }
    }

    private static boolean matches(Optional<String> ifNoneMatch, String etag) {
        return ifNoneMatch.isPresent()
                && Pattern.compile(",")
                        .splitAsStream(ifNoneMatch.get())
                        .map(String::trim)
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("W/" + etag) || tag.equals("*"));
    }
}
