package dev.vitrine.live.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The words in which jobs are told to the host.
final class JobMessages {
    private JobMessages() {}

    static String rendered(Job job, ReplayRenderer.Rendered made) {
        ObjectNode message = message(job, "rendered")
                .put("hlsKey", job.outputPrefix() + ReplayFiles.HLS)
                .put("dashKey", job.outputPrefix() + ReplayFiles.DASH)
                .put("mp4Key", job.outputPrefix() + ReplayFiles.MP4)
                .put("durationMillis", made.durationMillis());
        ArrayNode clips = message.putArray("clips");
        made.streams().forEach(each -> clips.addObject()
                .put("onAirAt", each.startedAt())
                .put("durationMillis", each.durationMillis()));
        return message.toString();
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
