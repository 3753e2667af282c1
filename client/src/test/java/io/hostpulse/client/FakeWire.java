package io.hostpulse.client;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonReader;
import java.util.ArrayList;
import java.util.List;

/** A wire whose other end is the test. */
final class FakeWire implements Wire {

    private final List<Events> attempts = new ArrayList<>();
    private boolean isClosed;

    /** This end of a connection. */
    static final class FakeLink implements Link {

        final List<JsonObject> sent = new ArrayList<>();
        int requested;
        boolean isClosing;
        boolean isAborted;

        @Override
        public void send(String text) {
            sent.add(new JsonReader().read(text));
        }

        @Override
        public void request() {
            requested++;
        }

        @Override
        public void close() {
            isClosing = true;
        }

        @Override
        public void abort() {
            isAborted = true;
        }
    }

    @Override
    public void open(Events events) {
        attempts.add(events);
    }

    @Override
    public void close() {
        isClosed = true;
    }

    int attempts() {
        return attempts.size();
    }

    Events last() {
        return attempts.get(attempts.size() - 1);
    }

    FakeLink accept() {
        FakeLink link = new FakeLink();
        last().opened(link);
        return link;
    }

    void say(String message) {
        last().received(message.replace('\'', '"'));
    }

    boolean isClosed() {
        return isClosed;
    }
}
