package dev.vitrine.ledger.rankings.entity;

/// A place in a ranking.
///
/// @param who the viewer's pseudonym, or the streamer's id
public record Ranked(String who, String name, long coins) {
    public Ranked nameless() {
        return new Ranked(who, "", coins);
    }
}
