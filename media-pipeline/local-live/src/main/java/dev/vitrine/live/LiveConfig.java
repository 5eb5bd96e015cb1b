package dev.vitrine.live;

import java.nio.file.Path;
import java.util.List;

/// How a local live service is set up. It listens on loopback only.
///
/// @param dataFolder all that survives a restart: channels, jobs, messages, what is on its way to the store
/// @param publicUrl of the edge that serves [LocalLive#live] and [LocalLive#media], without a closing slash
/// @param controlPort for the control API and for ffmpeg; 0 picks a free one
/// @param rtmpPort for publishers; 0 picks a free one
/// @param token bearer token of the control API
/// @param jobsToken bearer token that the control API takes for jobs alone
/// @param sessionKey signs playback sessions
/// @param publicPrefixes objects of the store whose keys begin so are anyone's to read
public record LiveConfig(
        Path dataFolder,
        String publicUrl,
        int controlPort,
        int rtmpPort,
        String token,
        String jobsToken,
        String sessionKey,
        List<String> publicPrefixes) {
    private static final int MIN_TOKEN_LENGTH = 16;

    public LiveConfig {
        if (publicUrl.endsWith("/")) {
            throw new IllegalArgumentException("publicUrl must not end in /");
        }
        if (Math.min(token.length(), jobsToken.length()) < MIN_TOKEN_LENGTH) {
            throw new IllegalArgumentException("token must have at least " + MIN_TOKEN_LENGTH + " characters");
        }
        if (sessionKey.length() < MIN_TOKEN_LENGTH) {
            throw new IllegalArgumentException("sessionKey must have at least " + MIN_TOKEN_LENGTH + " characters");
        }
        dataFolder = dataFolder.toAbsolutePath();
        publicPrefixes = List.copyOf(publicPrefixes);
    }

    @Override
    public String toString() {
        return "LiveConfig[" + dataFolder + ", " + publicUrl + ", " + controlPort + ", " + rtmpPort + "]";
    }
}
