package io.hostpulse.broker.feed;

import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Groups;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Composes for one group after the other, those who asked for nothing first. Used by the feed's thread. */
final class GroupFeeds {

    private final Groups groups;
    private final GroupComposer composer;
    private final Map<Group, GroupFeed> feeds = new IdentityHashMap<>();

    GroupFeeds(Groups groups, GroupComposer composer) {
        this.groups = groups;
        this.composer = composer;
    }

    /** Each message leaves before the next is composed. */
    void compose(Moment moment, Broadcast broadcast) {
        List<Group> all = groups.all();
        for (Group group : all) {
            GroupFeed feed = feeds.computeIfAbsent(group, known -> new GroupFeed(known, composer));
            feed.compose(moment).ifPresent(broadcast::send);
        }
        if (feeds.size() > all.size()) {
            feeds.keySet().retainAll(all);
        }
    }
}
