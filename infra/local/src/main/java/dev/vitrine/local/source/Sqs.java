package dev.vitrine.local.source;

import dev.vitrine.local.identity.Credentials;
import dev.vitrine.local.runtime.FunctionArn;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A blocking SQS client for the local server.
public final class Sqs {
    /// SQS allows 20 s; a local request costs nothing, and a queue server that stops waits for the polls under way.
    static final Duration LONG_POLL = Duration.ofSeconds(2);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = LONG_POLL.plusSeconds(10);

    private Sqs() {}

    public static SqsClient client(URI endpoint, Credentials owner) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(FunctionArn.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(owner.accessKey(), owner.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ))
                .build();
    }

    static String arn(String queue) {
        return "arn:aws:sqs:" + FunctionArn.REGION + ":" + FunctionArn.ACCOUNT + ":" + queue;
    }
}
