package io.hostpulse.common.queue;

import io.hostpulse.common.queue.RetentionPlan.Holder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what consumers lose when files are removed before they have read them. Asked before the files go.
 *
 * @param place the stream
 */
record Losses(StreamPlace place) {

    List<Overrun> of(RetentionPlan plan, List<RollFile> kept, long now, long lastSequence) throws IOException {
        List<RollFile> all =
                Stream.concat(plan.removed().stream(), kept.stream()).toList();
        long first = FirstSequence.in(all).orElse(lastSequence + 1);
        long end = FirstSequence.in(kept).orElse(lastSequence + 1);
        String file =
                Retention.nameOf(plan.removed().get(plan.removed().size() - 1)).toString();
        return plan.overrun().stream()
                .map(Holder::cursor)
                .flatMap(cursor -> lost(cursor, first, end).stream()
                        .map(gap -> new Overrun(now, place.stream(), file, cursor.consumer(), gap)))
                .toList();
    }

    // What went before is not lost again, and who stands at the end of a file has read it all.
    private static Optional<Gap> lost(Registration cursor, long first, long end) {
        Gap gap = new Gap(Math.max(first, cursor.position().sequence() + 1), end - 1);
        return Optional.of(gap).filter(found -> found.count() > 0);
    }
}
