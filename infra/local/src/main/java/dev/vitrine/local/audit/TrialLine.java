package dev.vitrine.local.audit;

/// What all accounts of one kind and currency have together, in minor units.
public record TrialLine(String kind, String currency, long accounts, long balance, long held) {}
