package dev.vitrine.platform.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/// Functions behind Lambda's Invoke API, and behind what speaks its protocol.
///
/// One client for the process, made at the first call: a function that calls nobody does not pay for it.
@ApplicationScoped
public class LambdaFunctions implements Functions {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(1);
    private static final String TIMED_OUT = "Sandbox.Timedout";
    private static final String DENIED = "AccessDeniedException";

    private final Optional<URI> address;
    private final Optional<String> region;
    private final Duration patience;
    private final AwsCredentialsProvider credentials;
    private LambdaClient client;

    @Inject
    LambdaFunctions(
            @ConfigProperty(name = "aws.endpoint.url.lambda") Optional<URI> address,
            @ConfigProperty(name = "aws.region") Optional<String> region,
            InvokeConfig config) {
        this(
                address,
                region,
                config.patience(),
                DefaultCredentialsProvider.builder().build());
    }

    LambdaFunctions(
            Optional<URI> address, Optional<String> region, Duration patience, AwsCredentialsProvider credentials) {
        this.address = address;
        this.region = region;
        this.patience = patience;
        this.credentials = credentials;
    }

    @Override
    public Uni<Reply> call(String function, JsonNode question) {
        return Uni.createFrom()
                .item(() -> ask(function, Json.write(question)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Reply ask(String function, String question) {
        try {
            return reply(
                    client().invoke(call -> call.functionName(function).payload(SdkBytes.fromUtf8String(question))));
        } catch (TooManyRequestsException busy) {
            return new Reply.Busy();
        } catch (ApiCallTimeoutException slow) {
            return new Reply.TimedOut("no answer within " + patience);
        } catch (LambdaException refused) {
            if (DENIED.equals(refused.awsErrorDetails().errorCode())) {
                return new Reply.NotAllowed(refused.awsErrorDetails().errorMessage());
            }
            throw refused;
        }
    }

    private static Reply reply(InvokeResponse response) {
        var json = Json.read(response.payload().asUtf8String());
        if (response.functionError() == null) {
            return new Reply.Answered(json);
        }
        var type = json.path("errorType").asText("");
        var message = json.path("errorMessage").asText("");
        return type.equals(TIMED_OUT) ? new Reply.TimedOut(message) : new Reply.Failed(type, message);
    }

    private synchronized LambdaClient client() {
        if (client == null) {
            client = make();
        }
        return client;
    }

    /// No retries: only the caller knows whether a second call does the same thing again.
    private LambdaClient make() {
        var builder = LambdaClient.builder()
                .region(Region.of(region.orElse("us-east-1")))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_PATIENCE)
                        .socketTimeout(patience))
                .overrideConfiguration(
                        once -> once.apiCallTimeout(patience).retryStrategy(retry -> retry.maxAttempts(1)));
        address.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
