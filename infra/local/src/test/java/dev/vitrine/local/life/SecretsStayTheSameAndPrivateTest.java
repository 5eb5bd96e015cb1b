package dev.vitrine.local.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsStayTheSameAndPrivateTest {

    @TempDir
    Path folder;

    @Test
    void aLaterStartFindsTheSameSecrets() {
        Secrets first = Secrets.of(folder);
        String rooms = first.rolePassword("rooms");

        Secrets later = Secrets.of(folder);

        assertEquals(rooms, later.rolePassword("rooms"));
        assertNotEquals(rooms, later.rolePassword("chat"));
        assertEquals(first.postgresPassword(), later.postgresPassword());
        assertEquals(first.s3SecretKey(), later.s3SecretKey());
        assertEquals(first.liveControlToken(), later.liveControlToken());
        assertEquals(first.paymentsSandboxSecret(), later.paymentsSandboxSecret());
        assertNotEquals(first.paymentsSandboxSecret(), first.redisPassword());
        assertEquals(first.issuerKey(), later.issuerKey());
        assertEquals(32, Base64.getDecoder().decode(later.named("sealing-key")).length);
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        Secrets secrets = Secrets.of(folder);

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.json"))));
        assertFalse(secrets.toString().contains(secrets.postgresPassword()));
    }

    @Test
    void aDamagedFileIsRefusedNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.json"), "{\"postgresPassword\":\"x\"}");

        StartRefused refused = assertThrows(StartRefused.class, () -> Secrets.of(folder));

        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
        assertEquals("{\"postgresPassword\":\"x\"}", Files.readString(file));
    }
}
