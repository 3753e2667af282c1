package io.hostpulse.prometheus.table;

import static io.hostpulse.prometheus.table.Scale.MEGABITS;
import static io.hostpulse.prometheus.table.Scale.MISSING;
import static io.hostpulse.prometheus.table.Scale.NONE;
import static io.hostpulse.prometheus.table.Scale.PRESENT;
import static io.hostpulse.prometheus.table.Scale.TIME;

import java.util.ArrayList;
import java.util.List;

/** The names of node_exporter, as far as the streams hold what they mean, so that dashboards made for it work. */
final class NodeTable {

    private static final String[] MOUNT = {"device=device", "fstype=type", "mountpoint=path"};
    private static final String DEVICE = "device=name";

    private final List<Row> rows = new ArrayList<>();

    private NodeTable() {}

    static List<Row> rows() {
        NodeTable table = new NodeTable();
        table.cpu();
        table.memory();
        table.filesystem();
        table.disk();
        table.network();
        table.kernel();
        table.pressure();
        table.sockets();
        table.protocols();
        table.sensors();
        return List.copyOf(table.rows);
    }

    private void add(String metric, String help, String stream, String path, Scale scale, String... labels) {
        rows.add(Row.of("node_" + metric, help, stream, path, scale, labels));
    }

    private void sum(String metric, String help, String stream, String path, String other, String... labels) {
        rows.add(Row.of("node_" + metric, help, stream, path, NONE, labels).with(other));
    }

    private void cpu() {
        for (String mode : List.of("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal")) {
            String[] labels = {"cpu=core", "mode='" + mode + "'"};
            add(
                    "cpu_seconds_total",
                    "Seconds the CPUs spent in each mode",
                    "system",
                    "cpu_seconds[]." + mode,
                    NONE,
                    labels);
        }
        add("load1", "1m load average", "processor", "load_1m", NONE);
        add("load5", "5m load average", "processor", "load_5m", NONE);
        add("load15", "15m load average", "processor", "load_15m", NONE);
    }

    private void memory() {
        meminfo("MemTotal", "total");
        meminfo("MemFree", "free");
        meminfo("MemAvailable", "available");
        meminfo("Buffers", "buffers");
        meminfo("Cached", "page_cache");
        meminfo("SReclaimable", "slab_reclaimable");
        meminfo("SUnreclaim", "slab_unreclaimable");
        String slab = "Memory information field Slab_bytes";
        sum("memory_Slab_bytes", slab, "memory", "slab_reclaimable", "slab_unreclaimable");
        meminfo("Active", "active");
        meminfo("Inactive", "inactive");
        meminfo("AnonPages", "anonymous");
        meminfo("Mapped", "mapped");
        meminfo("Shmem", "shared");
        meminfo("Dirty", "dirty");
        meminfo("Writeback", "writeback");
        meminfo("KernelStack", "kernel_stack");
        meminfo("PageTables", "page_tables");
        meminfo("CommitLimit", "commit_limit");
        meminfo("Committed_AS", "committed");
        meminfo("SwapCached", "swap_cached");
        meminfo("SwapTotal", "swap.total");
        meminfo("SwapFree", "swap.free");
    }

    private void meminfo(String key, String path) {
        add("memory_" + key + "_bytes", "Memory information field " + key + "_bytes", "memory", path, NONE);
    }

    private void filesystem() {
        String in = "disk";
        add("filesystem_size_bytes", "Filesystem size in bytes", in, "mounts[].total", NONE, MOUNT);
        add("filesystem_avail_bytes", "Filesystem space available to non-root users", in, "mounts[].free", NONE, MOUNT);
        sum("filesystem_free_bytes", "Filesystem free space in bytes", in, "mounts[].total", "-used", MOUNT);
        add("filesystem_files", "Filesystem total file nodes", in, "mounts[].inodes_total", NONE, MOUNT);
        add("filesystem_files_free", "Filesystem total free file nodes", in, "mounts[].inodes_free", NONE, MOUNT);
        add("filesystem_readonly", "Filesystem read-only status", in, "mounts[].read_only", NONE, MOUNT);
        add("filesystem_device_error", "Whether it could not be measured", in, "mounts[].total", MISSING, MOUNT);
    }

