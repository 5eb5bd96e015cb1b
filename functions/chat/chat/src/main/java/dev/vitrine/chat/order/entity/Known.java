package dev.vitrine.chat.order.entity;

import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Viewer;

/// A person whom a room has seen.
///
/// @param role what they were when they last spoke
public record Known(Viewer viewer, String subject, String name, Role role) {}
