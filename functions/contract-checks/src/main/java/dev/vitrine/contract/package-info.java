/// Tells whether contracts break what was released: OpenAPI, AsyncAPI and schemas of events, held against the copies in
/// `contracts/released`. References are followed, so that only what a client sends or reads counts, not where it is
/// written down.
///
/// Our own code because our contracts are OpenAPI 3.1, AsyncAPI and JSON Schema at once, and the comparers
/// for Java that are there leave out changed types of OpenAPI 3.1 and know nothing of the other two.
package dev.vitrine.contract;
