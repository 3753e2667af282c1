package io.hostpulse.prometheus.table;

import static io.hostpulse.prometheus.table.Scale.MEGABITS;
import static io.hostpulse.prometheus.table.Scale.MEGAHERTZ;
import static io.hostpulse.prometheus.table.Scale.NANOS;
import static io.hostpulse.prometheus.table.Scale.NONE;
import static io.hostpulse.prometheus.table.Scale.PERCENT;
import static io.hostpulse.prometheus.table.Scale.PER_HOUR;
import static io.hostpulse.prometheus.table.Scale.RUNNING;
import static io.hostpulse.prometheus.table.Scale.TIME;

import java.util.ArrayList;
import java.util.List;

/** The names of our own: what the streams hold, in base units. */
final class HostpulseTable {

    private static final String[] CHIP = {"chip=chip", "device=device", "sensor=label"};
    private static final String[] CARD = {"gpu=id", "name=name", "uuid=uuid"};
    private static final String[] MOUNT = {"path=path", "device=device", "type=type"};

    private final List<Row> rows = new ArrayList<>();

    private HostpulseTable() {}

    static List<Row> rows() {
        HostpulseTable table = new HostpulseTable();
        table.processor();
        table.memory();
        table.disk();
        table.network();
        table.gpu();
        table.sensors();
        table.system();
        table.process();
        table.pipeline();
        table.counters();
        return List.copyOf(table.rows);
    }

    private void add(String metric, String help, String stream, String path, Scale scale, String... labels) {
        rows.add(Row.of("hostpulse_" + metric, help, stream, path, scale, labels));
    }

    private void processor() {
        String in = "processor";
        add("processor_usage_ratio", "Time spent working, of all cores", in, "usage_percent", PERCENT);
        add("processor_core_usage_ratio", "Time spent working, of one core", in, "per_core_usage[]", PERCENT, "core=#");
        add("processor_frequency_hertz", "Mean clock", in, "frequency_current", MEGAHERTZ);
        add("processor_core_frequency_hertz", "Clock of a core", in, "per_core_frequency[]", MEGAHERTZ, "core=#");
        add("processor_cores", "Physical cores", in, "core_count", NONE);
        add("processor_logical_cores", "Logical cores that are online", in, "logical_count", NONE);
        for (String mode : new String[] {"user", "system", "iowait", "steal", "idle"}) {
            String label = "mode='" + mode + "'";
            add("processor_mode_ratio", "Where the time of all cores went", in, mode + "_percent", PERCENT, label);
        }
        for (String minutes : new String[] {"1", "5", "15"}) {
            String label = "minutes='" + minutes + "'";
            add("processor_load", "Tasks that wanted to run, on average", in, "load_" + minutes + "m", NONE, label);
        }
    }

    private void memory() {
        String in = "memory";
        add("memory_total_bytes", "Memory that the kernel manages", in, "total", NONE);
        add("memory_available_bytes", "What programs can still get without swapping", in, "available", NONE);
        add("memory_used_bytes", "Total without available", in, "used", NONE);
        add("memory_used_ratio", "Used of total", in, "percentage", PERCENT);
        add("memory_free_bytes", "Used by nothing", in, "free", NONE);
        add("memory_buffers_bytes", "Buffers of block devices", in, "buffers", NONE);
        add("memory_cached_bytes", "Page cache and reclaimable slabs", in, "cached", NONE);
        add("swap_total_bytes", "Swap space", in, "swap.total", NONE);
        add("swap_used_bytes", "Swap space in use", in, "swap.used", NONE);
        add("swap_used_ratio", "Swap space in use, of all of it", in, "swap.percentage", PERCENT);
    }

