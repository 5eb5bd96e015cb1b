package dev.vitrine.rooms.control;

import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.rooms.entity.Place;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomFilter;
import dev.vitrine.rooms.store.RoomPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// A page of rooms, live ones first.
@ApplicationScoped
public class ListRooms {
    private final Transactions transactions;
    private final RoomPages pages;

    ListRooms(Transactions transactions, RoomPages pages) {
        this.transactions = transactions;
        this.pages = pages;
    }

    public Uni<Page> run(RoomFilter filter, Optional<Place> after, int limit) {
        return transactions
                .read(session -> pages.page(session, filter, after, limit + 1))
                .map(found -> Page.of(found, limit));
    }

    /// @param next where the next page begins; absent on the last one
    public record Page(List<Room> rooms, Optional<Place> next) {
        /// One more than asked for was read: it tells whether there is a next page.
        private static Page of(List<Room> found, int limit) {
            if (found.size() <= limit) {
                return new Page(found, Optional.empty());
            }
            var shown = found.subList(0, limit);
            return new Page(shown, Optional.of(Place.of(shown.getLast())));
        }
    }
}
