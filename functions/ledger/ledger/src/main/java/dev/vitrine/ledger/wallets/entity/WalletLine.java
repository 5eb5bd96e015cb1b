package dev.vitrine.ledger.wallets.entity;

import dev.vitrine.model.RoomId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// One move in a wallet, as its owner reads it.
///
/// @param seq its place in the wallet
/// @param amount coins; above zero what came, below zero what went
/// @param balance after it
/// @param counterpart title of the room, or the method of payment
public record WalletLine(
        long seq,
        UUID transfer,
        Instant at,
        String kind,
        long amount,
        long balance,
        Optional<String> counterpart,
        Optional<RoomId> room,
        Optional<String> gift,
        OptionalInt count) {}
