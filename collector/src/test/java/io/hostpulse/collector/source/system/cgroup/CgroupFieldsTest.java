package io.hostpulse.collector.source.system.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary trees in the form of /proc/self and of a mounted cgroup v2. */
class CgroupFieldsTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path root;

    private final AtomicLong clock = new AtomicLong();
    private Path mount;

    @BeforeEach
    void mountCgroups() throws IOException {
        mount = Files.createDirectories(root.resolve("a mount/cgroup"));
        mounted("/");
    }

    private void mounted(String group) throws IOException {
        String point = mount.toString().replace(" ", "\\040");
        write(root.resolve("self/mountinfo"), """
                22 1 0:20 / /proc rw,relatime shared:12 - proc proc rw
                31 23 0:28 %s %s rw,nosuid shared:4 master:2 - cgroup2 cgroup2 rw,nsdelegate
                """.formatted(group, point));
    }

    @Test
    void tellLimitsAndUseOfAContainerWhoseRootIsItsOwnGroup() throws Exception {
        member("0::/\n");
        Path group = group("");
        limits(group, "1073741824", "200000 100000", "512");
        FieldGroup fields = CgroupFields.open(root, clock::get);
        Groups.read(fields);
        write(group.resolve("cpu.stat"), "usage_usec 4500000\nnr_throttled 8\nthrottled_usec 500000\n");
        write(group.resolve("memory.events"), "low 0\nhigh 0\nmax 30\noom 1\noom_kill 1\n");
        write(group.resolve("io.stat"), "8:0 rbytes=5096 wbytes=100 rios=3 wios=2 dbytes=0 dios=0\n");
        clock.addAndGet(2 * SECOND);
        Fields read = Groups.read(fields);

        assertThat(Groups.at(read, "cgroup.path")).isEqualTo(new Value.Text("/"));
        assertThat(Groups.at(read, "cgroup.memory_limit")).isEqualTo(new Value.Whole(1073741824));
        assertThat(Groups.at(read, "cgroup.memory_used")).isEqualTo(new Value.Whole(536870912));
        assertThat(Groups.at(read, "cgroup.memory_percentage")).isEqualTo(new Value.Real(50));
        assertThat(Groups.at(read, "cgroup.memory_oom_kills")).isEqualTo(new Value.Whole(1));
        assertThat(Groups.at(read, "cgroup.memory_limit_hits_per_sec")).isEqualTo(new Value.Real(10));
        assertThat(Groups.at(read, "cgroup.cpu_limit_cores")).isEqualTo(new Value.Real(2));
        assertThat(Groups.at(read, "cgroup.cpu_used_cores")).isEqualTo(new Value.Real(1.75));
        assertThat(Groups.at(read, "cgroup.cpu_throttles_per_sec")).isEqualTo(new Value.Real(4));
        assertThat(Groups.at(read, "cgroup.cpu_throttled_ms_per_sec")).isEqualTo(new Value.Real(250));
        assertThat(Groups.at(read, "cgroup.pids_percentage")).isEqualTo(new Value.Real(6.25));
        assertThat(Groups.at(read, "cgroup.io_read_bytes_per_sec")).isEqualTo(new Value.Real(500));
        assertThat(Groups.at(read, "cgroup.io_writes_per_sec")).isEqualTo(new Value.Real(1));
    }

    @Test
    void compareUseAndLimitInTheGroupThatSetsTheTightestLimit() throws Exception {
        member("0::/system.slice/hostpulse.service\n");
        Path slice = group("system.slice");
        Path service = group("system.slice/hostpulse.service");
        limits(slice, "1000", "150000 100000", "100");
        limits(service, "max", "max 100000", "max");
        write(slice.resolve("memory.current"), "250\n");
        write(service.resolve("memory.current"), "10\n");
        Fields read = Groups.read(CgroupFields.open(root, clock::get));

        assertThat(Groups.at(read, "cgroup.path")).isEqualTo(new Value.Text("/system.slice/hostpulse.service"));
        assertThat(Groups.at(read, "cgroup.memory_limit")).isEqualTo(new Value.Whole(1000));
        assertThat(Groups.at(read, "cgroup.memory_percentage")).isEqualTo(new Value.Real(25));
        assertThat(Groups.at(read, "cgroup.cpu_limit_cores")).isEqualTo(new Value.Real(1.5));
    }

    @Test
    void saysThatNoLimitIsSet() throws Exception {
        member("0::/\n");
        limits(group(""), "max", "max 100000", "max");
        Fields read = Groups.read(CgroupFields.open(root, clock::get));

        assertThat(Groups.reason(Groups.at(read, "cgroup.memory_limit"))).startsWith("no limit is set");
        assertThat(Groups.reason(Groups.at(read, "cgroup.memory_high"))).startsWith("no limit is set");
        assertThat(Groups.reason(Groups.at(read, "cgroup.cpu_limit_cores"))).startsWith("no limit is set");
        assertThat(Groups.at(read, "cgroup.memory_used")).isEqualTo(new Value.Whole(536870912));
    }

    @Test
    void saysWhichControllersAreNotEnabled() throws Exception {
        member("0::/\n");
        write(group("").resolve("cpu.stat"), "usage_usec 500\n");
        Fields read = Groups.read(CgroupFields.open(root, clock::get));

        assertThat(Groups.reason(Groups.at(read, "cgroup.memory_used"))).contains("memory.current");
        assertThat(Groups.reason(Groups.at(read, "cgroup.pids_used"))).contains("pids.current");
        assertThat(Groups.reason(Groups.at(read, "cgroup.cpu_throttles_per_sec")))
                .contains("not enabled");
        assertThat(Groups.reason(Groups.at(read, "cgroup.io_reads_per_sec"))).contains("io.stat");
    }

    @Test
    void findTheGroupWhereOnlyAPartOfTheTreeIsMounted() throws Exception {
        mounted("/docker/4711");
        member("0::/docker/4711/worker\n");
        limits(group("worker"), "1000", "max 100000", "max");
        assertThat(Groups.at(Groups.read(CgroupFields.open(root, clock::get)), "cgroup.memory_limit"))
                .isEqualTo(new Value.Whole(1000));
    }

    @Test
    void areMissingWhereTheGroupCannotBeSeen() throws Exception {
        member("0::/../other\n");
        assertThat(reason()).contains("/../other is not visible");
        mounted("/docker/4711");
        member("0::/docker/4712\n");
        assertThat(reason()).contains("/docker/4712 is not visible");
    }

    @Test
    void areMissingInTheRootGroupWithCgroupV1AndWithoutAny() throws Exception {
        member("0::/\n");
        assertThat(reason()).contains("root group");
        member("4:memory:/process\n1:cpu,cpuacct:/\n0::/\n");
        assertThat(reason()).contains("cgroup v1");
        member("1:name=systemd:/\n");
        assertThat(reason()).contains("does not use cgroup v2");
        member("0::/\n");
        write(root.resolve("self/mountinfo"), "22 1 0:20 / /proc rw,relatime - proc proc rw\n");
        assertThat(reason()).contains("not mounted");
        Files.delete(root.resolve("self/cgroup"));
        assertThat(reason()).contains("self/cgroup");
    }

    @Test
    void sumAllDevicesWhateverElseTheirLinesHold() throws Exception {
        member("0::/\n");
        Path group = group("");
        write(group.resolve("io.stat"), "8:16 8:0 rbytes=1 wbytes=2 rios=0 wios=0 cost.vrate=100.0\n253:0\n");
        FieldGroup fields = CgroupFields.open(root, clock::get);
        Groups.read(fields);
        write(group.resolve("io.stat"), "8:16 rbytes=4 wbytes=2 rios=0 wios=0\n8:0 rbytes=7 wbytes=2 rios=0 wios=0\n");
        clock.addAndGet(SECOND);
        assertThat(Groups.at(Groups.read(fields), "cgroup.io_read_bytes_per_sec"))
                .isEqualTo(new Value.Real(10));
    }

    private String reason() {
        return Groups.reason(Groups.at(Groups.read(CgroupFields.open(root, clock::get)), "cgroup"));
    }

    private void member(String content) throws IOException {
        write(root.resolve("self/cgroup"), content);
    }

    private Path group(String path) throws IOException {
        Path folder = mount.resolve(path);
        write(folder.resolve("cgroup.type"), "domain\n");
        return folder;
    }

    private static void limits(Path group, String memory, String cpu, String pids) throws IOException {
        write(group.resolve("memory.max"), memory + "\n");
        write(group.resolve("memory.high"), "max\n");
        write(group.resolve("memory.current"), "536870912\n");
        write(group.resolve("memory.events"), "low 0\nhigh 0\nmax 10\noom 0\noom_kill 0\n");
        write(group.resolve("cpu.max"), cpu + "\n");
        write(group.resolve("cpu.stat"), "usage_usec 1000000\nuser_usec 1\nnr_throttled 0\nthrottled_usec 0\n");
        write(group.resolve("pids.max"), pids + "\n");
        write(group.resolve("pids.current"), "32\n");
        write(group.resolve("io.stat"), "8:0 rbytes=4096 wbytes=100 rios=1 wios=0 dbytes=0 dios=0\n");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
