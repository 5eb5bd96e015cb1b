/// What the tests of rooms share: real stores, a provider written by hand, and words to ask the contract with.
package dev.vitrine.rooms;
