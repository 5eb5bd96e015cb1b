package dev.vitrine.it.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a local cloud's database says of gifts. Writes down every event that ever was in the ledger's outbox,
/// because the outbox forgets what has left.
final class GiftWitness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GIFT_SENT = "dev.vitrine.ledger.gift-sent.v1";

    private final Cloud cloud;

    GiftWitness(Cloud cloud) {
        this.cloud = cloud;
        try (var database = LocalDatabase.of(cloud)) {
            database.run("""
                    create schema witness;
                    create table witness.events (event jsonb not null);
                    create function witness.see() returns trigger language plpgsql security definer as $$
                    begin
                        insert into witness.events values (new.event::jsonb);
                        return null;
                    end $$;
                    create trigger witness after insert on ledger.outbox for each row execute function witness.see();
                    """);
        }
    }

    List<Gift> rows() {
        return ask(database -> database.all(
                row -> new Gift(
                        row.getString("id"),
                        row.getString("room_id"),
                        row.getString("sender"),
                        row.getString("kind"),
                        row.getInt("pieces"),
                        row.getLong("coins"),
                        row.getInt("combo")),
                "select * from ledger.gifts"));
    }

    List<Gift> events() {
        return ask(database -> database.all(
                row -> Gift.shown(read(row.getString(1))),
                "select event -> 'data' from witness.events where event ->> 'type' = ?",
                GIFT_SENT));
    }

    /// Gifts' transfers.
    long transfers() {
        return ask(database -> database.number("select count(*) from ledger.transfers where kind = 'gift'"));
    }

    /// Events that have not left, and items that no room has been told.
    Map<String, Long> onTheWay() {
        return ask(database -> Map.of(
                "outbox", database.number("select count(*) from ledger.outbox"),
                "unsent", database.number("select count(*) from chat.unsent")));
    }

    /// What shares left below a coin, in ten-thousandths of one.
    long carried(String streamer) {
        return ask(database -> database.number(
                "select coalesce(sum(rest), 0)::bigint from ledger.carried_shares where streamer = ?", streamer));
    }

    /// What the accounts of an owner hold: by their heads, if that is what their entries add up to.
    long balance(String owner, String kind) {
        return ask(database -> {
            var held = database.number(
                    "select coalesce(sum(h.balance), 0)::bigint from ledger.heads h"
                            + " join ledger.accounts a on a.id = h.account_id where a.owner = ? and a.kind = ?",
                    owner,
                    kind);
            var replayed = database.number(
                    "select coalesce(sum(e.amount), 0)::bigint from ledger.entries e"
                            + " join ledger.accounts a on a.id = e.account_id where a.owner = ? and a.kind = ?",
                    owner,
                    kind);
            if (held != replayed) {
                throw new AssertionError(kind + " of " + owner + " holds " + held + ", its entries say " + replayed);
            }
            return held;
        });
    }

    boolean isOnAir(String room) {
        return ask(database -> database.number(
                        "select count(*) from ledger.rooms where id = ? and state in ('LIVE', 'INTERRUPTED')",
                        UUID.fromString(room))
                == 1);
    }

    private interface Question<T> {
        T of(LocalDatabase database);
    }

    private <T> T ask(Question<T> question) {
        try (var database = LocalDatabase.of(cloud)) {
            return question.of(database);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
