package io.hostpulse.broker.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All groups that have members, within a limit: each costs the feed some work at each of its messages. Thread-safe. */
public final class Groups {

    private final int most;
    private final Map<Subscription, Group> byMembers = new HashMap<>();
    private final Group unasked;
    private volatile List<Group> all;

    /**
     * Begins with the group of those who ask for nothing, which always is there.
     *
     * @param unasked what they are sent
     * @param most how many groups there may be beside it
     */
    public Groups(Subscription unasked, int most) {
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
            if (byMembers.size() >= most) {
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
        return most;
    }
}
