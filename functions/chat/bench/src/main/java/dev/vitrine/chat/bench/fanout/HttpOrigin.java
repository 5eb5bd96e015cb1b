package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/// The real origin, over HTTP.
final class HttpOrigin implements EdgeCache.Origin {
    private static final int CONNECTIONS = 64;
    private static final long TIMEOUT_MILLIS = 10_000;
    private static final int LINE_BYTES = 4; // colon, blank and the end of the line

    private final HttpClient client;
    private final URI url;

    HttpOrigin(Vertx vertx, URI url) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
        this.url = url;
    }

    @Override
    public Future<Stored> fetch(String path) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(url.getHost())
                .setPort(url.getPort())
                .setURI(path)
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("accept-encoding", "gzip");
        return client.request(options).compose(request -> request.send()).compose(response -> response.body()
                .map(body -> stored(response, body.getBytes())));
    }

    private static Stored stored(HttpClientResponse response, byte[] body) {
        var headers = 0;
        for (var header : response.headers()) {
            headers += header.getKey().length() + header.getValue().length() + LINE_BYTES;
        }
        var control = response.getHeader("cache-control");
        return new Stored(response.statusCode(), body, Stored.maxAgeMillis(control == null ? "" : control), headers);
    }
}
