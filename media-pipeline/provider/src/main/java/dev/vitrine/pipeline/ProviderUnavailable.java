package dev.vitrine.pipeline;

/// The provider could not be asked, or did not answer in time. The command may or may not have been carried out;
/// since commands are idempotent it may be repeated.
public final class ProviderUnavailable extends ProviderFailure {
    public ProviderUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
