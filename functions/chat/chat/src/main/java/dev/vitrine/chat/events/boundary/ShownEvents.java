package dev.vitrine.chat.events.boundary;

import java.util.Map;

/// Which events of other capabilities a room shows, and as what kind of item. A capability whose events are
/// to be shown adds its line here and its subscription in `functions/catalog.yaml`; the event's data
/// becomes the item's body, and its `roomId` says where.
final class ShownEvents {
    static final Map<String, String> KINDS = Map.of(
            "dev.vitrine.ledger.gift-sent.v1", "gift",
            "dev.vitrine.commerce.product-pinned.v1", "pin",
            "dev.vitrine.commerce.flash-sale-opened.v1", "flash-sale",
            "dev.vitrine.commerce.order-placed.v1", "order-ticker");

    private ShownEvents() {}
}
