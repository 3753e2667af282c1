package io.hostpulse.common.queue.care;

import java.util.List;

/**
 * A file to be written anew.
 *
 * @param target its place; there may be no file yet
 * @param sources the files whose whole records it takes over
 * @param newest whether the writer will go on in it
 */
record Rewrite(RollFile target, List<RollFile> sources, boolean newest) {

    Rewrite {
        sources = List.copyOf(sources);
    }
}
