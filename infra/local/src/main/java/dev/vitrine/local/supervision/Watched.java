package dev.vitrine.local.supervision;

import java.time.Duration;

/// A part of the local cloud that can be asked whether it works, and started again.
public interface Watched {
    /// Whatever is on this machine and works answers long before, on two busy cores as well.
    Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    Condition condition();

    /// Asks a real small question, and returns when the answer is there.
    ///
    /// @throws Exception it did not answer, or not as it should; the message is told to people
    void probe() throws Exception;

    /// Ends what does not answer, however it hangs, and sees to it that it is started again. Nothing where
    /// that is under way already.
    ///
    /// @throws Exception it could not be started; this is called again, after a pause
    void revive() throws Exception;
}
