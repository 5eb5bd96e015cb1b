package dev.vitrine.rooms.entity;

import dev.vitrine.pipeline.Channel;
import dev.vitrine.pipeline.ChannelRef;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.net.URI;
import java.util.Optional;

/// A provider's channel as columns.
@Embeddable
class ChannelColumns {
    @Column(name = "channel")
    String ref;

    @Column(name = "hls_url")
    String hls;

    @Column(name = "dash_url")
    String dash;

    ChannelColumns() {}

    static ChannelColumns of(Channel channel) {
        var columns = new ChannelColumns();
        columns.ref = channel.ref().value();
        columns.hls = channel.hls().toString();
        columns.dash = channel.dash().map(URI::toString).orElse(null);
        return columns;
    }

    Channel read() {
        return new Channel(
                new ChannelRef(ref), URI.create(hls), Optional.ofNullable(dash).map(URI::create));
    }
}
