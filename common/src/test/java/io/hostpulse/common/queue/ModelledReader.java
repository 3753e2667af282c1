package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordView;

/** Compares what a tail delivers with the model: every record in its order, or a gap in its place. */
final class ModelledReader implements TailListener {

    private final QueueModel model;
    private long next;
    private boolean hasBegun;
    private long missing;

    ModelledReader(QueueModel model, Position done) {
        this.model = model;
        this.hasBegun = done.sequence() > 0;
        this.next = hasBegun ? done.sequence() + 1 : model.oldest();
    }

    /** The sequence that comes next. */
    long next() {
        return next;
    }

    long missing() {
        return missing;
    }

    @Override
    public void onRecord(RecordView record) {
        begin(record.sequence());
        assertThat(record.sequence()).as("the next sequence").isEqualTo(next);
        assertThat(record.payloadText()).as("the payload of %d", next).isEqualTo(model.payload(next));
        next++;
    }

    // Who has no cursor asks for what there is, and that may be pruned until the first look.
    private void begin(long sequence) {
        if (!hasBegun && sequence > next) {
            assertThat(sequence).as("the first sequence").isLessThanOrEqualTo(model.oldest());
            next = sequence;
        }
        hasBegun = true;
    }

    // What was pruned may be missing, and nothing else.
    @Override
    public void onGap(Gap gap) {
        hasBegun = true;
        assertThat(gap.first()).as("the first missing sequence").isEqualTo(next);
        assertThat(gap.last()).as("the last missing sequence").isLessThan(model.oldest());
        missing += gap.count();
        next = gap.last() + 1;
    }

    // A reader whose file is deleted under it says so, and what it misses is a gap.
    @Override
    public void onDamage(Damage damage) {
        assertThat(damage.reason()).contains("removed");
    }
}
