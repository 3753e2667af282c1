package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.process.Version;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void isTheSameInTheCodeAndInThePom() throws IOException {
        assertThat(Files.readString(Script.PROJECT.resolve("pom.xml")))
                .contains("<artifactId>hostpulse</artifactId>\n  <version>" + Version.CURRENT + "</version>");
    }
}
