package io.hostpulse.alerter.notify.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerContract;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.testkit.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandHandlerTest extends HandlerContract {

    private static final Notification FIRING = Notifications.of(Notification.Kind.FIRING);

    /** One file for each message, so that no message can look like two. */
    private static final String SAVE = "f=$(mktemp inbox/XXXXXXXX) && cat > $f && echo saved $TOKEN";

    @BeforeEach
    void needsAShell() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Files.createDirectories(directory.resolve("inbox"));
    }

    @Override
    protected HandlerType type() {
        return new CommandHandlerType();
    }

    @Override
    protected List<String> options() {
        return script(SAVE);
    }

    private List<String> script(String script) {
        return List.of(
                "command: [/bin/sh, -c, '" + script.replace("'", "''") + "']",
                "environment: { TOKEN: secret-of-the-program }");
    }

    @Override
    protected List<String> secrets() {
        return List.of("secret-of-the-program");
    }

    @Override
    protected List<String> received() {
        try (Stream<Path> files = Files.list(directory.resolve("inbox"))) {
            return files.map(CommandHandlerTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void breakTheOtherEnd() {
        move("inbox", "gone");
    }

    @Override
    protected void mendTheOtherEnd() {
        move("gone", "inbox");
    }

    private void move(String from, String to) {
        try {
            Files.move(directory.resolve(from), directory.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void assertInert(String received) {
        assertThatNoException().isThrownBy(() -> new PayloadReader().read(received.getBytes(StandardCharsets.UTF_8)));
    }

    private Outcome run(String script, String... more) {
        List<String> lines = new ArrayList<>(script(script));
        lines.addAll(List.of(more));
        try (Handler handler = new Options(directory, lines)
                .read(node -> type().configure(node))
                .open(surroundings())) {
            return handler.send(FIRING);
        }
    }

    @Test
    void putsWhatTheProgramSaysIntoTheReceipt() {
        assertThat(run("echo taken by $TOKEN")).isEqualTo(new Outcome.Delivered("exit code 0; it said: taken by ***"));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 78})
    void isRefusedByExitCodesThatSaySo(int code) {
        assertThat(run("echo why >&2; exit " + code))
                .isEqualTo(new Outcome.Refused("the program ended with exit code " + code + "; it said: why"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 69, 75, 127, 255})
    void triesAgainAfterAllOthers(int code) {
        assertThat(run("exit " + code).toString())
                .startsWith("TryAgain[reason=the program ended with exit code " + code);
    }

    @Test
    void triesAgainWhenASignalEndedIt() {
        assertThat(run("kill -9 $$")).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void triesAgainWhenThereIsNoSuchProgram() {
        Options none = new Options(directory, List.of("command: [/does/not/exist]"));
        try (Handler handler = none.read(node -> type().configure(node)).open(surroundings())) {
            assertThat(handler.send(FIRING).toString()).startsWith("TryAgain").contains("/does/not/exist");
        }
    }

    @Test
    void needsNotReadItsInput() {
        try (Handler handler = new Options(directory, script("exit 0"))
                .read(node -> type().configure(node))
                .open(surroundings())) {
            assertDelivered(handler.send(Notifications.group(2_000)));
        }
    }

    @Test
    void mayWriteMoreThanAnybodyReads() {
        assertDelivered(run("head -c 20000000 /dev/zero | tr \"\\0\" x; head -c 20000000 /dev/zero >&2"));
    }

    @Test
    void triesAgainWhenItTakesTooLong() {
        assertThat(run("sleep 600", "timeout: 300ms").toString())
                .contains("the program did not end within 300 ms and was killed");
    }

    @Test
    void leavesNothingBehindThatIgnoresSignalsOrLeftItsParent() throws Exception {
        Path pids = directory.resolve("pids");
        String child = "trap \"\" TERM HUP INT; echo $$ >> " + pids + "; while :; do sleep 1; done";
        String script = "(" + child.replace("$$", "$$") + ") & sh -c '" + child + "' & (setsid sh -c '" + child
                + "' &) ; sleep 600";
        assertThat(run(script, "timeout: 1500ms")).isInstanceOf(Outcome.TryAgain.class);
        List<String> seen = Files.readAllLines(pids);
        assertThat(seen).isNotEmpty().noneMatch(RunningProcess::is);
    }

    @Test
    void tellsTheProgramTheVariablesOfItsSection() {
        run("env > inbox/env");
        assertThat(received().get(0).lines().map(line -> line.replaceFirst("=.*", "")))
                .contains("TOKEN");
    }

    @Test
    void takesNoTextForACommandLine() {
        assertThat(new Options(directory, List.of("command: mail -s alert ops"))
                        .problems(node -> type().configure(node)))
                .singleElement()
                .asString()
                .contains("no shell takes it apart");
    }
}
