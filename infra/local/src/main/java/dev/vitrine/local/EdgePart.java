package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.gateway.Edge;
import dev.vitrine.local.gateway.EdgeLimits;
import dev.vitrine.local.gateway.Gateway;
import dev.vitrine.local.gateway.JwtAuthorizer;
import dev.vitrine.local.gateway.PageSettings;
import dev.vitrine.local.gateway.WebClient;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.identity.SignatureCheck;
import dev.vitrine.local.invoke.InvokeService;
import dev.vitrine.local.issuer.Issuer;
import dev.vitrine.local.issuer.IssuerService;
import dev.vitrine.local.issuer.TrustedIssuer;
import dev.vitrine.local.meter.FunctionsPage;
import dev.vitrine.local.meter.SocketsTable;
import dev.vitrine.local.payments.PaymentsSandbox;
import dev.vitrine.local.reference.ContractPages;
import dev.vitrine.local.reference.Health;
import dev.vitrine.local.reference.ProblemPages;
import dev.vitrine.local.socket.SocketApi;
import dev.vitrine.local.socket.SocketSettings;
import dev.vitrine.local.supervision.Condition;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The public port: the HTTP API, the CDN paths, the web client, and what exists only here.
final class EdgePart implements Service {
    private final Catalog catalog;
    private final Layout layout;
    private final TrustedIssuer trusted;
    private final Optional<Issuer> own;
    private final Identities identities;
    private final FunctionsPart functions;
    private final LivePart live;
    private final PaymentsSandbox payments;
    private final int port;
    private final Supplier<List<Condition.State>> parts;
    private final String publicUrl;
    private volatile SocketApi sockets;
    private Edge edge;

    EdgePart(
            Catalog catalog,
            Layout layout,
            TrustedIssuer trusted,
            Optional<Issuer> own,
            Identities identities,
            FunctionsPart functions,
            LivePart live,
            PaymentsSandbox payments,
            int port,
            Supplier<List<Condition.State>> parts,
            String publicUrl) {
        this.catalog = catalog;
        this.layout = layout;
        this.trusted = trusted;
        this.own = own;
        this.identities = identities;
        this.functions = functions;
        this.live = live;
        this.payments = payments;
        this.port = port;
        this.parts = parts;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return "edge";
    }

    @Override
    public void start() {
        var authorizer = new JwtAuthorizer(trusted.keys(), trusted.address(), trusted.audience(), Clock.systemUTC());
        sockets = new SocketApi(catalog, SocketSettings.DEFAULT, identities, functions);
        edge = new Edge(
                port,
                EdgeLimits.DEFAULT,
                new Edge.Services(
                        new Gateway(catalog, authorizer, EdgeLimits.DEFAULT.api(), functions),
                        local(),
                        live.live(),
                        live.media(),
                        List.of(new ProblemPages(), new ContractPages(layout.functions()), new Health(parts)),
                        new WebClient(layout.web(), publicUrl, new PageSettings(trusted.signIn(), trusted.origins())),
                        sockets.upgrades()));
    }

    /// A token of this machine's own issuer opens nothing when another is trusted, so that it is not offered.
    private List<HttpService> local() {
        var services = new ArrayList<HttpService>();
        own.map(issuer -> new IssuerService(issuer, catalog.roles().keySet())).ifPresent(services::add);
        services.add(new FunctionsPage(functions.meter(), sockets::figures, parts));
        services.add(sockets.management());
        services.add(new InvokeService(
                catalog, new SignatureCheck(InvokeService.SERVICE, identities, Clock.systemUTC()), functions));
        services.add(payments.service());
        return services;
    }

    /// What the sockets did since the start, for a terminal; empty without any.
    String table() {
        return sockets == null ? "" : SocketsTable.render(sockets.figures());
    }

    /// Sockets are told before the server cuts what is still open.
    @Override
    public void stop() {
        if (sockets != null) {
            sockets.close();
        }
        if (edge != null) {
            edge.close();
        }
    }
}
