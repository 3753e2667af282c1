package io.hostpulse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final RecordingListener listener = new RecordingListener();
    private final Mailbox mailbox = new Mailbox(listener);
    private final List<String> done = new ArrayList<>();

    /** Until the end, on this thread. */
    private void deliver() {
        mailbox.end(told -> done.add("end"), false);
        mailbox.run();
    }

    @Test
    void tellsEverythingInOrder() {
        mailbox.post(told -> done.add("first"));
        mailbox.post(told -> done.add("second"));
        deliver();
        assertThat(done).containsExactly("first", "second", "end");
    }

    @Test
    void saysWhenThereIsNoMoreRoomAndWhenThereIs() {
        for (int i = 1; i < Mailbox.MOST; i++) {
            assertThat(mailbox.post(told -> done.add("one"))).isTrue();
        }
        assertThat(mailbox.post(told -> done.add("one"))).isFalse();
        mailbox.whenRoom(() -> done.add("room"));
        deliver();
        assertThat(done.indexOf("room")).isEqualTo((Mailbox.MOST + 1) - Mailbox.MOST / 2);
        assertThat(done.stream().filter("room"::equals)).hasSize(1);
    }

    @Test
    void mayDropWhatWaitsAtTheEnd() {
        mailbox.post(told -> done.add("never"));
        mailbox.end(told -> done.add("end"), true);
        mailbox.post(told -> done.add("after the end"));
        mailbox.run();
        assertThat(done).containsExactly("end");
    }

    @Test
    void goesOnAfterEveryKindOfFailure() {
        mailbox.post(told -> {
            throw new IllegalStateException("mine");
        });
        mailbox.post(told -> {
            throw new AssertionError("mine, too");
        });
        deliver();
        assertThat(listener.told)
                .containsExactly(
                        "error LISTENER_FAILED the listener failed with java.lang.IllegalStateException: mine",
                        "error LISTENER_FAILED the listener failed with java.lang.AssertionError: mine, too");
        assertThat(done).containsExactly("end");
    }

    @Test
    void goesOnAlsoWhenTheFailureCannotBeTold() {
        RecordingListener hopeless = new RecordingListener() {
            @Override
            public void error(Problem problem) {
                throw new IllegalStateException("again");
            }
        };
        Mailbox another = new Mailbox(hopeless);
        another.post(told -> {
            throw new IllegalStateException("mine");
        });
        another.end(told -> done.add("end"), false);
        another.run();
        assertThat(done).containsExactly("end");
    }
}
