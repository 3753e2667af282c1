package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.util.ArrayList;
import java.util.List;

/** The table in /proc/net/dev: two lines of headings, then one line per interface. */
final class NetDevText {

    private NetDevText() {}

    static List<InterfaceCounters> parse(TextCursor text) throws MalformedTextException {
        text.require("Inter-|");
        text.nextLine();
        text.require("face |");
        text.nextLine();
        List<InterfaceCounters> interfaces = new ArrayList<>();
        for (; !text.atEnd(); text.nextLine()) {
            interfaces.add(line(text));
        }
        return interfaces;
    }

    private static InterfaceCounters line(TextCursor text) throws MalformedTextException {
        String name = text.until(':');
        text.require(":");
        Counters counters = new Counters();
        counters.set(Counter.BYTES_RECV, text.number()).set(Counter.PACKETS_RECV, text.number());
        counters.set(Counter.ERRORS_IN, text.number()).set(Counter.DROPS_IN, text.number());
        skip(text, 4); // fifo, frame, compressed, multicast
        counters.set(Counter.BYTES_SENT, text.number()).set(Counter.PACKETS_SENT, text.number());
        counters.set(Counter.ERRORS_OUT, text.number()).set(Counter.DROPS_OUT, text.number());
        skip(text, 4); // fifo, colls, carrier, compressed
        return new InterfaceCounters(name, counters);
    }

    private static void skip(TextCursor text, int numbers) throws MalformedTextException {
        for (int i = 0; i < numbers; i++) {
            text.number();
        }
    }
}
