package io.hostpulse.client;

/** How messages reach a broker. Events are told on the loop's thread. */
interface Wire {

    /** Tries to connect. Tells {@link Events#opened} or {@link Events#ended}, later. */
    void open(Events events);

    /** Leaves nothing running. All connections have ended. */
    void close();

    /** A connection. */
    interface Link {

        void send(String text);

        // Lets one more message come; none does without.
        void request();

        // Begins the closing handshake.
        void close();

        // Ends at once.
        void abort();
    }

    /** What happens to a connection. */
    interface Events {

        void opened(Link link);

        // A whole message.
        void received(String text);

        // A sign of life that is no message.
        void alive();

        // Once at most, and nothing after it.
        void ended(Ending ending);
    }
}
