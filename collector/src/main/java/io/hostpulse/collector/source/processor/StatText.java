package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.util.ArrayList;
import java.util.List;

/** The cpu lines at the start of /proc/stat. What follows them, the long list of interrupts first of all, is not looked at. */
final class StatText {

    private StatText() {}

    static CpuTimes parse(TextCursor text) throws MalformedTextException {
        text.require("cpu ");
        CpuTicks all = ticks(text);
        List<CpuTimes.Core> cores = new ArrayList<>();
        while (text.accept("cpu")) {
            cores.add(new CpuTimes.Core(Math.toIntExact(text.number()), ticks(text)));
        }
        if (cores.isEmpty()) {
            throw text.malformed("a line for every core");
        }
        return new CpuTimes(all, cores);
    }

    /** Columns 9 and 10, guest time, are already part of user and nice. */
    private static CpuTicks ticks(TextCursor text) throws MalformedTextException {
        long user = text.number() + text.number();
        long system = text.number();
        long idle = text.number();
        long iowait = text.number();
        long interrupts = text.number() + text.number();
        long steal = text.number();
        text.nextLine();
        return new CpuTicks(user, system + interrupts, idle, iowait, steal);
    }
}
