package dev.vitrine.chat.run.control;

/// Port to the gateway that holds the sockets. Blocks: call it on a virtual thread.
public interface Push {
    enum Posted {
        DELIVERED,
        /// The socket is closed and will not come back.
        GONE,
        /// The gateway takes no more at this moment, for this socket or at all.
        BUSY
    }

    /// @param frame one text message, UTF-8
    /// @throws RuntimeException when the gateway did not answer, or not as it should: whether the socket got
    ///     the frame is unknown
    Posted post(String connection, byte[] frame);

    /// Closes a socket, if it is still there.
    void close(String connection);
}
