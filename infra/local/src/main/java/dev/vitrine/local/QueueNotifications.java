package dev.vitrine.local;

import dev.vitrine.live.Notifications;
import dev.vitrine.local.store.SqsStore;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Puts what the live service reports on the queues of the functions that read it, as EventBridge rules do on AWS.
final class QueueNotifications implements Notifications {
    private static final String STREAM_EVENTS = "stream-events";
    private static final String JOB_EVENTS = "media-job-events";

    private final SqsStore sqs;
    private final SqsClient client;

    QueueNotifications(SqsStore sqs, SqsClient client) {
        this.sqs = sqs;
        this.client = client;
    }

    @Override
    public void stream(String json) {
        send(STREAM_EVENTS, json);
    }

    @Override
    public void job(String json) {
        send(JOB_EVENTS, json);
    }

    private void send(String queue, String json) {
        client.sendMessage(request -> request.queueUrl(sqs.queueUrl(queue)).messageBody(json));
    }
}