    private void disk() {
        String in = "disk";
        add("filesystem_size_bytes", "Size of a filesystem", in, "mounts[].total", NONE, MOUNT);
        add("filesystem_used_bytes", "In use", in, "mounts[].used", NONE, MOUNT);
        add("filesystem_available_bytes", "Free for everyone", in, "mounts[].free", NONE, MOUNT);
        add(
                "filesystem_used_ratio",
                "Used of used and available, as df counts",
                in,
                "mounts[].percentage",
                PERCENT,
                MOUNT);
        add("filesystem_inodes", "Files that it can hold", in, "mounts[].inodes_total", NONE, MOUNT);
        add("filesystem_inodes_free", "Files that it can still take", in, "mounts[].inodes_free", NONE, MOUNT);
        add("filesystem_read_only", "Whether nothing can be written", in, "mounts[].read_only", NONE, MOUNT);
        String device = "device=name";
        add("disk_reads_total", "Finished reads", in, "devices[].reads_total", NONE, device);
        add("disk_writes_total", "Finished writes", in, "devices[].writes_total", NONE, device);
        add("disk_read_bytes_total", "Bytes read", in, "devices[].read_bytes_total", NONE, device);
        add("disk_written_bytes_total", "Bytes written", in, "devices[].write_bytes_total", NONE, device);
        add("disk_busy_seconds_total", "Time with a request in work", in, "devices[].busy_seconds_total", NONE, device);
        add("disk_busy_ratio", "Share of time with a request in work", in, "devices[].busy_percent", PERCENT, device);
        add("disk_queue_depth", "Requests in work, on average", in, "devices[].queue_depth", NONE, device);
    }

    private void network() {
        String in = "network";
        String name = "interface=name";
        add("network_up", "Whether it can carry traffic", in, "interfaces[].up", NONE, name);
        add("network_speed_bytes", "Speed of the link, a second", in, "interfaces[].speed_mbps", MEGABITS, name);
        for (String way : new String[] {"sent", "recv"}) {
            String metric = way.equals("sent") ? "sent" : "received";
            String label = "Since it came up: " + metric;
            add("network_" + metric + "_bytes_total", label, in, "interfaces[].bytes_" + way, NONE, name);
            add("network_" + metric + "_packets_total", label, in, "interfaces[].packets_" + way, NONE, name);
            String end = way.equals("sent") ? "out" : "in";
            add(
                    "network_" + metric + "_errors_total",
                    label + " with errors",
                    in,
                    "interfaces[].errors_" + end,
                    NONE,
                    name);
            add(
                    "network_" + metric + "_drops_total",
                    label + ", and dropped",
                    in,
                    "interfaces[].drops_" + end,
                    NONE,
                    name);
        }
        for (String state : List.of(
                "established",
                "syn_sent",
                "syn_recv",
                "fin_wait1",
                "fin_wait2",
                "time_wait",
                "close",
                "close_wait",
                "last_ack",
                "listen",
                "closing")) {
            String help = "TCP sockets in a state";
            add("network_connections", help, in, "connections." + state, NONE, "state='" + state + "'");
        }
    }

    private void gpu() {
        String in = "gpu";
        add("gpu_usage_ratio", "Time in which it computed or drew", in, "gpus[].gpu_usage_percent", PERCENT, CARD);
        add("gpu_memory_total_bytes", "Its memory", in, "gpus[].memory_total", NONE, CARD);
        add("gpu_memory_used_bytes", "Its memory in use", in, "gpus[].memory_used", NONE, CARD);
        add(
                "gpu_memory_busy_ratio",
                "Time in which its memory was used",
                in,
                "gpus[].memory_bandwidth_percent",
                PERCENT,
                CARD);
        add("gpu_temperature_celsius", "Temperature of the chip", in, "gpus[].temperature", NONE, CARD);
        add("gpu_fan_ratio", "Speed the fan is told to run at", in, "gpus[].fan_percent", PERCENT, CARD);
        add("gpu_power_watts", "Power it takes", in, "gpus[].power_draw", NONE, CARD);
        add("gpu_power_limit_watts", "Power it may take", in, "gpus[].power_limit", NONE, CARD);
        add("gpu_graphics_clock_hertz", "Clock of the chip", in, "gpus[].clock_graphics", MEGAHERTZ, CARD);
        add("gpu_memory_clock_hertz", "Clock of its memory", in, "gpus[].clock_memory", MEGAHERTZ, CARD);
        String[] card = {"gpu=id", "name=name", "uuid=uuid", "state=state"};
        add("gpu_info", "A card, and whether it is active, asleep or lost", in, "gpus[].state", Scale.PRESENT, card);
    }

