package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The frequency from the cpufreq policies of /sys. They are looked for again when cores came or went, or one did not answer. */
final class CpufreqGauge implements Frequency.Gauge {

    /** A read may have to interrupt the core it asks about, so a machine of many cores is sampled, not counted. */
    private static final int POLICIES_ASKED = 16;

    private static final long LOOK_AGAIN_NANOS = 5_000_000_000L;

    private static final String NONE = "there is no cpufreq in /sys";
    private static final String NOT_COVERED = "no cpufreq policy covers this core";
    private static final String TOO_MANY = "read on machines of at most " + POLICIES_ASKED + " cpufreq policies";

    private final Path cpuFolder;
    private final LongSupplier nanoTime;
    private List<CpufreqPolicy> asked = List.of();
    private ClockLimits limits = ClockLimits.missing(NONE);
    private boolean sampled;
    private boolean answered;
    private String online = "";
    private long lookedAt;

    CpufreqGauge(Path cpuFolder, LongSupplier nanoTime) {
        this.cpuFolder = cpuFolder;
        this.nanoTime = nanoTime;
        look();
    }

    private void look() {
        close();
        lookedAt = nanoTime.getAsLong();
        online = online();
        List<CpufreqPolicy> policies = names().stream()
                .map(name -> CpufreqPolicy.open(cpuFolder, name))
                .toList();
        limits = ClockLimits.over(policies.stream().map(CpufreqPolicy::limits).toList(), NONE);
        asked = sample(policies);
        sampled = asked.size() < policies.size();
    }

    private List<String> names() {
        String[] names = cpuFolder.resolve("cpufreq").toFile().list((parent, name) -> name.matches("policy[0-9]{1,6}"));
        return Arrays.stream(names == null ? new String[0] : names).sorted().toList();
    }

    private static List<CpufreqPolicy> sample(List<CpufreqPolicy> policies) {
        int count = Math.min(POLICIES_ASKED, policies.size());
        List<CpufreqPolicy> sample = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sample.add(policies.get((int) ((long) i * policies.size() / count)));
        }
        return sample;
    }

    /** The cores that are online, such as {@code 0-3,6}; a text that is only compared. */
    private String online() {
        try {
            return KernelFile.readOnce(cpuFolder.resolve("online").toString()).restOfLine();
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public Frequency read() {
        if (nanoTime.getAsLong() - lookedAt >= LOOK_AGAIN_NANOS) {
            lookAgain();
        }
        CoreClocks clocks = clocks();
        answered = clocks.areAllKnown();
        return new Frequency(clocks.mean(), limits, sampled ? CoreClocks.none(TOO_MANY) : clocks);
    }

    private void lookAgain() {
        lookedAt = nanoTime.getAsLong();
        if (!answered || !online.equals(online())) {
            look();
        }
    }

    private CoreClocks clocks() {
        Map<Integer, Value> byNumber = new HashMap<>();
        for (CpufreqPolicy policy : asked) {
            Value clock = policy.current();
            policy.cores().forEach(core -> byNumber.put(core, clock));
        }
        return new CoreClocks(byNumber, asked.isEmpty() ? NONE : NOT_COVERED);
    }

    @Override
    public void close() {
        asked.forEach(CpufreqPolicy::close);
    }
}
