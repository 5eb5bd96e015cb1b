package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheJobsTokenOpensJobsAloneTest {
    @TempDir
    Path folder;

    @Test
    void whoMaySubmitJobsReachesNoChannel() throws Exception {
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"));
                LiveHost host = new LiveHost(folder.resolve("data"), bucket.store())) {
            assertEquals(
                    422,
                    host.control(LiveHost.JOBS_TOKEN, "POST", "/jobs", "{}").statusCode());
            assertEquals(
                    422, host.control(LiveHost.TOKEN, "POST", "/jobs", "{}").statusCode());
            for (String path : new String[] {"/channels", "/channels/x", "/"}) {
                assertEquals(
                        401,
                        host.control(LiveHost.JOBS_TOKEN, "POST", path, "{}").statusCode(),
                        path);
            }
            for (String path : new String[] {"/jobs", "/jobs/", "/jobs/x"}) {
                assertEquals(
                        401,
                        host.control("not-one-of-the-tokens", "POST", path, "{}")
                                .statusCode(),
                        path);
            }
        }
    }
}
