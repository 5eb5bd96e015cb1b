package dev.vitrine.local.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.local.catalog.QueueSpec;
import dev.vitrine.local.runtime.FunctionArn;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/// A batch as Lambda gets it (Lambda developer guide, "Using Lambda with Amazon SQS").
final class SqsEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private SqsEvent() {}

    static byte[] render(QueueSpec queue, List<Message> messages) {
        if (queue.raw()) {
            return messages.getFirst().body().getBytes(StandardCharsets.UTF_8);
        }
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> put(records.addObject(), queue, message));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }

    private static void put(ObjectNode record, QueueSpec queue, Message message) {
        record.put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body());
        var attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        var own = record.putObject("messageAttributes");
        message.messageAttributes().forEach((name, value) -> {
            var attribute = own.putObject(name).put("dataType", value.dataType());
            if (value.stringValue() != null) {
                attribute.put("stringValue", value.stringValue());
            }
            if (value.binaryValue() != null) {
                attribute.put(
                        "binaryValue",
                        Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
            }
            attribute.putArray("stringListValues");
            attribute.putArray("binaryListValues");
        });
        record.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", Sqs.arn(queue.name()))
                .put("awsRegion", FunctionArn.REGION);
    }
}
