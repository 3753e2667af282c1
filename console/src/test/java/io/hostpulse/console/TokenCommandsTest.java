package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandsTest {

    @TempDir
    private Path root;

    private ConsoleFixture console;

    @BeforeEach
    void create() throws IOException {
        console = new ConsoleFixture(root);
    }

    @Test
    void showsATokenOnceAndKeepsOnlyItsHash() throws IOException {
        String token = out("token", "create", "ann", "--role", "operator").strip();
        assertThat(token).matches("hpt_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file()))
                .contains("\"name\":\"ann\"", "\"role\":\"operator\"", "\"sha256\":\"")
                .doesNotContain(token);
        assertThat(out("token", "list")).doesNotContain(token).containsPattern("ann +operator +.* ago +never +never\n");
    }

    @Test
    void keepsTokensForTheirOwnerOnly() throws IOException {
        console.run("token", "create", "ann");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(console.run("token", "list")).isEqualTo(1);
        assertThat(console.err()).contains("others may write to it: chmod 600");
    }

    @Test
    void makesViewersUnlessToldOtherwise() {
        console.run("token", "create", "screen", "--expires", "90d");
        assertThat(out("token", "list", "--json"))
                .contains("\"name\":\"screen\",\"role\":\"viewer\"", "\"expires\":\"", "\"valid\":true");
    }

    @Test
    void everyTokenIsAnother() {
        assertThat(out("token", "create", "ann")).isNotEqualTo(out("token", "create", "ben"));
    }

    @Test
    void refusesANameTwiceAndNamesThatAreNone() {
        console.run("token", "create", "ann");
        assertThat(console.run("token", "create", "ann")).isEqualTo(2);
        assertThat(console.err()).contains("there is a token 'ann' already");
        assertThat(console.run("token", "create", "a b")).isEqualTo(2);
        assertThat(console.run("token", "create", "ben", "--role", "root")).isEqualTo(2);
        assertThat(console.run("token", "create", "ben", "--expires", "2001-01-01T00:00"))
                .isEqualTo(2);
        assertThat(console.err()).contains("is over already");
    }

    @Test
    void takesATokenBack() {
        console.run("token", "create", "ann");
        assertThat(console.run("token", "revoke", "ana")).isEqualTo(2);
        assertThat(console.err()).contains("there is no token 'ana'; did you mean 'ann'?");
        assertThat(console.run("token", "revoke", "ann")).isZero();
        assertThat(out("token")).startsWith("there are no tokens");
    }

    @Test
    void writesDownWhoMadeAndRevokedWhat() throws IOException {
        String token = out("token", "create", "ann").strip();
        console.run("token", "revoke", "ann");
        assertThat(Files.readString(root.resolve("data/logs/audit.ndjson")))
                .contains("\"action\":\"token create\",\"arguments\":\"ann viewer\",\"result\":\"done\"}\n")
                .contains("\"action\":\"token revoke\",\"arguments\":\"ann\"")
                .doesNotContain(token);
    }

    /** What this command alone prints. */
    private String out(String... args) {
        int before = console.out().length();
        assertThat(console.run(args)).as(console.err()).isZero();
        return console.out().substring(before);
    }

    private Path file() {
        return root.resolve("data/tokens.json");
    }
}
