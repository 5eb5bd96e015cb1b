package dev.vitrine.local.invoke;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.gateway.RequestBody;
import dev.vitrine.local.identity.SignatureCheck;
import dev.vitrine.local.runtime.FunctionArn;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;

/// One function calls another: `POST /2015-03-31/functions/{name}/invocations` of the Lambda API ("Invoke", AWS Lambda
/// API reference), the synchronous form. Answers and errors are those that the AWS SDKs' `Lambda` clients read.
///
/// A caller that the registry does not let invoke a function is denied, whether that function exists or not.
public final class InvokeService implements HttpService {
    /// What a client of the API is given as its endpoint, below the address of the edge.
    public static final String PATH = "/local/lambda";
    /// What requests are signed for.
    public static final String SERVICE = "lambda";
    /// Lambda's own bound of a synchronous call ("Lambda quotas": 6 MB).
    static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

    private static final String ROUTE = "/lambda/2015-03-31/functions/{name}/invocations";
    private static final HeaderName ERROR_TYPE = HeaderNames.create("x-amzn-ErrorType");
    private static final HeaderName FUNCTION_ERROR = HeaderNames.create("X-Amz-Function-Error");
    private static final HeaderName EXECUTED_VERSION = HeaderNames.create("X-Amz-Executed-Version");
    private static final HeaderName INVOCATION_TYPE = HeaderNames.create("X-Amz-Invocation-Type");
    private static final HeaderName REQUEST_ID = HeaderNames.create("x-amzn-RequestId");
    private static final HeaderName TRACE = HeaderNames.create("x-amzn-trace-id");
    private static final String SYNCHRONOUS = "RequestResponse";
    private static final String UNHANDLED = "Unhandled";
    private static final JsonMapper JSON = new JsonMapper();

    private final Catalog catalog;
    private final SignatureCheck signatures;
    private final Invoker functions;

    public InvokeService(Catalog catalog, SignatureCheck signatures, Invoker functions) {
        this.catalog = catalog;
        this.signatures = signatures;
        this.functions = functions;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(ROUTE, this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        var body = RequestBody.read(request, MAX_PAYLOAD_BYTES);
        if (body.isEmpty()) {
            response.header(HeaderNames.CONNECTION, "close");
            refuse(response, 413, "RequestTooLargeException", "A payload has at most 6 MB");
            return;
        }
        switch (signatures.check(request, body.get())) {
            case SignatureCheck.Verdict.Refused(var why) -> refuse(response, 403, "InvalidSignatureException", why);
            case SignatureCheck.Verdict.Signed(var caller) -> invoke(caller, request, body.get(), response);
        }
    }

    private void invoke(FunctionSpec caller, ServerRequest request, byte[] payload, ServerResponse response) {
        var name = request.path().pathParameters().get("name");
        if (!caller.invokes().contains(name)) {
            refuse(
                    response,
                    403,
                    "AccessDeniedException",
                    caller.name() + " is not authorized to perform: lambda:InvokeFunction on resource: "
                            + FunctionArn.of(name) + " because functions." + caller.name()
                            + ".invokes does not list it");
            return;
        }
        var type = request.headers().first(INVOCATION_TYPE).orElse(SYNCHRONOUS);
        if (!type.equals(SYNCHRONOUS)) {
            refuse(response, 400, "InvalidParameterValueException", "only " + SYNCHRONOUS + " invocations are taken");
            return;
        }
        var event = payload.length == 0 ? new byte[] {'n', 'u', 'l', 'l'} : payload;
        answer(
                functions.invoke(
                        catalog.function(name).name(), event, request.headers().first(TRACE)),
                response);
    }

    private static void answer(InvocationResult result, ServerResponse response) {
        switch (result) {
            case InvocationResult.Answered(var requestId, var payload) ->
                told(response, requestId).send(payload);
            case InvocationResult.Failed failed ->
                told(response, failed.requestId())
                        .header(FUNCTION_ERROR, UNHANDLED)
                        .send(JSON.createObjectNode()
                                .put("errorMessage", failed.errorMessage())
                                .put("errorType", failed.errorType())
                                .toString());
            case InvocationResult.Throttled(var function) ->
                refuse(response, 429, "TooManyRequestsException", "Rate Exceeded: " + function);
        }
    }

    private static ServerResponse told(ServerResponse response, String requestId) {
        return response.status(200)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(REQUEST_ID, requestId)
                .header(EXECUTED_VERSION, "$LATEST");
    }

    private static void refuse(ServerResponse response, int status, String type, String message) {
        response.status(status)
                .header(ERROR_TYPE, type)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(JSON.createObjectNode().put("Message", message).toString());
    }
}