    private void sensors() {
        String in = "sensors";
        add("sensor_temperature_celsius", "Temperature", in, "temperatures[].temperature", NONE, CHIP);
        add("sensor_temperature_max_celsius", "Upper limit", in, "temperatures[].max", NONE, CHIP);
        add("sensor_temperature_critical_celsius", "Damage is near", in, "temperatures[].critical", NONE, CHIP);
        add("sensor_fan_rpm", "Turns a minute", in, "fans[].speed", NONE, CHIP);
        add("sensor_volts", "Voltage", in, "voltages[].voltage", NONE, CHIP);
        add("sensor_amperes", "Current", in, "currents[].current", NONE, CHIP);
        add("sensor_watts", "Power", in, "powers[].power", NONE, CHIP);
        add("battery_charge_ratio", "How full it is", in, "batteries[].percentage", PERCENT, "battery=name");
        add("supply_online", "Whether it feeds", in, "supplies[].online", NONE, "supply=name", "type=type");
    }

    private void system() {
        String in = "system";
        String[] host = {"hostname=hostname", "os=os_name", "release=os_release", "machine=machine"};
        add("host_info", "The machine that is watched", in, "hostname", Scale.PRESENT, host);
        add("host_boot_time_seconds", "When it was started, since 1970", in, "boot_time", TIME);
        add("host_uptime_seconds", "For how long it runs", in, "uptime_seconds", NONE);
        add("host_processes", "Processes", in, "processes", NONE);
        add("host_threads", "Threads of all processes", in, "threads", NONE);
        add("host_user_sessions", "Sessions that are logged in", in, "users.count", NONE);
        add("host_file_handles", "Open files of all processes", in, "kernel.file_handles_used", NONE);
        add("host_file_handles_max", "How many there can be", in, "kernel.file_handles_max", NONE);
        add("host_oom_kills_total", "Processes killed for want of memory", in, "kernel.oom_kills", NONE);
        add("host_failed_units", "Units of systemd that have failed", in, "systemd.failed_count", NONE);
        for (String resource : new String[] {"cpu", "memory", "io"}) {
            for (String tasks : new String[] {"some", "full"}) {
                String[] labels = {"resource='" + resource + "'", "tasks='" + tasks + "'"};
                String path = "pressure." + resource + "." + tasks;
                add(
                        "pressure_stalled_seconds_total",
                        "Time without progress",
                        in,
                        path + ".stalled_seconds_total",
                        NONE,
                        labels);
                add("pressure_ratio", "Share of the last 10 s without progress", in, path + ".avg10", PERCENT, labels);
            }
        }
        add("cgroup_memory_used_bytes", "Of the limited group", in, "cgroup.memory_used", NONE);
        add("cgroup_memory_limit_bytes", "The tightest limit", in, "cgroup.memory_limit", NONE);
    }

    private void process() {
        String in = "process";
        for (String state : List.of("running", "sleeping", "disk_sleep", "stopped", "zombie", "idle")) {
            add(
                    "host_processes_by_state",
                    "Processes in a state",
                    in,
                    "states." + state,
                    NONE,
                    "state='" + state + "'");
        }
        String name = "name=name";
        add("watched_processes", "Processes of a watched name; 0 when none runs", in, "watched[].count", NONE, name);
        add("watched_cpu_ratio", "Their processor time, in cores", in, "watched[].cpu_percent", PERCENT, name);
        add("watched_memory_bytes", "Their resident memory", in, "watched[].memory", NONE, name);
    }

