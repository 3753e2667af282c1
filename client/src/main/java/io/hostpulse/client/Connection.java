package io.hostpulse.client;

import io.hostpulse.client.json.JsonFormatException;
import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonReader;
import io.hostpulse.client.json.JsonWriter;
import io.hostpulse.client.message.Goodbye;
import io.hostpulse.client.message.Message;
import io.hostpulse.client.message.MessageFormatException;
import io.hostpulse.client.message.MessageReader;
import io.hostpulse.client.message.ServerError;
import io.hostpulse.client.message.Snapshot;
import io.hostpulse.client.message.Subscribed;
import io.hostpulse.client.message.Welcome;
import java.time.Duration;
import java.util.Optional;

/** One connection, from the attempt to its end. The loop's thread. */
final class Connection implements Wire.Events {

    static final String PROTOCOL = "hostpulse.v1";

    private static final long SUBSCRIBE = 1;
    private static final String PING = "{\"type\":\"ping\"}";
    private static final JsonReader READER = new JsonReader();
    private static final JsonWriter WRITER = new JsonWriter();

    private final Session session;
    private final ClientSettings settings;
    private final Loop loop;
    private final DeltaState delta = new DeltaState();
    private Optional<Wire.Link> link = Optional.empty();
    private Optional<Duration> comeBack = Optional.empty();
    private Loop.Timer limit;
    private boolean isWelcome;
    private boolean isSubscribed;
    private boolean isWaitingForRoom;
    private boolean isClosing;
    private boolean isOver;

    Connection(Session session, ClientSettings settings, Loop loop) {
        this.session = session;
        this.settings = settings;
        this.loop = loop;
        limit = loop.after(
                settings.openTimeout(),
                () -> end(Ending.failed(
                        "no connection within " + settings.openTimeout().toMillis() + " ms")));
    }

    @Override
    public void opened(Wire.Link opened) {
        if (isOver) {
            opened.abort();
            return;
        }
        link = Optional.of(opened);
        waitForMore();
        opened.request();
    }

    @Override
    public void alive() {
        if (!isOver && !isWaitingForRoom && !isClosing) {
            waitForMore();
        }
    }

    /**
     * After half of the silence that is borne, the broker is asked for a sign of life. That finds connections which ended without a word, and
     * those of which the JDK says nothing: its WebSocket loses the end of a connection that comes right behind a message.
     */
    private void waitForMore() {
        limit.cancel();
        limit = loop.after(settings.idleTimeout().dividedBy(2), this::ask);
    }

    private void ask() {
        link.ifPresent(there -> there.send(PING));
        limit = loop.after(settings.idleTimeout().dividedBy(2), this::giveUp);
    }

    private void giveUp() {
        end(Ending.failed("nothing came for " + settings.idleTimeout().toMillis() + " ms"));
    }

    @Override
    public void received(String text) {
        if (isClosing) {
            link.ifPresent(Wire.Link::request); // the close frame is behind it
        } else if (!isOver) {
            waitForMore();
            read(text);
        }
        if (!isOver && !isClosing) {
            askForMore();
        }
    }

    private void read(String text) {
        try {
            understand(READER.read(text));
        } catch (JsonFormatException | MessageFormatException e) {
            session.post(listener ->
                    listener.error(new Problem(Problem.UNREADABLE_MESSAGE, e.getMessage(), Optional.of(e))));
        }
    }

    /** While the listener has too much to do, silence is our own. */
    private void askForMore() {
        if (session.hasRoom()) {
            link.ifPresent(Wire.Link::request);
            return;
        }
        limit.cancel();
        isWaitingForRoom = true;
        session.whenRoom(() -> {
            isWaitingForRoom = false;
            if (!isOver && !isClosing) {
                waitForMore();
                link.ifPresent(Wire.Link::request);
            }
        });
    }

    private void understand(JsonObject json) {
        if (!json.text("type").equals(Optional.of("monitoring_data"))) {
            understand(MessageReader.read(json));
        } else if (isSubscribed) {
            Optional<JsonObject> whole = delta.take(json);
            whole.ifPresentOrElse(
                    message -> session.take((Snapshot) MessageReader.read(message)),
                    () -> end(Ending.failed("the server sent differences to something that never came")));
        } // What comes before the answer to subscribe is what others get.
    }

    private void understand(Message message) {
        if (message instanceof Welcome welcome) {
            subscribe(welcome);
        } else if (message instanceof Subscribed subscribed) {
            isSubscribed = true;
            session.subscribed(subscribed);
        } else if (message instanceof Goodbye goodbye) {
            comeBack = Optional.of(goodbye.reconnectIn());
        } else if (message instanceof ServerError error) {
            understand(error);
        } else {
            session.tell(message);
        }
    }

    private void subscribe(Welcome welcome) {
        if (!welcome.protocol().equals(PROTOCOL)) {
            end(Ending.forGood("the server speaks " + welcome.protocol() + ", and this client " + PROTOCOL));
        } else if (!isWelcome) {
            isWelcome = true;
            session.tell(welcome);
            JsonObject subscribe = settings.subscription().message(session.since(), SUBSCRIBE);
            link.ifPresent(there -> there.send(WRITER.text(subscribe)));
        }
    }

    private void understand(ServerError error) {
        session.tell(error);
        boolean isAboutUs = !isSubscribed && error.id().equals(Optional.of(SUBSCRIBE));
        if (isAboutUs) {
            String reason = "the server refuses the subscription: " + error.message();
            boolean mayPass = error.code().equals("TOO_MANY_SUBSCRIPTIONS")
                    || error.code().equals("BUSY");
            end(mayPass ? Ending.failed(reason) : Ending.forGood(reason));
        }
    }

    @Override
    public void ended(Ending ending) {
        if (!isOver) {
            isOver = true;
            limit.cancel();
            session.over(comeBack.map(ending::comingBack).orElse(ending));
        }
    }

    private void end(Ending ending) {
        link.ifPresent(Wire.Link::abort);
        ended(ending);
    }

    /** Says goodbye, and gives up waiting for the answer after a while. */
    void close(Ending ending, Duration patience) {
        limit.cancel();
        isClosing = true;
        if (link.isEmpty()) {
            ended(ending);
            return;
        }
        link.get().close();
        link.get().request();
        limit = loop.after(patience, () -> end(ending));
    }
}
