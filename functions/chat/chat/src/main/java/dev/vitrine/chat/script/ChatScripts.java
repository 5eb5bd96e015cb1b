package dev.vitrine.chat.script;

import dev.vitrine.platform.redis.Script;

/// The rules that Redis decides. Each is a resource of this package; those without keys are parts of others.
public final class ChatScripts {
    private ChatScripts() {}

    /// @throws IllegalStateException when there is no such script
    public static Script of(String name) {
        return Script.load(ChatScripts.class, name);
    }
}
