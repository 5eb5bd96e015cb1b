package dev.vitrine.model;

import java.util.regex.Pattern;

/// The CloudEvents `type` of a domain fact, past tense and versioned: `dev.vitrine.room.went-live.v1`.
public record EventType(String value) {
    private static final Pattern FORM =
            Pattern.compile("dev\\.vitrine\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.v[1-9][0-9]*");

    public static final EventType ROOM_SCHEDULED = new EventType("dev.vitrine.room.scheduled.v1");
    public static final EventType ROOM_PREPARED = new EventType("dev.vitrine.room.prepared.v1");
    public static final EventType ROOM_WENT_LIVE = new EventType("dev.vitrine.room.went-live.v1");
    public static final EventType ROOM_INTERRUPTED = new EventType("dev.vitrine.room.interrupted.v1");
    public static final EventType ROOM_ENDED = new EventType("dev.vitrine.room.ended.v1");
    public static final EventType ROOM_REPLAY_READY = new EventType("dev.vitrine.room.replay-ready.v1");
    public static final EventType ROOM_CANCELLED = new EventType("dev.vitrine.room.cancelled.v1");
    public static final EventType PROFILE_FOLLOWED = new EventType("dev.vitrine.profile.followed.v1");
    public static final EventType PROFILE_UNFOLLOWED = new EventType("dev.vitrine.profile.unfollowed.v1");
    public static final EventType MEDIA_REPLAY_RENDERED = new EventType("dev.vitrine.media.replay-rendered.v1");
    public static final EventType LEDGER_GIFT_SENT = new EventType("dev.vitrine.ledger.gift-sent.v1");
    public static final EventType LEDGER_WALLET_TOPPED_UP = new EventType("dev.vitrine.ledger.wallet-topped-up.v1");
    public static final EventType LEDGER_WITHDRAWAL_DECIDED = new EventType("dev.vitrine.ledger.withdrawal-decided.v1");
    public static final EventType LEDGER_VERIFICATION_ADVANCED =
            new EventType("dev.vitrine.ledger.verification-advanced.v1");
    public static final EventType CHAT_VIEWERS_COUNTED = new EventType("dev.vitrine.chat.viewers-counted.v1");
    public static final EventType CHAT_ROOM_WOKEN = new EventType("dev.vitrine.chat.room-woken.v1");

    public EventType {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("type", "must look like dev.vitrine.<thing>.<past-tense>.v<number>, is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
