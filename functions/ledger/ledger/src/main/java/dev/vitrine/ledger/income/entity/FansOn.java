package dev.vitrine.ledger.income.entity;

import java.time.LocalDate;

/// How many followed at the end of a day on which that changed.
public record FansOn(LocalDate day, long fans) {}
