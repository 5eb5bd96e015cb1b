package dev.vitrine.ledger.audit.entity;

import dev.vitrine.ledger.transfers.entity.Account;
import java.time.Instant;

/// An account with what is in it, in minor units.
public record OpenedAccount(Account account, long balance, long held, Instant openedAt) {}
