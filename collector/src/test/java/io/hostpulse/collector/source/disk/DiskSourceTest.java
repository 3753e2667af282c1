package io.hostpulse.collector.source.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.patience.PatientAsker;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiskSourceTest {

    private final Map<String, Space> spaces = new HashMap<>(Map.of("/", new Space(1000, 400, 500, 100, 60)));
    private final FakeDisks disks = new FakeDisks();

    @Test
    void countsThePercentageAsDfDoes() throws Exception {
        disks.mounts = List.of(mount("8:1", "/", "ext4"));
        Fields fields = read(List.of());

        assertThat(fields.get("total")).contains(new Value.Whole(1000));
        assertThat(fields.get("used")).contains(new Value.Whole(400));
        assertThat(fields.get("free")).contains(new Value.Whole(500));
        assertThat(fields.get("percentage")).contains(new Value.Real(44.44));
        assertThat(fields.get("path")).contains(new Value.Text("/"));
        assertThat(mounts(fields).get(0).get("inodes_percentage")).contains(new Value.Real(40));
    }

    @Test
    void dropsAFilesystemWithoutSizeUnlessItIsListed() throws Exception {
        disks.mounts = List.of(mount("8:1", "/", "ext4"), mount("0:77", "/newfs", "newfs"));
        spaces.put("/newfs", new Space(0, 0, 0, 0, 0));

        assertThat(mounts(read(List.of()))).hasSize(1);
        Fields listed = mounts(read(List.of("/newfs"))).get(0);
        assertThat(listed.get("percentage")).contains(new Value.Missing("it has no size"));
    }

    @Test
    void saysThatAFilesystemDoesNotCountInodes() throws Exception {
        disks.mounts = List.of(mount("0:30", "/", "btrfs"));
        spaces.put("/", new Space(1000, 400, 500, 0, 0));
        assertThat(mounts(read(List.of())).get(0).get("inodes_used").orElseThrow())
                .isInstanceOf(Value.Missing.class);
    }

    @Test
    void saysWhatIsWrongWithAListedPath() throws Exception {
        Fields listed = mounts(read(List.of("/gone"))).get(0);
        assertThat(listed.get("total")).contains(new Value.Missing("/gone: no such file or directory"));
        assertThat(listed.get("device").orElseThrow()).isInstanceOf(Value.Missing.class);
    }

    private Fields read(List<String> paths) throws IOException {
        DiskOptions options = new DiskOptions(paths, Set.of(), new Globs(List.of()), "/");
        PatientAsker<Space> asker =
                new PatientAsker<>(this::ask, "disk-space", Duration.ofSeconds(10), System::nanoTime);
        try (DiskSource source =
                new DiskSource(disks, new MountSelection(options), asker, new DiskMeter(disks, System::nanoTime))) {
            return ((Reading.Ok) source.read()).fields();
        }
    }

    private Space ask(String path) throws IOException {
        if (!spaces.containsKey(path)) {
            throw new IOException(path + ": no such file or directory");
        }
        return spaces.get(path);
    }

    private static Mount mount(String id, String path, String type) {
        return new Mount(id, path, type, "/dev/" + id, false);
    }

    private static List<Fields> mounts(Fields fields) {
        return ((Value.Sequence) fields.get("mounts").orElseThrow())
                .values().stream().map(Fields.class::cast).toList();
    }
}
