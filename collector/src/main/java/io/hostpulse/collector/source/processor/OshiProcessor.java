package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** Reads the processor through OSHI, on systems without /proc. */
final class OshiProcessor implements Processor {

    private static final Value.Missing NOT_TOLD = new Value.Missing("this system does not tell the frequency");

    private final CentralProcessor processor;

    OshiProcessor(CentralProcessor processor) {
        this.processor = processor;
    }

    @Override
    public CpuTimes times() {
        List<CpuTimes.Core> cores = new ArrayList<>();
        for (long[] ticks : processor.getProcessorCpuLoadTicks()) {
            cores.add(new CpuTimes.Core(cores.size(), ticks(ticks)));
        }
        return new CpuTimes(ticks(processor.getSystemCpuLoadTicks()), cores);
    }

    private static CpuTicks ticks(long[] ticks) {
        return new CpuTicks(
                ticks[TickType.USER.getIndex()] + ticks[TickType.NICE.getIndex()],
                ticks[TickType.SYSTEM.getIndex()] + ticks[TickType.IRQ.getIndex()] + ticks[TickType.SOFTIRQ.getIndex()],
                ticks[TickType.IDLE.getIndex()],
                ticks[TickType.IOWAIT.getIndex()],
                ticks[TickType.STEAL.getIndex()]);
    }

    /** OSHI answers with a negative number where there is no load average, as on Windows. */
    @Override
    public LoadAverages load() {
        double[] load = processor.getSystemLoadAverage(3);
        return load[0] < 0
                ? LoadAverages.missing("this system has no load average")
                : new LoadAverages(
                        Rounding.twoDecimals(load[0]), Rounding.twoDecimals(load[1]), Rounding.twoDecimals(load[2]));
    }

    @Override
    public Frequency frequency() {
        Value max = megahertz(processor.getMaxFreq());
        Map<Integer, Value> cores = new HashMap<>();
        for (long hertz : processor.getCurrentFreq()) {
            cores.put(cores.size(), hertz > 0 ? ClockRule.megahertz(hertz / 1e6, max) : NOT_TOLD);
        }
        CoreClocks clocks = new CoreClocks(cores, NOT_TOLD.reason());
        Value base = megahertz(processor.getProcessorIdentifier().getVendorFreq());
        return new Frequency(clocks.mean(), new ClockLimits(NOT_TOLD, base, max), clocks);
    }

    /** OSHI answers with -1 or 0 for what it does not know. */
    private static Value megahertz(long hertz) {
        return hertz > 0 ? ClockRule.megahertz(hertz / 1e6) : NOT_TOLD;
    }

    @Override
    public Value physicalCores() {
        return new Value.Whole(processor.getPhysicalProcessorCount());
    }

    @Override
    public boolean tellsWaiting() {
        return false;
    }
}