    private void disk() {
        disk("reads_completed_total", "Reads completed", "reads_total");
        disk("writes_completed_total", "Writes completed", "writes_total");
        disk("reads_merged_total", "Reads merged", "reads_merged_total");
        disk("writes_merged_total", "Writes merged", "writes_merged_total");
        disk("read_bytes_total", "Bytes read", "read_bytes_total");
        disk("written_bytes_total", "Bytes written", "write_bytes_total");
        disk("read_time_seconds_total", "Seconds spent by all reads", "read_seconds_total");
        disk("write_time_seconds_total", "Seconds spent by all writes", "write_seconds_total");
        disk("io_time_seconds_total", "Seconds spent doing I/O", "busy_seconds_total");
        disk("io_time_weighted_seconds_total", "Weighted seconds spent doing I/O", "waiting_seconds_total");
    }

    private void disk(String metric, String help, String field) {
        add("disk_" + metric, help, "disk", "devices[]." + field, NONE, DEVICE);
    }

    private void network() {
        network("receive_bytes_total", "bytes_recv");
        network("transmit_bytes_total", "bytes_sent");
        network("receive_packets_total", "packets_recv");
        network("transmit_packets_total", "packets_sent");
        network("receive_errs_total", "errors_in");
        network("transmit_errs_total", "errors_out");
        network("receive_drop_total", "drops_in");
        network("transmit_drop_total", "drops_out");
        add("network_up", "Whether the interface can carry traffic", "network", "interfaces[].up", NONE, DEVICE);
        add("network_speed_bytes", "Speed of the link", "network", "interfaces[].speed_mbps", MEGABITS, DEVICE);
    }

    private void network(String metric, String field) {
        String help = "Network device statistic " + metric.replace("_total", "");
        add("network_" + metric, help, "network", "interfaces[]." + field, NONE, DEVICE);
    }

    private void kernel() {
        String in = "system";
        String[] uname = {
            "sysname=os_name",
            "release=os_release",
            "version=os_version",
            "machine=machine",
            "nodename=hostname",
            "domainname='(none)'"
        };
        add("uname_info", "Labeled system information", in, "hostname", PRESENT, uname);
        add("os_info", "The distribution", in, "os_distribution", PRESENT, "pretty_name=os_distribution");
        add("boot_time_seconds", "Node boot time, in unixtime", in, "boot_time", TIME);
        add("context_switches_total", "Total number of context switches", in, "kernel.context_switches_total", NONE);
        add("intr_total", "Total number of interrupts serviced", in, "kernel.interrupts_total", NONE);
        add("forks_total", "Total number of forks", in, "kernel.forks_total", NONE);
        add("procs_running", "Number of processes in runnable state", in, "kernel.tasks_runnable", NONE);
        add("procs_blocked", "Number of processes blocked for I/O", in, "kernel.tasks_blocked", NONE);
        add("entropy_available_bits", "Bits of available entropy", in, "kernel.entropy_available", NONE);
        add("filefd_allocated", "File descriptors: allocated", in, "kernel.file_handles_used", NONE);
        add("filefd_maximum", "File descriptors: maximum", in, "kernel.file_handles_max", NONE);
        String minor = "kernel.page_faults_minor_total";
        sum("vmstat_pgfault", "/proc/vmstat field pgfault", in, minor, "page_faults_major_total");
        add("vmstat_pgmajfault", "/proc/vmstat field pgmajfault", in, "kernel.page_faults_major_total", NONE);
        add("vmstat_pswpin", "/proc/vmstat field pswpin", in, "kernel.pages_swapped_in_total", NONE);
        add("vmstat_pswpout", "/proc/vmstat field pswpout", in, "kernel.pages_swapped_out_total", NONE);
        add("vmstat_oom_kill", "/proc/vmstat field oom_kill", in, "kernel.oom_kills", NONE);
        add("systemd_units", "Systemd units by state", in, "systemd.failed_count", NONE, "state='failed'");
        add("processes_threads", "Allocated threads in the system", "process", "threads", NONE);
        add("processes_pids", "Number of processes", "process", "total", NONE);
        add("processes_max_processes", "Limit of process ids", in, "kernel.pids_max", NONE);
        add("processes_state", "Processes in each state", "process", "states.running", NONE, "state='R'");
        add("processes_state", "Processes in each state", "process", "states.sleeping", NONE, "state='S'");
        add("processes_state", "Processes in each state", "process", "states.disk_sleep", NONE, "state='D'");
        add("processes_state", "Processes in each state", "process", "states.zombie", NONE, "state='Z'");
        add("processes_state", "Processes in each state", "process", "states.stopped", NONE, "state='T'");
        add("processes_state", "Processes in each state", "process", "states.idle", NONE, "state='I'");
    }

    private void pressure() {
        pressure("cpu_waiting", "cpu.some");
        pressure("memory_waiting", "memory.some");
        pressure("memory_stalled", "memory.full");
        pressure("io_waiting", "io.some");
        pressure("io_stalled", "io.full");
    }

