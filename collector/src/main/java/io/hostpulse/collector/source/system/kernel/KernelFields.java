package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.NamedGroup;
import io.hostpulse.collector.source.measure.NumberField;
import io.hostpulse.collector.source.measure.NumberFields;
import io.hostpulse.collector.source.measure.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** The fields {@code kernel} and {@code pressure} of the source {@code system}. */
public final class KernelFields {

    private KernelFields() {}

    /**
     * What the kernel counts and limits.
     *
     * @param proc the folder /proc
     * @param stat /proc/stat
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @return the group {@code kernel}
     */
    public static FieldGroup kernel(Path proc, Numbers stat, LongSupplier nanoTime) {
        return new NamedGroup(
                "kernel",
                List.of(
                        activity(stat, nanoTime),
                        memory(new VmstatNumbers(proc), nanoTime),
                        new Entropy(proc),
                        new FileHandles(proc),
                        new ProcessIds(proc)));
    }

    private static FieldGroup activity(Numbers stat, LongSupplier nanoTime) {
        return new NumberFields(
                stat,
                nanoTime,
                NumberField.rate("context_switches", StatNumbers.CONTEXT_SWITCHES),
                NumberField.rate("interrupts", StatNumbers.INTERRUPTS),
                NumberField.rate("soft_interrupts", StatNumbers.SOFT_INTERRUPTS),
                NumberField.rate("forks", StatNumbers.FORKS),
                NumberField.plain("tasks_runnable", StatNumbers.RUNNABLE),
                NumberField.plain("tasks_blocked", StatNumbers.BLOCKED));
    }

    private static FieldGroup memory(Numbers vmstat, LongSupplier nanoTime) {
        return new NumberFields(
                vmstat,
                nanoTime,
                NumberField.rate("page_faults_minor", VmstatNumbers.MINOR_FAULTS),
                NumberField.rate("page_faults_major", VmstatNumbers.MAJOR_FAULTS),
                NumberField.rate("pages_swapped_in", VmstatNumbers.SWAPPED_IN),
                NumberField.rate("pages_swapped_out", VmstatNumbers.SWAPPED_OUT),
                NumberField.plain("oom_kills", VmstatNumbers.KILLS),
                NumberField.rate("oom_kills", VmstatNumbers.KILLS));
    }

    /**
     * What each core has done since boot.
     *
     * @param proc the folder /proc
     * @return the group {@code cpu_seconds}
     */
    public static FieldGroup cpuTimes(Path proc) {
        return new CpuTimes(proc);
    }

    /**
     * How long tasks stood still for want of something.
     *
     * @param proc the folder /proc
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @return the group {@code pressure}
     */
    public static FieldGroup pressure(Path proc, LongSupplier nanoTime) {
        Path folder = proc.resolve("pressure");
        return new NamedGroup(
                "pressure",
                List.of(
                        new Pressure(folder, "cpu", nanoTime),
                        new Pressure(folder, "memory", nanoTime),
                        new Pressure(folder, "io", nanoTime)));
    }
}
