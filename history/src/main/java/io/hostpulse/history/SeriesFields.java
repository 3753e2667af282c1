package io.hostpulse.history;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.history.block.Bucket;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what a series did: a list of moments, and as long lists of what was in the bucket that begins there. Between two buckets with a
 * gap between them stands a moment with nulls, so that whoever draws a line breaks it there. Not thread-safe.
 */
public final class SeriesFields {

    private static final Value NOTHING = new Value.Missing("there is no value here");
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Value> times = new ArrayList<>();
    private final List<Value> mins = new ArrayList<>();
    private final List<Value> means = new ArrayList<>();
    private final List<Value> maxs = new ArrayList<>();
    private final List<Value> lasts = new ArrayList<>();
    private final List<Value> counts = new ArrayList<>();

    private SeriesFields() {}

    /**
     * Writes it down.
     *
     * @param history what a series did
     * @return {@code field}, {@code step_seconds}, the lists {@code times}, {@code min}, {@code mean}, {@code max}, {@code last} and {@code
     *     count}, and {@code gaps} with their reasons
     */
    public static Fields of(SeriesHistory history) {
        SeriesFields lists = new SeriesFields();
        List<Bucket> buckets = history.buckets();
        int nextBreak = 0;
        for (int i = 0; i < buckets.size(); i++) {
            if (nextBreak < history.breaks().size() && history.breaks().get(nextBreak) == i) {
                nextBreak++;
                lists.add(buckets.get(i - 1).start() + history.width());
            }
            lists.add(buckets.get(i));
        }
        return Fields.builder()
                .put("field", history.series().path())
                .put("step_seconds", history.width() / NANOS_PER_SECOND)
                .put("times", lists.times)
                .put("min", lists.mins)
                .put("mean", lists.means)
                .put("max", lists.maxs)
                .put("last", lists.lasts)
                .put("count", lists.counts)
                .put("gaps", history.gaps().stream().map(SeriesFields::gap).toList())
                .build();
    }

    private void add(Bucket bucket) {
        times.add(new Value.Text(Rfc3339.format(bucket.start())));
        mins.add(new Value.Real(bucket.min()));
        means.add(new Value.Real(bucket.mean()));
        maxs.add(new Value.Real(bucket.max()));
        lasts.add(new Value.Real(bucket.last()));
        counts.add(new Value.Whole(bucket.count()));
    }

    private void add(long gap) {
        times.add(new Value.Text(Rfc3339.format(gap)));
        List.of(mins, means, maxs, lasts, counts).forEach(list -> list.add(NOTHING));
    }

    private static Fields gap(GapSpan gap) {
        return Fields.builder()
                .put("from", Rfc3339.format(gap.from()))
                .put("to", Rfc3339.format(gap.to()))
                .put("kind", gap.kind())
                .put("reason", gap.reason())
                .build();
    }
}
