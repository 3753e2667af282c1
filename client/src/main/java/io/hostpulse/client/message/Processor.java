package io.hostpulse.client.message;

import java.util.List;

/**
 * The processor. Percentages run from 0 to 100, frequencies are MHz.
 *
 * @param usagePercent time spent working, over all cores
 * @param perCoreUsage the same for each logical core
 * @param coreCount physical cores
 * @param logicalCount logical cores that are online
 * @param frequencyCurrent mean clock of the cores
 * @param frequencyMax the highest clock of the fastest core
 * @param load1m tasks that wanted to run, averaged over a minute
 * @param load5m over 5 minutes
 * @param load15m over 15 minutes
 * @param fields these and all others
 */
public record Processor(
        Measured<Double> usagePercent,
        Measured<List<Measured<Double>>> perCoreUsage,
        Measured<Long> coreCount,
        Measured<Long> logicalCount,
        Measured<Double> frequencyCurrent,
        Measured<Double> frequencyMax,
        Measured<Double> load1m,
        Measured<Double> load5m,
        Measured<Double> load15m,
        Fields fields) {

    static Processor of(Fields fields) {
        return new Processor(
                fields.number("usage_percent"),
                fields.numbers("per_core_usage"),
                fields.whole("core_count"),
                fields.whole("logical_count"),
                fields.number("frequency_current"),
                fields.number("frequency_max"),
                fields.number("load_1m"),
                fields.number("load_5m"),
                fields.number("load_15m"),
                fields);
    }
}
