package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.ChildJvm;
import dev.vitrine.local.Eventually;
import dev.vitrine.local.FreePorts;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

@SuppressWarnings("try") // a stop may be interrupted
class AcknowledgedSurvivesKillTest {

    private static final int NUMBERS = 60;

    @TempDir
    Path folder;

    @Test
    void everyStoreFindsWhatItAcknowledgedAfterAKillOfTheLocalCloud() throws Exception {
        int base = FreePorts.row();
        Path data = folder.resolve("data");
        int last = writeAndKill(data, base);

        try (StoresOnThisMachine stores = new StoresOnThisMachine(data, base).start()) {
            assertTrue(rows(stores) > last, "rows");
            assertTrue(messages(stores, last).size() > last, "messages");
            try (S3Client s3 = stores.s3.client()) {
                long objects =
                        s3.listObjectsV2Paginator(r -> r.bucket(S3Store.BUCKET).prefix("numbers/")).contents().stream()
                                .count();
                assertTrue(objects > last, "objects");
                assertEquals(
                        Integer.toString(last),
                        s3.getObjectAsBytes(r -> r.bucket(S3Store.BUCKET).key("numbers/" + last))
                                .asUtf8String());
            }
            try (RedisCalls redis = new RedisCalls(stores.redis.url())) {
                assertEquals(":1", redis.call("SISMEMBER numbers " + last));
            }
        }
    }

    private static int writeAndKill(Path data, int base) throws Exception {
        Process cloud = ChildJvm.start(WritesUntilKilled.class, data.toString(), Integer.toString(base));
        BufferedReader output = cloud.inputReader();
        List<Long> children = new ArrayList<>();
        int last = -1;
        while (last < NUMBERS) {
            String[] words = ChildJvm.line(output).split(" ");
            if (words[0].equals("pid")) {
                children.add(Long.parseLong(words[1]));
            } else {
                last = Integer.parseInt(words[1]);
            }
        }
        cloud.destroyForcibly().waitFor();
        assertEquals(2, children.size());
        for (long child : children) {
            Eventually.holds("store process " + child + " gone", () -> !ChildJvm.runs(child));
        }
        return last;
    }

    private static int rows(StoresOnThisMachine stores) throws Exception {
        try (Connection connection = stores.postgres.database().connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from numbers")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static Set<String> messages(StoresOnThisMachine stores, int last) throws Exception {
        Set<String> found = new HashSet<>();
        String queue = stores.sqs.queueUrl("numbers");
        try (SqsClient client = stores.sqs.client()) {
            Eventually.holds("messages 0 to " + last + " received", () -> {
                client.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
                        .messages()
                        .forEach(message -> {
                            found.add(message.body());
                            client.deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()));
                        });
                return found.size() > last;
            });
        }
        return found;
    }
}
