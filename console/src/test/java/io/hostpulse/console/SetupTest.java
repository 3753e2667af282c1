package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {

    @TempDir
    private Path root;

    private ConsoleFixture console;

    @BeforeEach
    void create() throws IOException {
        console = new ConsoleFixture(root);
    }

    private String dataOf(String... more) {
        String[] args = new String[more.length + 1];
        args[0] = "status";
        System.arraycopy(more, 0, args, 1, more.length);
        console.run(args);
        String line = console.out().lines().reduce((first, last) -> last).orElseThrow();
        return line.substring("Hostpulse is not running on ".length(), line.indexOf(": start"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve(file).getParent())
                        .resolve(Path.of(file).getFileName()),
                text);
    }

    @Test
    void keepsTheDataBesideTheProjectUnlessToldOtherwise() {
        assertThat(dataOf()).isEqualTo(root + "/data");
        console.properties.put("hostpulse.home", "/opt/hostpulse");
        assertThat(dataOf()).isEqualTo("/opt/hostpulse/data");
    }

    @Test
    void takesTheConfiguredDirectory() throws IOException {
        write("etc/my.yaml", "data:\n  directory: here\n");
        assertThat(dataOf("--config", "etc/my.yaml")).isEqualTo(root + "/etc/here");
        console.properties.put("hostpulse.config", root + "/etc/my.yaml");
        assertThat(dataOf()).isEqualTo(root + "/etc/here");
        assertThat(dataOf("--set", "data.directory=/else/where")).isEqualTo("/else/where");
    }

    @Test
    void believesTheFlagMostAndThenTheScript() {
        console.properties.put("hostpulse.data", "/from/script");
        assertThat(dataOf()).isEqualTo("/from/script");
        assertThat(dataOf("--data", "from/flag")).isEqualTo(root + "/from/flag");
    }

    @Test
    void looksInSpiteOfMistakesThatDoNotConcernTheData() throws IOException {
        write("config.yaml", "borker:\n  port: 1\n");
        assertThat(dataOf()).isEqualTo(root + "/data");
        write("config.yaml", "data:\n  directroy: x\n");
        assertThat(console.run("status")).isEqualTo(2);
        assertThat(console.err()).contains("data.directroy: unknown key; did you mean 'directory'?");
    }
}
