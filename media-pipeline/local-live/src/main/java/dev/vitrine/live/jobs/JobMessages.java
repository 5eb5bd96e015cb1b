package dev.vitrine.live.jobs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The words in which jobs are told to the host.
final class JobMessages {
    private JobMessages() {}

    static String rendered(Job job, long durationMillis) {
        return message(job, "rendered")
                .put("hlsKey", job.outputPrefix() + ReplayFiles.HLS)
                .put("dashKey", job.outputPrefix() + ReplayFiles.DASH)
                .put("mp4Key", job.outputPrefix() + ReplayFiles.MP4)
                .put("durationMillis", durationMillis)
                .toString();
    }

    static String failed(Job job, String reason) {
        return message(job, "failed").put("reason", reason).toString();
    }

    private static ObjectNode message(Job job, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("jobId", job.id())
                .put("type", type)
                .put("channel", job.channel());
    }
}
