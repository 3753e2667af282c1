package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One folder {@code cpufreq/policyN}: the cores that share a clock. Values there are in kHz. It goes away when the last of its
 * cores goes offline, and its clock cannot be read while they sleep deeply on some drivers.
 */
final class CpufreqPolicy implements AutoCloseable {

    private static final String NOT_TOLD = "neither cpufreq nor the firmware tells it";

    private final List<Integer> cores;
    private final ClockLimits limits;
    private final KernelFile wanted;
    private final KernelFile measured;

    private CpufreqPolicy(Path folder, List<Integer> cores, ClockLimits limits) {
        this.cores = cores;
        this.limits = limits;
        this.wanted = new KernelFile(folder.resolve("scaling_cur_freq").toString());
        this.measured = new KernelFile(folder.resolve("cpuinfo_cur_freq").toString());
    }

    static CpufreqPolicy open(Path cpuFolder, String name) {
        Path folder = cpuFolder.resolve("cpufreq").resolve(name);
        List<Integer> cores = cores(folder, name);
        return new CpufreqPolicy(folder, cores, limits(folder, cpuFolder, cores));
    }

    private static ClockLimits limits(Path folder, Path cpuFolder, List<Integer> cores) {
        Value base = limit(folder.resolve("base_frequency"), 1000);
        if (base instanceof Value.Missing) {
            base = nominal(cpuFolder, cores);
        }
        return new ClockLimits(
                limit(folder.resolve("cpuinfo_min_freq"), 1000), base, limit(folder.resolve("cpuinfo_max_freq"), 1000));
    }

    /** What the firmware promises, in MHz; intel_pstate has a file of its own for the base clock, other drivers do not. */
    private static Value nominal(Path cpuFolder, List<Integer> cores) {
        return cores.isEmpty()
                ? new Value.Missing(NOT_TOLD)
                : limit(cpuFolder.resolve("cpu" + cores.get(0)).resolve("acpi_cppc/nominal_freq"), 1);
    }

    private static Value limit(Path file, int perMegahertz) {
        if (!Files.exists(file)) {
            return new Value.Missing(NOT_TOLD);
        }
        try {
            return ClockRule.megahertz(
                    (double) KernelFile.readOnce(file.toString()).number() / perMegahertz);
        } catch (IOException e) {
            return new Value.Missing("it cannot be read: " + e.getMessage());
        }
    }

    /** Those that are online; a driver that does not list them has one policy for each core, named by its number. */
    private static List<Integer> cores(Path folder, String name) {
        try {
            return cores(KernelFile.readOnce(folder.resolve("affected_cpus").toString()));
        } catch (IOException e) {
            return List.of(Integer.parseInt(name.substring("policy".length())));
        }
    }

    private static List<Integer> cores(TextCursor text) throws MalformedTextException {
        List<Integer> cores = new ArrayList<>();
        while (!text.atLineEnd()) {
            cores.add((int) text.number());
        }
        return List.copyOf(cores);
    }

    List<Integer> cores() {
        return cores;
    }

    ClockLimits limits() {
        return limits;
    }

    /** Some drivers answer {@code <unknown>} or fail; what the hardware measures is then asked, which only root may. */
    Value current() {
        try {
            return believed(wanted.read().number());
        } catch (IOException e) {
            return measured(e.getMessage());
        }
    }

    private Value measured(String whyNotWanted) {
        try {
            return believed(measured.read().number());
        } catch (IOException e) {
            return new Value.Missing("it cannot be read: " + whyNotWanted);
        }
    }

    private Value believed(long kilohertz) {
        return ClockRule.megahertz(kilohertz / 1000.0, limits.max());
    }

    @Override
    public void close() {
        wanted.close();
        measured.close();
    }
}
