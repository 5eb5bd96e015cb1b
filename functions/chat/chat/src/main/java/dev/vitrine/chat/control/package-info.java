/// What every topic's use cases are set by: the bounds that a deployment may choose.
///
/// Must not import: boundary, an SDK.
package dev.vitrine.chat.control;
