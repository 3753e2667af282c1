package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.text.Printable;
import java.util.HashMap;
import java.util.Map;

/**
 * Names what a wildcard matched, in one printable line of limited length, and remembers the names, so that a snapshot without news
 * makes none. Not thread-safe.
 */
final class Dimensions {

    /** Far above what there is in one list; what comes and goes for ever must not fill the memory. */
    private static final int MAX_REMEMBERED = 4096;

    private static final int MAX_LENGTH = 200;

    private final Map<String, Map<String, String>> known = new HashMap<>();
    private int remembered;

    String name(String outer, String kind, String identity) {
        String before = known.getOrDefault(kind, Map.of()).get(identity);
        String own = before == null ? remember(kind, identity) : before;
        return outer.isEmpty() ? own : outer + "," + own;
    }

    private String remember(String kind, String identity) {
        if (remembered++ >= MAX_REMEMBERED) {
            known.clear();
            remembered = 1;
        }
        String name = limited(kind + "=" + Printable.of(identity));
        known.computeIfAbsent(kind, unseen -> new HashMap<>()).put(identity, name);
        return name;
    }

    // The end tells long names apart less often than their hash does.
    private static String limited(String name) {
        return name.length() <= MAX_LENGTH
                ? name
                : name.substring(0, MAX_LENGTH) + "~" + Integer.toHexString(name.hashCode());
    }
}
