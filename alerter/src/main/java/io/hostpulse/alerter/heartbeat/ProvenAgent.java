package io.hostpulse.alerter.heartbeat;

import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;
import java.util.function.Consumer;

/**
 * Takes the turns of the loop that reads and decides, and after each one the pacemaker's. A loop that hangs is followed by nothing, so no
 * beat can come from anything but a whole turn. Belongs to the loop's thread.
 */
final class ProvenAgent implements Agent {

    private final Agent loop;
    private final Pacemaker pacemaker;
    private final Consumer<Beat> beats;
    private final ProcessMark mark;
    private final Counter withheld;
    private String told = "";

    ProvenAgent(Agent loop, Pacemaker pacemaker, Consumer<Beat> beats, ProcessMark mark) {
        this.loop = loop;
        this.pacemaker = pacemaker;
        this.beats = beats;
        this.mark = mark;
        this.withheld = mark.counter("heartbeats_withheld_total");
    }

    @Override
    public long doWork(long now) {
        long next = loop.doWork(now);
        if (loop.isReady()) {
            pacemaker.turn(now).ifPresent(this::beat);
        }
        return next;
    }

    private void beat(Beat beat) {
        if (!beat.isWell()) {
            withheld.add(1);
        }
        String condition = beat.isWell() ? "" : "no heartbeat: " + String.join("; ", beat.problems());
        if (!condition.equals(told)) {
            told = condition;
            mark.condition(condition);
        }
        beats.accept(beat);
    }

    @Override
    public boolean isReady() {
        return loop.isReady();
    }

    @Override
    public void drain() {
        loop.drain();
    }

    @Override
    public void close() {
        loop.close();
    }
}
