package dev.vitrine.chat.order.entity;

import dev.vitrine.chat.entity.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// An act as the audit keeps it.
///
/// @param detail what changed
public record Audited(
        UUID id,
        Instant at,
        String actor,
        Act act,
        Optional<Viewer> viewer,
        OptionalLong message,
        Optional<String> reason,
        Optional<String> detail) {}
