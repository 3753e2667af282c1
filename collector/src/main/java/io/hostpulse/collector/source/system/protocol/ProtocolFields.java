package io.hostpulse.collector.source.system.protocol;

import static io.hostpulse.collector.source.measure.NumberField.plain;
import static io.hostpulse.collector.source.measure.NumberField.rate;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.NamedGroup;
import io.hostpulse.collector.source.measure.NumberField;
import io.hostpulse.collector.source.measure.NumberFields;
import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.measure.RecentNumbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields {@code tcp}, {@code udp}, {@code udp6}, {@code icmp}, {@code icmp6} and {@code sockets} of the source {@code system}. */
public final class ProtocolFields {

    private static final NumberField[] TCP = {
        plain("established", "TcpCurrEstab"),
        rate("segments_in", "TcpInSegs"),
        rate("segments_out", "TcpOutSegs"),
        rate("retransmits", "TcpRetransSegs"),
        rate("errors_in", "TcpInErrs"),
        rate("active_opens", "TcpActiveOpens"),
        rate("passive_opens", "TcpPassiveOpens"),
        rate("failed_opens", "TcpAttemptFails"),
        rate("established_resets", "TcpEstabResets"),
        rate("resets_sent", "TcpOutRsts"),
        rate("timeouts", "TcpExtTCPTimeouts"),
        rate("syn_retransmits", "TcpExtTCPSynRetrans"),
        rate("listen_overflows", "TcpExtListenOverflows"),
        rate("listen_drops", "TcpExtListenDrops"),
        rate("syn_cookies_sent", "TcpExtSyncookiesSent"),
        rate("memory_aborts", "TcpExtTCPAbortOnMemory"),
    };

    private static final NumberField[] SOCKETS = {
        plain("used", "sockets.used"),
        plain("tcp", "TCP.inuse"),
        plain("tcp_orphaned", "TCP.orphan"),
        plain("tcp_time_wait", "TCP.tw"),
        plain("tcp6", "TCP6.inuse"),
        plain("udp", "UDP.inuse"),
        plain("udp6", "UDP6.inuse"),
        plain("raw", "RAW.inuse"),
        plain("raw6", "RAW6.inuse"),
    };

    private ProtocolFields() {}

    /**
     * Everything in /proc/net of the network namespace in which this process lives.
     *
     * @param proc the folder /proc
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @return the groups
     */
    public static List<FieldGroup> groups(Path proc, LongSupplier nanoTime) {
        Numbers both = new RecentNumbers(new ProtocolNumbers(proc), nanoTime);
        NumberField[] udp6 = udp("Udp6");
        NumberField[] icmp6 = icmp("Icmp6");
        Numbers ipv6 = new RecentNumbers(new Ipv6Numbers(proc, counters(udp6, icmp6)), nanoTime);
        return List.of(
                group("tcp", both, nanoTime, TCP),
                group("udp", both, nanoTime, udp("Udp")),
                group("udp6", ipv6, nanoTime, udp6),
                group("icmp", both, nanoTime, icmp("Icmp")),
                group("icmp6", ipv6, nanoTime, icmp6),
                group("sockets", new SocketNumbers(proc), nanoTime, SOCKETS));
    }

    private static FieldGroup group(String name, Numbers numbers, LongSupplier nanoTime, NumberField... fields) {
        return new NamedGroup(name, List.of(new NumberFields(numbers, nanoTime, fields)));
    }

    private static NumberField[] udp(String protocol) {
        return new NumberField[] {
            rate("datagrams_in", protocol + "InDatagrams"),
            rate("datagrams_out", protocol + "OutDatagrams"),
            rate("no_port", protocol + "NoPorts"),
            rate("errors_in", protocol + "InErrors"),
            rate("receive_buffer_errors", protocol + "RcvbufErrors"),
            rate("send_buffer_errors", protocol + "SndbufErrors"),
            rate("checksum_errors", protocol + "InCsumErrors"),
        };
    }

    private static NumberField[] icmp(String protocol) {
        return new NumberField[] {
            rate("messages_in", protocol + "InMsgs"),
            rate("messages_out", protocol + "OutMsgs"),
            rate("errors_in", protocol + "InErrors"),
            rate("errors_out", protocol + "OutErrors"),
            rate("unreachable_in", protocol + "InDestUnreachs"),
            rate("unreachable_out", protocol + "OutDestUnreachs"),
        };
    }

    private static Set<String> counters(NumberField[]... fields) {
        return Stream.of(fields).flatMap(Stream::of).map(NumberField::number).collect(Collectors.toSet());
    }
}
