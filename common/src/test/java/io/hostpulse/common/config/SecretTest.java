package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    Path directory;

    @Test
    void neverPrints() {
        assertThat(new Secret("hunter2")).hasToString("***");
        assertThat(Optional.of(new Secret("hunter2")).toString()).doesNotContain("hunter2");
    }

    @Test
    void isEqualToTheSameSecret() {
        assertThat(new Secret("hunter2")).isEqualTo(new Secret("hunter2")).hasSameHashCodeAs(new Secret("hunter2"));
        assertThat(new Secret("hunter2")).isNotEqualTo(new Secret("hunter3"));
    }

    @Test
    void isReadFromItsKey() {
        assertThat(secret(Sample.in(directory).file("password: hunter2"))).contains(new Secret("hunter2"));
        assertThat(secret(Sample.in(directory).variable("HOSTPULSE_PASSWORD", "hunter2")))
                .contains(new Secret("hunter2"));
        assertThat(secret(Sample.in(directory))).isEmpty();
    }

    @Test
    void isReadFromAFileWithoutItsLastNewline() throws IOException {
        Files.writeString(directory.resolve("token"), " hunter2 \n\n");
        assertThat(secret(Sample.in(directory).file("password_file: token")).map(Secret::reveal))
                .contains(" hunter2 \n");
    }

    @Test
    void mayNotBeGivenTwice() throws IOException {
        Files.writeString(directory.resolve("token"), "hunter2\n");
        assertThat(problems("password: hunter2\npassword_file: token\n"))
                .containsExactly("config.yaml:2: password_file: stands beside 'password', which says the same:"
                        + " keep one of them");
    }

    @Test
    void needsAFileThatCanBeRead() throws IOException {
        assertThat(problems("password_file: nowhere\n"))
                .containsExactly(
                        "config.yaml:1: password_file: the file " + directory.resolve("nowhere") + " does not exist");
        Sample throughVariable =
                Sample.in(directory).file("password_file: ${NAME}").variable("NAME", "hunter2");
        assertThat(throughVariable.problems(root -> root.secret("password")))
                .containsExactly("config.yaml:1: password_file: the file '${NAME}' does not exist");
        Files.writeString(directory.resolve("empty"), "\n");
        assertThat(problems("password_file: empty\n"))
                .containsExactly("config.yaml:1: password_file: the file " + directory.resolve("empty") + " is empty");
    }

    @Test
    void isNotShownByItsProblems() {
        assertThat(problems("password: 'hunter2${MISSING}'\n"))
                .singleElement()
                .asString()
                .doesNotContain("hunter2");
        assertThat(problems("password: [hunter2]\n"))
                .containsExactly("config.yaml:1: password: must be one value, not a list");
    }

    private static Optional<Secret> secret(Sample sample) {
        Config config = sample.load();
        Optional<Secret> secret = config.root().secret("password");
        config.finish();
        return secret;
    }

    private List<String> problems(String yaml) {
        return Sample.in(directory).file(yaml).problems(root -> root.secret("password"));
    }
}
