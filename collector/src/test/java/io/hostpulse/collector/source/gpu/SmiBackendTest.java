package io.hostpulse.collector.source.gpu;

import static io.hostpulse.collector.source.gpu.Cards.missing;
import static io.hostpulse.collector.source.gpu.Cards.real;
import static io.hostpulse.collector.source.gpu.Cards.text;
import static io.hostpulse.collector.source.gpu.Cards.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs: shell scripts that write, hang, fail or babble. */
class SmiBackendTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private FakeSysfs sysfs;

    @BeforeEach
    void wire() {
        sysfs = new FakeSysfs(folder.resolve("sys"));
    }

    @Test
    void readsWhatTheProgramWrites() throws Exception {
        FakeSmi smi = FakeSmi.in(folder, "[ \"$*\" = '-q -x' ] && " + FakeSmi.prints("driver-580-v13.xml"));
        List<CardReading> cards = open(smi).read();
        assertThat(cards).extracting(CardReading::key).containsExactly("0000:01:00.0", "0000:c1:00.0");
        assertThat(value(cards.get(0), CardField.BACKEND)).isEqualTo(text("nvidia-smi"));
        assertThat(value(cards.get(0), CardField.TEMPERATURE)).isEqualTo(real(41));
    }

    @Test
    void showsWhatItSaidLastAndThenWhyItSaysNothing() throws Exception {
        FakeSmi smi = FakeSmi.in(folder, FakeSmi.prints("driver-515-v11.xml"));
        SmiBackend backend = open(smi);
        smi.does("echo 'Unable to determine the device handle for GPU: GPU is lost.'; exit 15");
        assertThat(backend.read()).extracting(CardReading::state).containsExactly(CardState.ACTIVE);

        CardReading lost = backend.read().get(0);
        assertThat(lost.loss())
                .contains("nvidia-smi ended with exit code 15: Unable to determine the device handle for GPU: GPU is"
                        + " lost.");
        assertThat(value(lost, CardField.NAME)).isEqualTo(text("Tesla T4"));

        smi.does(FakeSmi.prints("driver-515-v11.xml"));
        backend.read();
        assertThat(backend.read()).extracting(CardReading::state).containsExactly(CardState.ACTIVE);
    }

    @Test
    void keepsACardThatIsNoLongerListed() throws Exception {
        FakeSmi smi = FakeSmi.in(folder, FakeSmi.prints("driver-580-v13.xml"));
        SmiBackend backend = open(smi);
        smi.does(FakeSmi.prints("driver-515-v11.xml"));
        backend.read();
        assertThat(backend.read())
                .extracting(card -> card.key() + " " + card.state())
                .containsExactly("0000:01:00.0 LOST", "0000:c1:00.0 LOST", "0000:3b:00.0 ACTIVE");
    }

    @Test
    void isAskedOnlyForTheCardsThatAreAwake() throws Exception {
        sysfs.nvidia("0000:3b:00.0");
        sysfs.nvidia("0000:65:00.0");
        sysfs.sleeps("0000:65:00.0", true);
        FakeSmi smi =
                FakeSmi.in(folder, "[ \"$*\" = '-q -x -i 0000:3b:00.0' ] && " + FakeSmi.prints("driver-515-v11.xml"));
        List<CardReading> cards = open(smi).read();
        assertThat(cards)
                .extracting(card -> card.key() + " " + card.state())
                .containsExactly("0000:65:00.0 ASLEEP", "0000:3b:00.0 ACTIVE");
        assertThat(value(cards.get(0), CardField.POWER_DRAW)).isEqualTo(missing(NvmlCard.ASLEEP));
    }

    @Test
    void isNotStartedAtAllWhileEveryCardSleeps() throws Exception {
        sysfs.nvidia("0000:3b:00.0");
        sysfs.sleeps("0000:3b:00.0", true);
        FakeSmi smi = FakeSmi.in(folder, "touch '" + folder.resolve("started") + "'");
        assertThat(open(smi).read()).extracting(CardReading::state).containsExactly(CardState.ASLEEP);
        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void killsAProgramThatHangsTogetherWithWhatItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        // The child outlives its parent and holds the output open.
        FakeSmi smi = FakeSmi.in(folder, "sleep 600 & echo $! >'" + pid + "'; wait");
        assertThatThrownBy(() -> smi.within(Duration.ofSeconds(1)).run("-q", "-x"))
                .hasMessage("nvidia-smi did not answer within 1 s and was killed");
        assertGone(pid);
    }

    @Test
    void killsAProgramThatWritesWithoutEnd() throws Exception {
        Path pid = folder.resolve("pid");
        FakeSmi smi = FakeSmi.in(folder, "echo $$ >'" + pid + "'; exec yes");
        assertThatThrownBy(() -> smi.within(LONG).run("-q", "-x"))
                .hasMessage("nvidia-smi wrote more than 8 MB and was killed");
        assertGone(pid);
    }

    @Test
    void saysWhyItIsOfNoUse() throws Exception {
        assertThatThrownBy(() -> open(
                        FakeSmi.in(folder, "echo \"NVIDIA-SMI has failed because it couldn't communicate\"; exit 9")))
                .hasMessage("nvidia-smi ended with exit code 9: NVIDIA-SMI has failed because it couldn't"
                        + " communicate");
        assertThatThrownBy(() -> open(FakeSmi.in(folder, "head -c 100000 /dev/urandom")))
                .hasMessageStartingWith("nvidia-smi wrote something that is not its XML");
        assertThatThrownBy(() -> open(FakeSmi.in(folder, "echo '<nvidia_smi_log/>'")))
                .hasMessage("it lists no card");
    }

    /** The kernel needs a moment to end a process that was killed. */
    private static void assertGone(Path pid) throws Exception {
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(process.filter(ProcessHandle::isAlive)).isEmpty();
    }

    private SmiBackend open(FakeSmi smi) throws NoCardsException {
        return SmiBackend.open(smi.within(LONG), sysfs.bus(), true, Runnable::run);
    }
}
