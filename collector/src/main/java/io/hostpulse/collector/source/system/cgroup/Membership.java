package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.text.TextCursor;
import java.util.Optional;

/**
 * In which groups a process is: /proc/self/cgroup, with one line for each hierarchy.
 *
 * @param group its group in cgroup v2, as seen from this process's cgroup namespace
 * @param limitedByV1 whether memory or processor time are given out by cgroup v1 here
 */
record Membership(Optional<String> group, boolean limitedByV1) {

    static Membership parse(TextCursor text) {
        Optional<String> group = Optional.empty();
        boolean limitedByV1 = false;
        for (; !text.atEnd(); text.nextLine()) {
            if (text.accept("0::")) {
                group = Optional.of(text.restOfLine());
            } else {
                limitedByV1 |= text.restOfLine().matches("[0-9]+:([^:]*,)?(memory|cpu)(,[^:]*)?:.*");
            }
        }
        return new Membership(group, limitedByV1);
    }
}
