package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;
import java.util.Optional;

/**
 * The bytes that a process has made disks read and write since its start.
 *
 * @param read bytes read; meaningless when a reason is given
 * @param written bytes written; meaningless when a reason is given
 * @param readNanos when, on a clock that never goes back
 * @param reason why they are not known, if so
 */
record IoCounters(long read, long written, long readNanos, Optional<String> reason) {

    private static final Value NOT_BEFORE = new Value.Missing("not looked at closely at the previous read");

    static IoCounters unknown(String reason) {
        return new IoCounters(0, 0, 0, Optional.of(reason));
    }

    static IoCounters of(long read, long written, long readNanos) {
        return new IoCounters(read, written, readNanos, Optional.empty());
    }

    /** The lines read_bytes and write_bytes of /proc/PID/io. */
    static IoCounters parse(TextCursor text, long readNanos) throws MalformedTextException {
        long read = -1;
        long written = -1;
        for (; !text.atEnd(); text.nextLine()) {
            if (text.accept("read_bytes:")) {
                read = text.number();
            } else if (text.accept("write_bytes:")) {
                written = text.number();
            }
        }
        if (read < 0 || written < 0) {
            throw text.malformed("lines read_bytes and write_bytes");
        }
        return of(read, written, readNanos);
    }

    Value readRate(Optional<IoCounters> before) {
        return missing(before).orElseGet(() -> Rate.perSecond(before.get().read, read, nanosSince(before.get())));
    }

    Value writeRate(Optional<IoCounters> before) {
        return missing(before).orElseGet(() -> Rate.perSecond(before.get().written, written, nanosSince(before.get())));
    }

    private Optional<Value> missing(Optional<IoCounters> before) {
        if (reason.isPresent()) {
            return reason.map(Value.Missing::new);
        }
        return before.isEmpty() || before.get().reason.isPresent() ? Optional.of(NOT_BEFORE) : Optional.empty();
    }

    private long nanosSince(IoCounters before) {
        return readNanos - before.readNanos;
    }
}
