package io.hostpulse.collector.schedule;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;
import io.hostpulse.common.queue.Overrun;
import io.hostpulse.common.queue.Upkeep;

/** What a stream's writer does besides writing, shown in the process's mark file. */
final class WriterStats implements Upkeep {

    private final ProcessMark mark;
    private final Counter refused;
    private final Counter filesRemoved;
    private final Counter bytesRemoved;
    private final Counter overrun;

    WriterStats(ProcessMark mark) {
        this.mark = mark;
        refused = mark.counter("records_refused_total");
        filesRemoved = mark.counter("files_removed_total");
        bytesRemoved = mark.counter("bytes_removed_total");
        overrun = mark.counter("records_overrun_total");
    }

    @Override
    public void onCondition(String condition) {
        mark.condition(condition);
    }

    @Override
    public void onRefused() {
        refused.add(1);
    }

    @Override
    public void onRemoved(long bytes) {
        filesRemoved.add(1);
        bytesRemoved.add(bytes);
    }

    @Override
    public void onOverrun(Overrun loss) {
        overrun.add(loss.lost().count());
    }
}
