package io.hostpulse.broker.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** All groups that have members, within a limit: each costs the feed some work at each of its messages. Thread-safe. */
public final class Groups {

    private final IntSupplier most;
    private final Map<Subscription, Group> byMembers = new HashMap<>();
    private volatile Group unasked;
    private volatile List<Group> all;

    /**
     * Begins with the group of those who ask for nothing, which always is there.
     *
     * @param unasked what they are sent
     * @param most how many groups there may be beside it; asked each time that another one is wanted
     */
    public Groups(Subscription unasked, IntSupplier most) {
        this.most = most;
        this.unasked = new Group(unasked);
        this.all = List.of(this.unasked);
    }

    /**
     * Finds the group of those who ask for nothing.
     *
     * @return the group
     */
    public Group unasked() {
        return unasked;
    }

    /**
     * Changes what those are sent who ask for nothing, from the next one on: whoever is here keeps what he came for.
     *
     * @param next what they are sent
     */
    public synchronized void unasked(Subscription next) {
        if (next.equals(unasked.subscription())) {
            return;
        }
        if (!unasked.isEmpty()) {
            byMembers.put(unasked.subscription(), unasked);
        }
        Group known = byMembers.remove(next);
        unasked = known == null ? new Group(next) : known;
        list();
    }

    /**
     * Lists the groups, that of those who ask for nothing first. Costs nothing.
     *
     * @return the groups of this moment
     */
    public List<Group> all() {
        return all;
    }

    /**
     * Brings a member to its group.
     *
     * @param subscription what it wants
     * @return the group; empty when there are too many others
     * @throws IllegalArgumentException when the subscription makes no sense
     */
    public synchronized Optional<Group> join(Subscription subscription) {
        Group group = subscription.equals(unasked.subscription()) ? unasked : byMembers.get(subscription);
        if (group == null) {
            if (byMembers.size() >= most.getAsInt()) {
                return Optional.empty();
            }
            group = new Group(subscription);
            byMembers.put(subscription, group);
            list();
        }
        group.count(1);
        return Optional.of(group);
    }

    /**
     * Takes a member out of its group, which ends with its last one.
     *
     * @param group the group it was in
     */
    public synchronized void leave(Group group) {
        if (group.count(-1) == 0 && group != unasked) {
            byMembers.remove(group.subscription());
            list();
        }
    }

    private void list() {
        List<Group> groups = new ArrayList<>();
        groups.add(unasked);
        groups.addAll(byMembers.values());
        all = List.copyOf(groups);
    }

    /**
     * Tells the limit.
     *
     * @return how many groups there may be beside that of those who ask for nothing
     */
    public int most() {
        return most.getAsInt();
    }
}
