package io.hostpulse.collector.source.system.protocol;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * /proc/net/snmp and netstat: pairs of lines that begin with a protocol, the names of its counters and then their values. A
 * counter is called as nstat calls it, {@code TcpInSegs} for the column {@code InSegs} of {@code Tcp:}.
 */
final class ProtocolTable {

    private ProtocolTable() {}

    static void parse(TextCursor text, Set<String> protocols, Map<String, Long> counters)
            throws MalformedTextException {
        while (!text.atEnd()) {
            String protocol = text.until(':');
            if (protocols.contains(protocol)) {
                List<String> names = names(text, protocol);
                text.nextLine();
                values(text, protocol, names, counters);
            }
            text.nextLine();
        }
    }

    private static List<String> names(TextCursor text, String protocol) throws MalformedTextException {
        text.require(":");
        List<String> names = new ArrayList<>();
        while (!text.atLineEnd()) {
            names.add(protocol + text.word());
        }
        return names;
    }

    private static void values(TextCursor text, String protocol, List<String> names, Map<String, Long> counters)
            throws MalformedTextException {
        text.require(protocol);
        text.require(":");
        for (String name : names) {
            if (text.accept(" -1")) {
                continue; // "without limit": TCP's MaxConn is a setting among the counters
            }
            counters.put(name, text.number());
        }
    }
}
