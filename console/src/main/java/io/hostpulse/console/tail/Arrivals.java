package io.hostpulse.console.tail;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.PollSchedule;
import io.hostpulse.common.queue.TailListener;

/** Lets the schedule learn from every record on its way to the printer. */
record Arrivals(TailListener printer, PollSchedule schedule, EpochClock clock) implements TailListener {

    @Override
    public void onRecord(RecordView record) {
        schedule.arrived(record.sampleTime(), clock.nanos());
        printer.onRecord(record);
    }

    @Override
    public void onGap(Gap gap) {
        printer.onGap(gap);
    }

    @Override
    public void onDamage(Damage damage) {
        printer.onDamage(damage);
    }
}