    private void pressure(String metric, String path) {
        String help = "Total time in seconds without progress: " + metric;
        String field = "pressure." + path + ".stalled_seconds_total";
        add("pressure_" + metric + "_seconds_total", help, "system", field, NONE);
    }

    private void sockets() {
        sockets("sockets_used", "used");
        sockets("TCP_inuse", "tcp");
        sockets("TCP_orphan", "tcp_orphaned");
        sockets("TCP_tw", "tcp_time_wait");
        sockets("TCP6_inuse", "tcp6");
        sockets("UDP_inuse", "udp");
        sockets("UDP6_inuse", "udp6");
        sockets("RAW_inuse", "raw");
        sockets("RAW6_inuse", "raw6");
    }

    private void sockets(String metric, String field) {
        add("sockstat_" + metric, "Number of sockets: " + metric, "system", "sockets." + field, NONE);
    }

    private void protocols() {
        netstat("Tcp_CurrEstab", "tcp.established");
        netstat("Tcp_InSegs", "tcp.segments_in_total");
        netstat("Tcp_OutSegs", "tcp.segments_out_total");
        netstat("Tcp_RetransSegs", "tcp.retransmits_total");
        netstat("Tcp_InErrs", "tcp.errors_in_total");
        netstat("Tcp_ActiveOpens", "tcp.active_opens_total");
        netstat("Tcp_PassiveOpens", "tcp.passive_opens_total");
        netstat("Tcp_OutRsts", "tcp.resets_sent_total");
        netstat("TcpExt_TCPTimeouts", "tcp.timeouts_total");
        netstat("TcpExt_TCPSynRetrans", "tcp.syn_retransmits_total");
        netstat("TcpExt_ListenOverflows", "tcp.listen_overflows_total");
        netstat("TcpExt_ListenDrops", "tcp.listen_drops_total");
        netstat("TcpExt_SyncookiesSent", "tcp.syn_cookies_sent_total");
        for (String udp : new String[] {"Udp", "Udp6"}) {
            String group = udp.equals("Udp") ? "udp." : "udp6.";
            netstat(udp + "_InDatagrams", group + "datagrams_in_total");
            netstat(udp + "_OutDatagrams", group + "datagrams_out_total");
            netstat(udp + "_NoPorts", group + "no_port_total");
            netstat(udp + "_InErrors", group + "errors_in_total");
            netstat(udp + "_RcvbufErrors", group + "receive_buffer_errors_total");
            netstat(udp + "_SndbufErrors", group + "send_buffer_errors_total");
        }
        for (String icmp : new String[] {"Icmp", "Icmp6"}) {
            String group = icmp.equals("Icmp") ? "icmp." : "icmp6.";
            netstat(icmp + "_InMsgs", group + "messages_in_total");
            netstat(icmp + "_OutMsgs", group + "messages_out_total");
            netstat(icmp + "_InErrors", group + "errors_in_total");
        }
    }

    private void netstat(String metric, String path) {
        add("netstat_" + metric, "Statistic " + metric.replace("_", ""), "system", path, NONE);
    }

    private void sensors() {
        String in = "sensors";
        String[] sensor = {"chip=device", "sensor=label"};
        add("hwmon_temp_celsius", "Hardware monitor for temperature", in, "temperatures[].temperature", NONE, sensor);
        add("hwmon_temp_max_celsius", "Upper limit of a temperature", in, "temperatures[].max", NONE, sensor);
        add("hwmon_temp_crit_celsius", "Critical temperature", in, "temperatures[].critical", NONE, sensor);
        add("hwmon_fan_rpm", "Hardware monitor for fan revolutions per minute", in, "fans[].speed", NONE, sensor);
        add("hwmon_in_volts", "Hardware monitor for voltage", in, "voltages[].voltage", NONE, sensor);
        add("hwmon_curr_amps", "Hardware monitor for current", in, "currents[].current", NONE, sensor);
        add("hwmon_power_watt", "Hardware monitor for power", in, "powers[].power", NONE, sensor);
        for (String list : List.of("temperatures", "fans", "voltages", "currents", "powers")) {
            String help = "Names of the chips";
            add("hwmon_chip_names", help, in, list + "[].chip", PRESENT, "chip=device", "chip_name=chip");
        }
        add("power_supply_online", "Whether it feeds", in, "supplies[].online", NONE, "power_supply=name");
        add(
                "power_supply_capacity",
                "How full it is, in percent",
                in,
                "batteries[].percentage",
                NONE,
                "power_supply=name");
    }
}
