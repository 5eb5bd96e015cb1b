/// A capability that breaks every rule, for the tests of the rules.
package dev.vitrine.broken;
