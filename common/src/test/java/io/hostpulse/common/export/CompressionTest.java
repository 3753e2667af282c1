package io.hostpulse.common.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItTook(Compression compression) throws IOException {
        for (int length : List.of(0, 1, 100, 70_000, 5_000_000)) {
            byte[] text = text(length);
            assertThat(expanded(compression, compressed(compression, text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void isMuchSmallerForRecordsThatAreAlike(Compression compression) throws IOException {
        assertThat(compressed(compression, text(1_000_000))).hasSizeLessThan(300_000);
    }

    @Test
    void zstdFindsWhatRepeatsAllTheWayToTheEnd() throws IOException {
        byte[] record = text(2_000);
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        for (int i = 0; i < 3_000; i++) {
            repeated.write(record);
        }
        assertThat(compressed(Compression.ZSTD, repeated.toByteArray())).hasSizeLessThan(60_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void failsAtWhatIsCutOff(Compression compression) throws IOException {
        byte[] whole = compressed(compression, text(200_000));
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);
        assertThatThrownBy(() -> expanded(compression, cut)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheFileOpenSoThatItCanBeForced(Compression compression) throws IOException {
        boolean[] closed = {false};
        OutputStream file = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        compression.into(file).close();
        assertThat(closed[0]).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"none,NONE", "gzip,GZIP", "zstd,ZSTD", "ZSTD,ZSTD", "true,GZIP", "on,GZIP", "false,NONE", "no,NONE"})
    void understandsWords(String word, Compression meant) {
        assertThat(Compression.named(word)).contains(meant);
    }

    @Test
    void understandsNoOtherWord() {
        assertThat(Compression.named("zip")).isEmpty();
        assertThat(Compression.named("")).isEmpty();
    }

    @Test
    void seesByTheNameHowAFileIsCompressed() {
        assertThat(List.of("a.json", "a.json.gz", "a.json.zst", "gz"))
                .extracting(Compression::ofFile)
                .containsExactly(Compression.NONE, Compression.GZIP, Compression.ZSTD, Compression.NONE);
    }

    @ParameterizedTest
    @CsvSource({"gzip,GZIP", "zstd,ZSTD"})
    void isReadByTheProgramOfThatName(String program, Compression compression) throws Exception {
        assumeTrue(isInstalled(program), "there is no program " + program);
        byte[] text = text(3_000_000);
        Path file = Files.write(directory.resolve("text" + compression.suffix()), compressed(compression, text));
        Path expanded = directory.resolve("expanded");
        Process process = new ProcessBuilder(program, "-dc", file.toString())
                .redirectOutput(expanded.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.mismatch(expanded, Files.write(directory.resolve("text"), text)))
                .isEqualTo(-1);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Like records of a queue: much the same in each, with numbers that differ. */
    private static byte[] text(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length + 100);
        while (text.length() < length) {
            text.append("{\"stream\":\"memory\",\"data\":{\"used\":")
                    .append(random.nextInt())
                    .append("}}\n");
        }
        return text.substring(0, length).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(Compression compression, byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.into(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] expanded(Compression compression, byte[] bytes) throws IOException {
        try (InputStream in = compression.outOf(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
