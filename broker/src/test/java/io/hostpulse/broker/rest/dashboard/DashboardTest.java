package io.hostpulse.broker.rest.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.broker.rest.Target;
import io.hostpulse.broker.rest.Wanted;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {

    private static final String FOLDER = "io/hostpulse/dashboard";

    @TempDir
    Path classPath;

    @Test
    void showsAnotherPageWhenThisBuildHasNoDashboard() throws Exception {
        assertThat(text(page(dashboard(), Wanted.ANYTHING))).isEqualTo("how to add it");
    }

    @Test
    void showsThePageWhichIsAskedForEachTime() throws Exception {
        build("index.html", "assets/main-1a2b.js");
        Response page = page(dashboard(), Wanted.ANYTHING);
        assertThat(text(page)).isEqualTo("index.html");
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.headers()).containsEntry("Cache-Control", "no-cache");
    }

    @Test
    void letsBrowsersKeepAssetsForEver() throws Exception {
        build("index.html", "assets/main-1a2b.js", "assets/main-3c4d.css");
        Response script = asset(dashboard(), "main-1a2b.js", Wanted.ANYTHING);
        assertThat(text(script)).isEqualTo("assets/main-1a2b.js");
        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(script.headers().get("Cache-Control")).contains("immutable");
        assertThat(asset(dashboard(), "main-3c4d.css", Wanted.ANYTHING).contentType())
                .startsWith("text/css");
    }

    @Test
    void allowsNothingButItsOwnFiles() throws Exception {
        build("index.html");
        String policy = page(dashboard(), Wanted.ANYTHING).headers().get("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, true",
        "'gzip, deflate, br', true",
        "'br;q=1.0, GZIP;q=0.5', true",
        "identity, false",
        "gzip;q=0, false",
        "gzip; q=0.0, false",
        "'', false",
    })
    void sendsWhatWasCompressedInTheBuildToWhomReadsIt(String encodings, boolean isCompressed) throws Exception {
        build("index.html");
        Response page = page(dashboard(), new Wanted(Optional.empty(), Optional.of(encodings)));
        assertThat(text(page)).isEqualTo(isCompressed ? "index.html compressed" : "index.html");
        assertThat(Optional.ofNullable(page.headers().get("Content-Encoding")))
                .isEqualTo(isCompressed ? Optional.of("gzip") : Optional.empty());
    }

    @Test
    void tagsChangeWithTheContent() throws Exception {
        build("index.html");
        String before = page(dashboard(), Wanted.ANYTHING).headers().get("ETag");
        write("index.html", "another page");
        assertThat(page(dashboard(), Wanted.ANYTHING).headers().get("ETag")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.js", "index.html", "..", "../index.html", "main-1a2b.js.gz", "", "files.txt"})
    void hasNoFileButThoseOfTheList(String name) throws Exception {
        build("index.html", "assets/main-1a2b.js");
        Dashboard dashboard = dashboard();
        assertThatThrownBy(() -> asset(dashboard, name, Wanted.ANYTHING))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().status()).isEqualTo(404));
    }

    @Test
    void refusesABuildThatIsNotWhole() throws Exception {
        build("index.html", "assets/main-1a2b.js");
        Files.delete(classPath.resolve(FOLDER).resolve("assets/main-1a2b.js.gz"));
        assertThatThrownBy(this::dashboard).hasMessageContaining("assets/main-1a2b.js.gz");
    }

    @Test
    void refusesAFileOfAKindThatItCannotName() throws Exception {
        build("index.html", "assets/main.exe");
        assertThatThrownBy(this::dashboard).hasMessageContaining("main.exe");
    }

    private void build(String... files) throws IOException {
        for (String file : files) {
            write(file, file);
            write(file + ".gz", file + " compressed");
        }
        write("files.txt", String.join("\n", files) + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = classPath.resolve(FOLDER).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Dashboard dashboard() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            return Dashboard.read(
                    loader,
                    request -> CompletableFuture.completedStage(
                            Response.of(200, "text/html", "how to add it".getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static Response page(Dashboard dashboard, Wanted wanted) throws Exception {
        return dashboard.page(request(Map.of(), wanted)).toCompletableFuture().get();
    }

    private static Response asset(Dashboard dashboard, String name, Wanted wanted) throws Exception {
        return dashboard
                .asset(request(Map.of("name", name), wanted))
                .toCompletableFuture()
                .get();
    }

    private static Request request(Map<String, String> places, Wanted wanted) {
        return new Request(
                "GET", Target.parse("/"), Optional.empty(), wanted, new byte[0], Caller.operator("here"), places);
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
