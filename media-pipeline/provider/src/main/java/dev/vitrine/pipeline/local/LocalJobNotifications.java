package dev.vitrine.pipeline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.pipeline.JobEvent;
import dev.vitrine.pipeline.JobNotifications;
import dev.vitrine.pipeline.RenderedReplay;
import java.util.ArrayList;
import java.util.List;

/// `{"jobId","type":"rendered","channel","hlsKey","dashKey","mp4Key","durationMillis","clips":[{"onAirAt",
/// "durationMillis"}]}` or `{"jobId","type":"failed","channel","reason"}`.
public final class LocalJobNotifications implements JobNotifications {

    @Override
    public JobEvent read(String notification) {
        var fields = Fields.object(notification);
        var jobId = Fields.text(fields, "jobId");
        return switch (Fields.text(fields, "type")) {
            case "rendered" -> new JobEvent.Rendered(jobId, replay(fields));
            case "failed" -> new JobEvent.Failed(jobId, Fields.channel(fields), Fields.text(fields, "reason"));
            default -> throw new InvalidValue("type", "must be rendered or failed");
        };
    }

    private static List<RenderedReplay.Clip> clips(JsonNode fields) {
        var clips = new ArrayList<RenderedReplay.Clip>();
        for (var clip : fields.path("clips")) {
            clips.add(new RenderedReplay.Clip(
                    Fields.instant(clip, "onAirAt"), clip.path("durationMillis").longValue()));
        }
        return clips;
    }

    private static RenderedReplay replay(JsonNode fields) {
        var duration = fields.path("durationMillis");
        if (!duration.canConvertToLong()) {
            throw new InvalidValue("durationMillis", "is required and must be a whole number");
        }
        return new RenderedReplay(
                Fields.channel(fields).value(),
                Fields.text(fields, "hlsKey"),
                Fields.text(fields, "dashKey"),
                Fields.text(fields, "mp4Key"),
                duration.longValue(),
                clips(fields));
    }
}
