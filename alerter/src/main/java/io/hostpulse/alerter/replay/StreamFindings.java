package io.hostpulse.alerter.replay;

import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** What one stream could not tell. It keeps a few places by name and counts the others. Not thread-safe. */
final class StreamFindings {

    private static final int MOST_HOLES = 5;

    private final List<Period> holes = new ArrayList<>();
    private long records;
    private long missing;
    private long damages;
    private String firstDamage = "";
    private long unnamedHoles;
    private String broken = "";

    void record() {
        records++;
    }

    void hole(long from, long to) {
        if (holes.size() < MOST_HOLES) {
            holes.add(new Period(from, to));
        } else {
            unnamedHoles++;
        }
    }

    void gap(Gap gap) {
        missing += gap.count();
    }

    void damage(Damage damage) {
        damages++;
        firstDamage = firstDamage.isEmpty() ? damage.toString() : firstDamage;
    }

    void broken(String why) {
        broken = why;
    }

    /** Says it in sentences. */
    List<String> sentences(String stream, LongFunction<String> clock) {
        List<String> said = new ArrayList<>();
        if (records == 0) {
            said.add(stream + ": no records in this period");
        }
        holes.forEach(hole ->
                said.add(stream + ": no records from " + clock.apply(hole.from()) + " to " + clock.apply(hole.to())));
        if (unnamedHoles > 0) {
            said.add(stream + ": no records at " + unnamedHoles + " other times");
        }
        if (missing > 0) {
            said.add(stream + ": " + missing + (missing == 1 ? " record is" : " records are") + " missing");
        }
        if (damages > 0) {
            said.add(
                    stream + ": damaged at " + damages + (damages == 1 ? " place: " : " places, first ") + firstDamage);
        }
        if (!broken.isEmpty()) {
            said.add(stream + ": " + broken);
        }
        return said;
    }
}
