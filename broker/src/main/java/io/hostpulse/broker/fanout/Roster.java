package io.hostpulse.broker.fanout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clients in no order. Whoever leaves makes room for the last one, so that thousands who leave at once, as when a network goes down, take
 * no longer each than one alone. Belongs to the loop's thread.
 */
final class Roster {

    private final List<Client> clients = new ArrayList<>();
    private final Map<Client, Integer> places = new IdentityHashMap<>();

    void add(Client client) {
        places.put(client, clients.size());
        clients.add(client);
    }

    /** Whoever walks through from the end to the beginning meanwhile misses nobody. */
    void remove(Client client) {
        Integer place = places.remove(client);
        if (place != null) {
            Client last = clients.remove(clients.size() - 1);
            if (last != client) {
                clients.set(place, last);
                places.put(last, place);
            }
        }
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

    /** Those of this moment, for whoever lets some of them leave. */
    List<Client> all() {
        return List.copyOf(clients);
    }
}
