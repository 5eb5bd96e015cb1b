package dev.vitrine.live.channel;

import dev.vitrine.live.PublishAuthorizer;

/// Asks the host, then whether the channel it named is there and not ended.
public final class ChannelGate implements PublishAuthorizer {
    private final PublishAuthorizer host;
    private final Channels channels;

    public ChannelGate(PublishAuthorizer host, Channels channels) {
        this.host = host;
        this.channels = channels;
    }

    @Override
    public Decision authorize(String streamKeyHash) {
        Decision decision = host.authorize(streamKeyHash);
        return switch (decision) {
            case Accepted accepted ->
                channels.takesPublisher(accepted.channel()) ? accepted : new Refused("CHANNEL_CLOSED");
            case Refused refused -> refused;
        };
    }
}
