package io.hostpulse.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.system.CapturedSystem;
import io.hostpulse.common.model.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps docs/METRICS.md complete: one section for each source, one row for each field. */
class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/METRICS.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @TempDir
    Path folder;

    @TempDir
    Path data;

    static Stream<SourceType> all() {
        return SourceTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesEveryFieldThatIsRead(SourceType type) throws Exception {
        Set<String> documented = documented(type.name());
        assertThat(emitted(type)).allMatch(path -> isIn(documented, path));
    }

    private static boolean isIn(Set<String> documented, String path) {
        return documented.contains(path) || documented.contains(path.substring(0, path.lastIndexOf('.') + 1) + "*");
    }

    /** The tests need not run in a control group, so that its fields are also read from a captured tree. */
    private Set<String> emitted(SourceType type) throws Exception {
        Set<String> paths = new TreeSet<>();
        try (SmallHostpulse hostpulse = new SmallHostpulse(data);
                Examples examples = new Examples(folder);
                Source source = OpenSources.open(type, examples.optionsOf(type).node(), folder, hostpulse.context())) {
            Leaves.of(((Reading.Ok) source.read()).fields(), (path, value) -> paths.add(path));
        }
        if (type.name().equals("system")) {
            Leaves.of(CapturedSystem.read(folder), (path, value) -> paths.add(path));
        }
        return paths;
    }

    private static Set<String> documented(String source) throws IOException {
        Set<String> fields = new TreeSet<>();
        Matcher rows = ROW.matcher(section(Files.readString(DOCUMENT), source));
        while (rows.find()) {
            fields.add(rows.group(1));
        }
        return fields;
    }

    private static String section(String document, String source) {
        String heading = "\n## " + source + "\n";
        int start = document.indexOf(heading);
        assertThat(start).as("a section '## " + source + "'").isNotNegative();
        int end = document.indexOf("\n## ", start + heading.length());
        return document.substring(start, end < 0 ? document.length() : end);
    }
}
