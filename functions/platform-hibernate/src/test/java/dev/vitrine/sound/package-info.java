/// A capability that keeps every rule.
package dev.vitrine.sound;
