package dev.vitrine.platform.invoke;

import com.fasterxml.jackson.databind.JsonNode;

/// What became of a call. A "no" of the callee's own rules is an answer like any other, in its own words.
public sealed interface Reply {
    /// The function answered.
    record Answered(JsonNode json) implements Reply {}

    /// It took the call and broke: what was asked may have happened or not.
    ///
    /// @param type as the function's runtime names it
    record Failed(String type, String message) implements Reply {}

    /// It did not answer within its timeout, or within the caller's patience: what was asked may have happened or not.
    record TimedOut(String message) implements Reply {}

    /// None of its processes was free: nothing has happened.
    record Busy() implements Reply {}

    /// The registry does not let this function call that one: nothing has happened, and a repetition will not help.
    record NotAllowed(String message) implements Reply {}
}
