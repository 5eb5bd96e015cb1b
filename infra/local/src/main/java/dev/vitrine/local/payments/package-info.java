/// A payment provider for one machine, in the shape of Stripe Checkout and Alipay: a merchant opens a session, the
/// buyer decides on a hosted page, signed callbacks tell the merchant. No money moves. It takes the place of the
/// provider that a deployment has, and is no part of any function package.
///
/// Guarantees: answers to loopback only, and calls loopback only; the same idempotency key and content is the same
/// session; whatever was answered survives a kill; a callback is repeated until it is taken, at most
/// [SandboxSettings#maxAttempts()] times, also across restarts, so that the merchant may see it twice; the callbacks
/// of one session go one after another in the order of its story.
///
/// Must not import anything of the local cloud but the gateway's problems and the data folder's private files.
package dev.vitrine.local.payments;
