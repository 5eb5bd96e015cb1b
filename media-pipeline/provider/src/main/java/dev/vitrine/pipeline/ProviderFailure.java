package dev.vitrine.pipeline;

import dev.vitrine.model.TryAgain;

/// The live service did not do what a person asked of us. To that person both cases are the same: nothing has
/// changed, and a later attempt may succeed; the difference matters to whoever repeats commands by machine.
public abstract sealed class ProviderFailure extends TryAgain permits ProviderRefused, ProviderUnavailable {
    ProviderFailure(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String advice() {
        return "The live service does not answer; nothing has changed, try again.";
    }
}
