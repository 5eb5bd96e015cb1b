package dev.vitrine.rooms.entity;

import dev.vitrine.pipeline.StreamRef;
import java.time.Instant;

/// What can happen to a room's state. Commands come from people and are refused where they do not fit; the rest is
/// what others report, may be late or repeated, and changes nothing where it does not fit.
public sealed interface Move {
    /// What the command is called when it is refused.
    String verb();

    record IssueKey() implements Move {
        @Override
        public String verb() {
            return "be given a stream key";
        }
    }

    record Cancel(Instant at) implements Move {
        @Override
        public String verb() {
            return "be cancelled";
        }
    }

    record End(Instant at) implements Move {
        @Override
        public String verb() {
            return "be ended";
        }
    }

    record OpenReplay(Replay replay) implements Move {
        @Override
        public String verb() {
            return "get a replay";
        }
    }

    record StreamStarted(StreamRef stream, Instant at) implements Move {
        @Override
        public String verb() {
            return "go live";
        }
    }

    record StreamStopped(StreamRef stream, Instant at) implements Move {
        @Override
        public String verb() {
            return "be interrupted";
        }
    }

    /// The provider was asked and says that this stream is on air.
    record FoundOnAir(StreamRef stream, Instant since) implements Move {
        @Override
        public String verb() {
            return "go live";
        }
    }

    /// The provider was asked and says that nothing is on air.
    record FoundOffAir(Instant at) implements Move {
        @Override
        public String verb() {
            return "be interrupted";
        }
    }
}
