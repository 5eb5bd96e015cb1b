package dev.vitrine.chat.order.entity;

/// What somebody who keeps order can do; the audit's words.
public enum Act {
    DELETE_MESSAGE,
    MUTE,
    BAN,
    LIFT,
    CHANGE_POLICY,
    APPOINT,
    DISMISS,
    CHANGE_WORDS,
    RELEASE,
    REFUSE,
    ERASE
}
