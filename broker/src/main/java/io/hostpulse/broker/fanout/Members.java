package io.hostpulse.broker.fanout;

import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import java.util.Optional;

/** The clients of one event loop that follow one group. Belongs to the loop's thread. */
final class Members {

    private final Group group;
    private final Roster clients = new Roster();
    private Optional<Cut> delivered = Optional.empty();

    Members(Group group) {
        this.group = group;
    }

    void add(Client client) {
        clients.add(client);
        group.countCompressing(client.deflates() ? 1 : 0);
    }

    void remove(Client client) {
        clients.remove(client);
        group.countCompressing(client.deflates() ? -1 : 0);
    }

    Roster clients() {
        return clients;
    }

    void delivering(Cut cut) {
        delivered = Optional.of(cut);
    }

    /**
     * Where whoever knows all up to a cut can join, missing nothing: there, or at the newest message when that brought nothing new. Empty
     * when records have come since.
     */
    Optional<Cut> joinAfter(Cut cut) {
        Cut newest = delivered.filter(last -> last.number() > cut.number()).orElse(cut);
        return newest.cursor().equals(cut.cursor()) ? Optional.of(newest) : Optional.empty();
    }
}
