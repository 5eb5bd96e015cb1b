package dev.vitrine.local.socket;

/// What a client sent cannot be taken; the socket is to be closed so.
final class RefusedFrame extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Closing closing;

    RefusedFrame(Closing closing) {
        super(closing.reason());
        this.closing = closing;
    }

    Closing closing() {
        return closing;
    }
}
