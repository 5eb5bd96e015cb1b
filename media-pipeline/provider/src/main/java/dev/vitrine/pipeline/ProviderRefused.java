package dev.vitrine.pipeline;

/// The provider answered that it will not: an unknown channel, nothing on air, a job it cannot read. Repeating the
/// same command will not help.
public final class ProviderRefused extends ProviderFailure {
    private final int status;

    public ProviderRefused(String what, int status) {
        super(what + " was refused with status " + status, null);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
