package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlLimitsTest {

    @TempDir
    Path directory;

    @Test
    void aSyntaxErrorHasItsLineAndShowsNoContent() {
        assertThat(problems("a: 1\npassword: hunter2\nb: [1, 2\nc: 3\n"))
                .singleElement()
                .asString()
                .startsWith("config.yaml:4: not valid YAML: ")
                .doesNotContain("hunter2");
    }

    @Test
    void aTabAsIndentationIsExplained() {
        assertThat(problems("a:\n\tb: 1\n"))
                .singleElement()
                .asString()
                .startsWith("config.yaml:2: not valid YAML: ")
                .contains("TAB");
    }

    @Test
    void aKeyWrittenTwiceIsReportedWithBothLines() {
        assertThat(problems("a:\n  b: 1\n  c: 2\n  b: 3\n"))
                .containsExactly("config.yaml:4: a.b: written twice, first in line 2");
    }

    @Test
    void keysMustBeTexts() {
        assertThat(problems("5: x\non: y\n? [a]\n: z\n"))
                .containsExactly(
                        "config.yaml:1: the key '5' is not a text in YAML: put it in quotes",
                        "config.yaml:2: the key 'on' is not a text in YAML: put it in quotes",
                        "config.yaml:3: a key must be a text");
    }

    @Test
    void tagsAreRefused() {
        assertThat(problems("a: !!java.net.URL [x]\n"))
                .singleElement()
                .asString()
                .startsWith("config.yaml:1: not valid YAML: Global tag is not allowed");
        assertThat(problems("a: !url x\nb: !!binary eA==\n"))
                .containsExactly(
                        "config.yaml:1: a: tags such as !url are not supported",
                        "config.yaml:2: b: tags such as tag:yaml.org,2002:binary are not supported");
    }

    @Test
    void aliasesOfSectionsAreRefused() {
        assertThat(problems("a: &x [1]\nc: *x\nd: &r [*r]\n"))
                .containsExactly(
                        "config.yaml:1: c: aliases of lists and sections are not supported: write it out",
                        "config.yaml:3: d: aliases of lists and sections are not supported: write it out");
        assertThat(problems("a:\n  <<: {b: 1}\n"))
                .containsExactly("config.yaml:2: a: merging with '<<' is not supported: write the keys out");
    }

    @Test
    void anAliasOfAValueIsFine() {
        assertThat(Sample.in(directory).file("a: &x 5\nb: *x\n").root().text("b", ""))
                .isEqualTo("5");
    }

    @Test
    void aBombOfAliasesIsDefused() {
        String bomb = "a: &a [x]\n" + "b: [" + "*a, ".repeat(100) + "*a]\n";
        assertThat(problems(bomb)).singleElement().asString().contains("aliases");
    }

    @Test
    void nestingIsLimited() {
        assertThat(problems("a: " + "[".repeat(10_000)))
                .singleElement()
                .asString()
                .startsWith("config.yaml: not valid YAML: ")
                .contains("20");
    }

    @Test
    void theFileIsLimited() {
        assertThat(problems("# " + "x".repeat(1 << 20) + "\n"))
                .containsExactly("config.yaml: the file is larger than 1MB");
    }

    @Test
    void controlCharactersAreRefusedWithTheirLine() {
        assertThat(problems("a: 1\nb: \u0000\n"))
                .containsExactly("config.yaml:2: a control character is not allowed here");
    }

    @Test
    void oneDocumentOnly() {
        assertThat(problems("a: 1\n---\nb: 2\n"))
                .singleElement()
                .asString()
                .startsWith("config.yaml:2: not valid YAML: ")
                .contains("expected a single document");
    }

    @Test
    void theTopMustBeKeys() {
        assertThat(problems("- a\n"))
                .containsExactly("config.yaml:1: the file must consist of keys and their values, such as 'broker:'");
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertThat(Sample.in(directory).file("\ufeffa: 5\n").root().text("a", ""))
                .isEqualTo("5");
    }

    @Test
    void theFileMustBeUtf8() throws IOException {
        Files.write(directory.resolve("config.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        assertThatThrownBy(() -> Config.load(ConfigSources.in(directory)))
                .hasMessage("config.yaml: the file is not UTF-8 text");
    }

    private List<String> problems(String yaml) {
        return Sample.in(directory).file(yaml).problems(root -> root.keys().forEach(key -> {
            if (!key.equals("a") || !yaml.startsWith("a:\n")) {
                root.texts(key, List.of());
            } else {
                root.section(key).keys().forEach(child -> root.section(key).text(child, ""));
            }
        }));
    }
}
