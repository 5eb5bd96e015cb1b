/// Tells whether modules of the project need each other as they may: rules that no artefact can hold for
/// itself, because they are about modules beside it. It reads poms, and knows no class.
package dev.vitrine.modules;
