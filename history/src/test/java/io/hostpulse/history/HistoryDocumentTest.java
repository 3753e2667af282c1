package io.hostpulse.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/HISTORY.md shows is true. */
class HistoryDocumentTest {

    @TempDir
    Path directory;

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(Path.of("../docs/HISTORY.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void itsSettingsAreTheDefaults() throws IOException {
        Path file = Files.writeString(
                directory.resolve("config.yaml"), blocks("yaml").get(0));
        Config config = Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), directory));
        assertThat(config.root().section("history").keys())
                .containsExactly("enabled", "raw", "minutes", "hours", "max_size", "commit_interval", "max_series");
        assertThat(HistorySettings.read(config.root().section("history"))).isEqualTo(HistorySettings.DEFAULTS);
        config.finish();
    }

    @Test
    void itsQueriesAreAnswered() throws IOException {
        HistoryFixture fixture = new HistoryFixture(directory.resolve("history"));
        fixture.writer().close();
        Database database = Database.open(directory.resolve("history/history.db"), true);
        List<String> queries = blocks("sql");
        assertThat(queries).hasSize(6);
        for (String query : queries) {
            assertThat(database.list(query, row -> row.getString(1))).as(query).isEmpty();
        }
        database.close();
    }
}
