package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.gateway.Edge;
import dev.vitrine.local.gateway.Gateway;
import dev.vitrine.local.gateway.JwtAuthorizer;
import dev.vitrine.local.gateway.ThrottleSettings;
import dev.vitrine.local.gateway.WebClient;
import dev.vitrine.local.issuer.Issuer;
import dev.vitrine.local.issuer.IssuerService;
import dev.vitrine.local.meter.FunctionsPage;
import java.time.Clock;
import java.util.List;

/// The public port: the HTTP API, the CDN paths, the web client, and what exists only here.
final class EdgePart implements Service {
    private final Catalog catalog;
    private final Layout layout;
    private final Issuer issuer;
    private final FunctionsPart functions;
    private final LivePart live;
    private final int port;
    private final String publicUrl;
    private Edge edge;

    EdgePart(
            Catalog catalog,
            Layout layout,
            Issuer issuer,
            FunctionsPart functions,
            LivePart live,
            int port,
            String publicUrl) {
        this.catalog = catalog;
        this.layout = layout;
        this.issuer = issuer;
        this.functions = functions;
        this.live = live;
        this.port = port;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return "edge";
    }

    @Override
    public void start() {
        var authorizer = new JwtAuthorizer(issuer.keys(), issuer.address(), Issuer.AUDIENCE, Clock.systemUTC());
        edge = new Edge(
                port,
                new Edge.Services(
                        new Gateway(catalog, authorizer, ThrottleSettings.DEFAULT, functions),
                        List.of(new IssuerService(issuer), new FunctionsPage(functions.meter())),
                        live.live(),
                        live.media(),
                        new WebClient(layout.web(), publicUrl)));
    }

    @Override
    public void stop() {
        if (edge != null) {
            edge.close();
        }
    }
}
