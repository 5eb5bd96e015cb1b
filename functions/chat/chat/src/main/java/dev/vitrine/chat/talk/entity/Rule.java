package dev.vitrine.chat.talk.entity;

/// Why something was not done; the contract's words.
public enum Rule {
    INVALID("the form is wrong"),
    GUEST("sign in to do this"),
    NOT_JOINED("join a room first"),
    NO_SUCH_ROOM("there is no such room"),
    ROOM_CLOSED("this room does not talk now"),
    RATE("too many messages; wait a moment"),
    SLOW_MODE("slow mode: wait before the next message"),
    FOLLOWERS_ONLY("only followers of the streamer may talk now"),
    MUTED("you are muted in this room"),
    BANNED("you may not talk in this room"),
    REPEATED("you said the same a moment ago"),
    WORDS("a word list of this room or of the platform refuses it"),
    HELD("a person looks at it before anyone sees it"),
    UNAVAILABLE("the service is not available; try again");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /// The rule as a sentence for who was refused.
    public String words() {
        return words;
    }
}
