package dev.vitrine.local.store;

import dev.vitrine.local.life.Detached;
import dev.vitrine.local.life.StartRefused;
import java.util.List;

/// PostgreSQL refuses to run as root. In containers root is often the only user there is: a user namespace of its own
/// makes it run as nobody in particular while its files stay root's.
final class Unprivileged {

    private Unprivileged() {}

    /// What goes in front of a command that must not run as root; empty for everyone else.
    static List<String> prefix() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        return Detached.onPath("unshare")
                .map(program -> List.of(program.toString(), "-U"))
                .orElseThrow(() -> new StartRefused(
                        "PostgreSQL does not run as root without the program 'unshare' (package util-linux);"
                                + " install it or start as another user"));
    }
}
