/// Monthly statements of income, as JSON, CSV and PDF.
///
/// Guarantees: Reads only; a month that is over is always the same.
package dev.vitrine.ledger.statements;
