/// What is hot (Redis), what lasts (PostgreSQL), what readers fetch (objects). Nothing here decides.
///
/// Must not import: boundary, control.
package dev.vitrine.chat.store;
