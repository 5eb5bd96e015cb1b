package dev.vitrine.ledger.audit.entity;

import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Money;

/// What all accounts of one kind and currency have together.
public record TrialLine(AccountKind kind, long accounts, Money balance, Money held) {}
