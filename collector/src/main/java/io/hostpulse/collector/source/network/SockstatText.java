package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;

/**
 * What /proc/net/sockstat or sockstat6 says cheaply: how many sockets there are, but not in which state.
 *
 * @param tcp TCP sockets, those in TIME_WAIT included
 * @param udp UDP sockets
 */
record SockstatText(long tcp, long udp) {

    static SockstatText parse(TextCursor text) throws MalformedTextException {
        long tcp = 0;
        long udp = 0;
        for (; !text.atEnd(); text.nextLine()) {
            if (text.accept("TCP:") || text.accept("TCP6:")) {
                tcp += named(text, "inuse") + named(text, "tw");
            } else if (text.accept("UDP:") || text.accept("UDP6:")) {
                udp += named(text, "inuse");
            }
        }
        return new SockstatText(tcp, udp);
    }

    /** Takes the number behind a name; the line of sockstat6 lacks {@code tw}, whose number in sockstat is for both. */
    private static long named(TextCursor text, String name) throws MalformedTextException {
        while (!text.atLineEnd()) {
            boolean found = text.word().equals(name);
            long number = text.number();
            if (found) {
                return number;
            }
        }
        return 0;
    }

    SockstatText plus(SockstatText other) {
        return new SockstatText(tcp + other.tcp, udp + other.udp);
    }
}
