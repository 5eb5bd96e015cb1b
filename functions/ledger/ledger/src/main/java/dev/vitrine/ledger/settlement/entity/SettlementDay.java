package dev.vitrine.ledger.settlement.entity;

import dev.vitrine.ledger.transfers.entity.AccountId;
import java.time.Instant;
import java.time.LocalDate;

/// How far the settlement of a day has come.
///
/// @param cut income recorded before this moment is payable
/// @param reached accounts up to this one are done
public record SettlementDay(LocalDate day, Instant cut, AccountId reached, boolean done) {}
