package io.hostpulse.collector.source.disk;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;

/**
 * The counters of one disk as they are, for those who compute rates of their own.
 *
 * @param counters the counters
 * @param countsWaiting whether this system counts the requests in work
 */
record DeviceTotals(DeviceCounters counters, boolean countsWaiting) {

    private static final double MILLIS_PER_SECOND = 1000;

    void addTo(Fields.Builder fields) {
        DeviceCounters.Details details = counters.details();
        fields.put("reads_total", counters.reads());
        fields.put("writes_total", counters.writes());
        fields.put("read_bytes_total", counters.readBytes());
        fields.put("write_bytes_total", counters.writtenBytes());
        fields.put("busy_seconds_total", seconds(counters.busyMillis()));
        fields.put("waiting_seconds_total", seconds(countsWaiting ? counters.waitMillis() : -1));
        fields.put("reads_merged_total", count(details.readsMerged()));
        fields.put("writes_merged_total", count(details.writesMerged()));
        fields.put("read_seconds_total", seconds(details.readMillis()));
        fields.put("write_seconds_total", seconds(details.writeMillis()));
    }

    private static Value count(long count) {
        return count < 0 ? DeviceActivity.NOT_COUNTED : new Value.Whole(count);
    }

    private static Value seconds(long millis) {
        return millis < 0 ? DeviceActivity.NOT_COUNTED : new Value.Real(millis / MILLIS_PER_SECOND);
    }
}
