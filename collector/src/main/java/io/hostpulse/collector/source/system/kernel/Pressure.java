package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.RateMeter;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** One file of /proc/pressure: how long some tasks, or all at once, stood still for want of a resource. */
final class Pressure implements FieldGroup {

    private static final int MICROS_PER_MILLI = 1000;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final String NO_FULL = "this kernel does not tell it: for the processor it is new in Linux 5.13";

    private final String resource;
    private final KernelFile file;
    private final RateMeter meter;

    Pressure(Path folder, String resource, LongSupplier nanoTime) {
        this.resource = resource;
        this.file = new KernelFile(folder.resolve(resource).toString());
        this.meter = new RateMeter(nanoTime);
    }

    @Override
    public void addTo(Fields.Builder fields) {
        fields.put(resource, value());
    }

    /** Where the kernel was started with psi=0 the files may be there, but cannot be read. */
    private Value value() {
        try {
            return parse(file.read());
        } catch (FileNotFoundException e) {
            return new Value.Missing("this kernel does not tell it, or not to this user: " + e.getMessage());
        } catch (IOException e) {
            return new Value.Missing("it cannot be read; it may be switched off (psi=0): " + e.getMessage());
        }
    }

    private Fields parse(TextCursor text) throws MalformedTextException {
        Fields.Builder fields = Fields.builder().put("some", line("some", text));
        return fields.put("full", text.atEnd() ? new Value.Missing(NO_FULL) : line("full", text))
                .build();
    }

    private Fields line(String name, TextCursor text) throws MalformedTextException {
        text.require(name);
        Fields.Builder fields = Fields.builder();
        for (String average : new String[] {"avg10", "avg60", "avg300"}) {
            text.require(average + "=");
            fields.put(average, Rounding.twoDecimals(text.decimal()));
        }
        text.require("total=");
        long micros = text.number();
        fields.put("stalled_ms_per_sec", meter.perSecond(name, micros, MICROS_PER_MILLI));
        fields.put("stalled_seconds_total", micros / MICROS_PER_SECOND);
        text.nextLine();
        return fields.build();
    }

    @Override
    public void close() {
        file.close();
    }
}
