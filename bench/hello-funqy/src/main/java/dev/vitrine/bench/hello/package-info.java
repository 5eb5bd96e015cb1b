/// A function that does nothing, in the stack of the product. Must not import anything of it.
package dev.vitrine.bench.hello;
