package dev.vitrine.local.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Writes number after number to every store and prints each one only after all four have acknowledged it.
final class WritesUntilKilled {

    private WritesUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        int base = Integer.parseInt(arguments[1]);
        StoresOnThisMachine stores = new StoresOnThisMachine(Path.of(arguments[0]), base).start();
        stores.sqs.createQueue("numbers", 1, 5);
        System.out.println("pid " + stores.postgres.pid());
        System.out.println("pid " + stores.redis.pid());
        try (Connection connection = stores.postgres.database().connect();
                Statement statement = connection.createStatement();
                SqsClient sqs = stores.sqs.client();
                S3Client s3 = stores.s3.client();
                RedisCalls redis = new RedisCalls(stores.redis.url())) {
            statement.execute("create table numbers (n int primary key)");
            try (PreparedStatement insert = connection.prepareStatement("insert into numbers values (?)")) {
                for (int i = 0; true; i++) {
                    String number = Integer.toString(i);
                    insert.setInt(1, i);
                    insert.executeUpdate();
                    sqs.sendMessage(
                            r -> r.queueUrl(stores.sqs.queueUrl("numbers")).messageBody(number));
                    s3.putObject(
                            r -> r.bucket(S3Store.BUCKET).key("numbers/" + number), RequestBody.fromString(number));
                    redis.call("SADD numbers " + number);
                    System.out.println("acknowledged " + number);
                }
            }
        }
    }
}
