package io.hostpulse.collector.source.system;

import static io.hostpulse.collector.source.measure.NumberField.plain;
import static io.hostpulse.collector.source.measure.NumberField.rate;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.MissingField;
import io.hostpulse.collector.source.measure.NamedGroup;
import io.hostpulse.collector.source.measure.NumberField;
import io.hostpulse.collector.source.measure.NumberFields;
import io.hostpulse.collector.source.measure.Numbers;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.VirtualMemory;
import oshi.software.os.FileSystem;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.TcpStats;
import oshi.software.os.InternetProtocolStats.UdpStats;

/** What OSHI knows of these groups of fields. */
final class OshiGroups {

    private static final String LINUX_ONLY = "only Linux has it";

    private OshiGroups() {}

    static List<FieldGroup> of(SystemInfo info, LongSupplier nanoTime) {
        return List.of(
                new NamedGroup("kernel", List.of(kernel(info, nanoTime))),
                new MissingField("cpu_seconds", LINUX_ONLY),
                new MissingField("pressure", LINUX_ONLY),
                new NamedGroup("tcp", List.of(tcp(info, nanoTime))),
                udp("udp", () -> udp(protocols(info).getUDPv4Stats()), nanoTime),
                udp("udp6", () -> udp(protocols(info).getUDPv6Stats()), nanoTime),
                new MissingField("icmp", "this system does not tell it"),
                new MissingField("icmp6", "this system does not tell it"),
                new MissingField("sockets", "this system does not tell it"),
                new MissingField("cgroup", LINUX_ONLY),
                new MissingField("systemd", LINUX_ONLY));
    }

    private static InternetProtocolStats protocols(SystemInfo info) {
        return info.getOperatingSystem().getInternetProtocolStats();
    }

    private static FieldGroup kernel(SystemInfo info, LongSupplier nanoTime) {
        return new NumberFields(
                () -> kernel(info),
                nanoTime,
                rate("context_switches", "switches"),
                rate("interrupts", "interrupts"),
                rate("pages_swapped_in", "in"),
                rate("pages_swapped_out", "out"),
                plain("file_handles_used", "open"),
                plain("file_handles_max", "max"));
    }

    private static Map<String, Long> kernel(SystemInfo info) {
        CentralProcessor processor = info.getHardware().getProcessor();
        VirtualMemory memory = info.getHardware().getMemory().getVirtualMemory();
        FileSystem files = info.getOperatingSystem().getFileSystem();
        return Map.of(
                "switches", processor.getContextSwitches(),
                "interrupts", processor.getInterrupts(),
                "in", memory.getSwapPagesIn(),
                "out", memory.getSwapPagesOut(),
                "open", files.getOpenFileDescriptors(),
                "max", files.getMaxFileDescriptors());
    }

    private static FieldGroup tcp(SystemInfo info, LongSupplier nanoTime) {
        return new NumberFields(
                () -> tcp(protocols(info).getTCPv4Stats()),
                nanoTime,
                plain("established", "established"),
                rate("segments_in", "in"),
                rate("segments_out", "out"),
                rate("retransmits", "retransmits"),
                rate("errors_in", "errors"),
                rate("active_opens", "active"),
                rate("passive_opens", "passive"),
                rate("failed_opens", "failed"),
                rate("established_resets", "resets"),
                rate("resets_sent", "resetsSent"));
    }

    private static Map<String, Long> tcp(TcpStats stats) {
        return Map.of(
                "established", stats.getConnectionsEstablished(),
                "in", stats.getSegmentsReceived(),
                "out", stats.getSegmentsSent(),
                "retransmits", stats.getSegmentsRetransmitted(),
                "errors", stats.getInErrors(),
                "active", stats.getConnectionsActive(),
                "passive", stats.getConnectionsPassive(),
                "failed", stats.getConnectionFailures(),
                "resets", stats.getConnectionsReset(),
                "resetsSent", stats.getOutResets());
    }

    private static FieldGroup udp(String name, Numbers numbers, LongSupplier nanoTime) {
        NumberField[] fields = {
            rate("datagrams_in", "in"),
            rate("datagrams_out", "out"),
            rate("no_port", "noPort"),
            rate("errors_in", "errors")
        };
        return new NamedGroup(name, List.of(new NumberFields(numbers, nanoTime, fields)));
    }

    private static Map<String, Long> udp(UdpStats stats) {
        return Map.of(
                "in", stats.getDatagramsReceived(),
                "out", stats.getDatagramsSent(),
                "noPort", stats.getDatagramsNoPort(),
                "errors", stats.getDatagramsReceivedErrors());
    }
}
