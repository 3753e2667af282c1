package io.hostpulse.broker.fanout;

import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import java.util.ArrayList;
import java.util.List;

/** The clients of one event loop that follow one group. Belongs to the loop's thread. */
final class Members {

    private final Group group;
    private final List<Client> clients = new ArrayList<>();
    private long delivered;

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

    boolean isEmpty() {
        return clients.isEmpty();
    }

    int size() {
        return clients.size();
    }

    Client get(int index) {
        return clients.get(index);
    }

    void delivering(Cut cut) {
        delivered = cut.number();
    }

    /** Whether whoever knows all up to a cut misses nothing when it gets the group's next message. */
    boolean isNextAfter(Cut cut) {
        return delivered <= cut.number();
    }
}
