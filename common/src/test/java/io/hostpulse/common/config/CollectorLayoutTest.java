package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorLayoutTest {

    /** With the shortest list of sources that is not the default one. */
    private static final String SOURCES = "sources: {shop: {type: http}}\n";

    @TempDir
    Path directory;

    @Test
    void givesEachSourceAProcessOfItsOwnUnlessTold() {
        assertThat(layout(""))
                .containsKeys("processor", "memory", "disk", "shop")
                .hasSize(SourceSettings.DEFAULT_NAMES.size() + 1)
                .containsEntry("disk", new CollectorProcess("collector-disk", List.of("disk"), false));
    }

    @Test
    void putsSourcesTogether() {
        assertThat(layout("processes: {small: [memory, shop]}"))
                .containsKeys("processor", "small", "disk")
                .doesNotContainKeys("memory", "shop")
                .containsEntry("small", new CollectorProcess("collector-small", List.of("memory", "shop"), true));
    }

    @Test
    void putsTheRestTogether() {
        assertThat(layout("processes: {slow: [disk, shop], all: ['*']}"))
                .containsOnlyKeys("all", "slow")
                .hasEntrySatisfying("all", all -> assertThat(all.sources())
                        .contains("processor", "memory", "network")
                        .doesNotContain("disk", "shop"));
    }

    @Test
    void aGroupOfOneIsAGroup() {
        assertThat(layout("processes: {lonely: shop}"))
                .containsEntry("lonely", new CollectorProcess("collector-lonely", List.of("shop"), true));
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(problems("processes: {a: [memry], b: [disk], c: [disk, disk], d: ['*'], e: ['*']}"))
                .containsExactly(
                        "config.yaml:1: processes.a: there is no source 'memry'; did you mean 'memory'?",
                        "config.yaml:1: processes.c: the source 'disk' is in 'b' already",
                        "config.yaml:1: processes.e: '*' is every source in no other group, and 'd' has them already");
        assertThat(problems("processes: {memory: [memory], Big: [disk]}"))
                .containsExactly(
                        "config.yaml:1: processes.memory: there is a source of this name: choose another for the process",
                        "config.yaml:1: processes.Big: not a name for a process: use up to 32 lower-case letters, digits, '_' or '-',"
                                + " and begin with a letter");
    }

    private Map<String, CollectorProcess> layout(String yaml) {
        return CollectorLayout.read(Sample.in(directory).file(SOURCES + yaml).root());
    }

    private List<String> problems(String yaml) {
        return Sample.in(directory).file(yaml).problems(CollectorLayout::read);
    }
}