    private void pipeline() {
        String in = "pipeline";
        String name = "process=name";
        add(
                "process_up",
                "Whether a process of Hostpulse runs and is not hung",
                in,
                "processes[].state",
                RUNNING,
                name);
        add("process_restarts_total", "How often it was started again", in, "processes[].restarts", NONE, name);
        add(
                "process_heartbeat_age_seconds",
                "Since its last turn",
                in,
                "processes[].heartbeat_age_seconds",
                NONE,
                name);
        add("process_cpu_ratio", "Its processor time, in cores", in, "processes[].cpu_percent", PERCENT, name);
        add("process_resident_memory_bytes", "Its memory", in, "processes[].rss", NONE, name);
        add("process_heap_used_bytes", "Its heap in use", in, "processes[].heap_used", NONE, name);
        add("process_open_files", "Its open files", in, "processes[].open_files", NONE, name);
        String growth = "Growth of its memory, bytes a second";
        add("process_memory_growth_bytes", growth, in, "processes[].trend.growth_rate_per_hour", PER_HOUR, name);
        add("queue_bytes", "Files of a stream's queue", in, "streams[].bytes_on_disk", NONE, "stream=name");
        add("queue_written_records_total", "Records written", in, "streams[].last_sequence", NONE, "stream=name");
        add(
                "consumer_lag_records",
                "How far a reader is behind, in all streams",
                in,
                "consumers[].lag",
                NONE,
                "consumer=name");
        add(
                "consumer_lost_records",
                "Removed before it read them, as far as is remembered",
                in,
                "consumers[].lost",
                NONE,
                "consumer=name");
    }

    private void counters() {
        counter("reads_total", "Readings taken", "reads_total", NONE);
        counter("read_failures_total", "Readings that gave no data", "read_failures_total", NONE);
        counter("read_overruns_total", "Readings that missed their deadline", "read_overruns_total", NONE);
        counter("ticks_missed_total", "Moments at which it could not read at all", "ticks_missed_total", NONE);
        counter("read_last_seconds", "How long the last reading took", "read_last_duration_ns", NANOS);
        counter("read_seconds_total", "How long all readings took", "read_duration_ns_total", NANOS);
        counter("records_refused_total", "Not written because the disk was full", "records_refused_total", NONE);
        counter("records_overrun_total", "Removed before a consumer read them", "records_overrun_total", NONE);
        counter("records_missing_total", "Missing between two others", "records_missing_total", NONE);
        counter("records_read_total", "Records read from the streams", "records_total", NONE);
        counter("damages_total", "Damaged places in the queues", "damages_total", NONE);
        counter("clients", "Clients connected now", "clients", NONE);
        counter("messages_sent_total", "Messages handed to clients", "messages_sent_total", NONE);
        counter("messages_skipped_total", "Messages a slow client did not get", "messages_skipped_total", NONE);
        counter(
                "clients_closed_slow_total",
                "Clients closed because they took nothing",
                "clients_closed_slow_total",
                NONE);
        counter("broadcasts_total", "Messages composed", "broadcasts_total", NONE);
        counter("notifications_sent_total", "Notifications that arrived", "notifications_sent_total", NONE);
        counter("notifications_failed_total", "Tries that failed", "notifications_failed_total", NONE);
        counter("notifications_dead_total", "Notifications given up", "notifications_dead_total", NONE);
        counter("records_exported_total", "Records that sinks are done with", "records_exported_total", NONE);
        counter("dead_letters_total", "Records that sinks refused for good", "dead_letters_total", NONE);
        counter("write_failures_total", "Writes of sinks that failed", "write_failures_total", NONE);
        counter("backlog_records", "Records that sinks have not written yet", "backlog_records", NONE);
    }

    private void counter(String metric, String help, String counter, Scale scale) {
        add(metric, help, "pipeline", "processes[].counters." + counter, scale, "process=name");
    }
}
