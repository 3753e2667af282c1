package io.hostpulse.broker.replay;

import io.hostpulse.broker.feed.Sample;
import io.hostpulse.common.queue.Gap;

/** What comes next in a stream. */
sealed interface Found {

    /** The record's sequence, or the first of those that are missing. */
    long sequence();

    /** A record. */
    record Record(Sample sample) implements Found {
        @Override
        public long sequence() {
            return sample.sequence();
        }
    }

    /** Records that will never come. */
    record Missing(Gap gap) implements Found {
        @Override
        public long sequence() {
            return gap.first();
        }
    }
}
