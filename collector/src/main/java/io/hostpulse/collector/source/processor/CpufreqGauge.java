package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frequency from the cpufreq policies of /sys; a policy is a set of cores that share a clock. Values there are in kHz. */
final class CpufreqGauge implements Frequency.Gauge {

    /** A read may have to interrupt the core it asks about, so a machine of many cores is sampled, not counted. */
    private static final int POLICIES_ASKED = 16;

    private final List<KernelFile> current;
    private final Value max;

    private CpufreqGauge(List<KernelFile> current, Value max) {
        this.current = current;
        this.max = max;
    }

    static CpufreqGauge open(Path folder) throws IOException {
        List<Path> policies = policies(folder);
        List<KernelFile> current = new ArrayList<>();
        for (int i = 0; i < Math.min(POLICIES_ASKED, policies.size()); i++) {
            Path policy = policies.get((int) ((long) i * policies.size() / Math.min(POLICIES_ASKED, policies.size())));
            current.add(new KernelFile(policy.resolve("scaling_cur_freq").toString()));
        }
        return new CpufreqGauge(current, megahertz(max(policies)));
    }

    /** Those that can be read, by name: a policy whose cores are offline has no current frequency. */
    static List<Path> policies(Path folder) {
        String[] names = folder.toFile().list((parent, name) -> name.startsWith("policy"));
        return Arrays.stream(names == null ? new String[0] : names)
                .sorted()
                .map(folder::resolve)
                .filter(policy -> Files.isReadable(policy.resolve("scaling_cur_freq")))
                .filter(policy -> Files.isReadable(policy.resolve("cpuinfo_max_freq")))
                .toList();
    }

    private static double max(List<Path> policies) throws IOException {
        long max = 0;
        for (Path policy : policies) {
            max = Math.max(
                    max,
                    KernelFile.readOnce(policy.resolve("cpuinfo_max_freq").toString())
                            .number());
        }
        return max;
    }

    @Override
    public Frequency read() throws IOException {
        double sum = 0;
        for (KernelFile file : current) {
            sum += file.read().number();
        }
        return new Frequency(megahertz(sum / current.size()), max);
    }

    private static Value megahertz(double kilohertz) {
        return kilohertz > 0
                ? Rounding.twoDecimals(kilohertz / 1000)
                : new Value.Missing("cpufreq reports no frequency");
    }

    @Override
    public void close() {
        current.forEach(KernelFile::close);
    }
}
