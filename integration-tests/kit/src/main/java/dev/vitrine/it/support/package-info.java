/// What a journey begins with: a local cloud, a socket, an encoder, a purse, a contract to hold answers
/// against. It knows the product by its public contracts and the catalogue only. What the tests of one
/// capability alone need stands beside them.
package dev.vitrine.it.support;
