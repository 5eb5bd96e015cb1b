package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Changes how a room talks.
@ApplicationScoped
public class ChangePolicy {
    private final KeepOrder order;
    private final RoomTable rooms;

    ChangePolicy(KeepOrder order, RoomTable rooms) {
        this.order = order;
        this.rooms = rooms;
    }

    /// What is to change; absent stays.
    public record Change(
            Optional<Integer> slowModeSeconds,
            Optional<Boolean> followersOnly,
            boolean notes,
            Optional<String> notice) {

        Policy of(Policy policy) {
            return new Policy(
                    slowModeSeconds.orElse(policy.slowModeSeconds()),
                    followersOnly.orElse(policy.followersOnly()),
                    notes ? notice : policy.notice());
        }
    }

    /// A change to what is already so is no act.
    ///
    /// @param seen refuses by an exception when the room is not as the caller saw it
    public Uni<RoomRecord> run(RoomId room, Actor actor, Change change, Consumer<RoomRecord> seen) {
        return order.act(room, actor, acting -> {
            seen.accept(acting.room());
            var before = acting.room().policy();
            var after = change.of(before);
            var changed = acting.room().with(after);
            if (after.equals(before)) {
                return Uni.createFrom().item(changed);
            }
            return rooms.keepPolicy(acting.sql(), room, after)
                    .chain(() -> acting.audit(
                            Act.CHANGE_POLICY,
                            Optional.empty(),
                            OptionalLong.empty(),
                            Optional.empty(),
                            Optional.of(words(before, after))))
                    .chain(() -> acting.tell(new Item.PolicyChanged(acting.now(), after)))
                    .replaceWith(changed);
        });
    }

    private static String words(Policy before, Policy after) {
        var changes = new ArrayList<String>();
        if (before.slowModeSeconds() != after.slowModeSeconds()) {
            changes.add("slowModeSeconds " + before.slowModeSeconds() + " -> " + after.slowModeSeconds());
        }
        if (before.followersOnly() != after.followersOnly()) {
            changes.add("followersOnly " + before.followersOnly() + " -> " + after.followersOnly());
        }
        if (!before.notice().equals(after.notice())) {
            changes.add("notice " + after.notice().map(text -> '"' + text + '"').orElse("taken down"));
        }
        return String.join(", ", changes);
    }
}
