/// What benches are made of: how they are found, and the instruments they share.
///
/// Guarantees: what is compared was measured in one run, turn by turn; every table names the machine and the inputs;
/// nothing runs on when the bench ends.
///
/// Must not import anything of a function, and knows no capability: a capability's own benches are beside it, in
/// `functions/<capability>/bench`.
package dev.vitrine.bench;
