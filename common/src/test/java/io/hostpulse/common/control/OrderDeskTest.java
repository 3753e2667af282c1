package io.hostpulse.common.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.common.queue.WriterPresentException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderDeskTest {

    private static final EpochClock CLOCK = EpochClock.SYSTEM;
    private static final Fields NOTHING = Fields.NONE;

    @TempDir
    Path root;

    private DataDirectory data;

    @BeforeEach
    void open() {
        data = new DataDirectory(root);
    }

    private OrderDesk desk(String writer) {
        return OrderDesk.open(data, writer, CLOCK);
    }

    private static ControlOrder order(String action) {
        return new ControlOrder(CLOCK.nanos() / 1000 * 1000, "ann", action, NOTHING);
    }

    @Test
    void anOrderStandsInTheStreamOfItsWriter() {
        ControlOrder order = order("reload");
        OrderTicket ticket;
        try (OrderDesk desk = desk("console")) {
            ticket = desk.place(order);
        }
        assertThat(ticket).isEqualTo(new OrderTicket("control-console", 1));
        assertThat(placed("control-console")).containsExactly(order);
    }

    @Test
    void anAnswerIsFoundByWhoAskedAndByNobodyElse() {
        try (OrderDesk console = desk("console");
                OrderDesk broker = desk("broker");
                Answers answers = new Answers()) {
            OrderTicket first = console.place(order("a"));
            OrderTicket second = console.place(order("b"));
            OrderTicket other = broker.place(order("c"));
            assertThat(console.answer(first)).isEmpty();
            answers.give(second, "there is no such action", "");
            answers.give(first, "", "silence-7");
            assertThat(console.answer(first)).contains(new OrderAnswer("", "silence-7"));
            assertThat(console.answer(second)).contains(new OrderAnswer("there is no such action", ""));
            assertThat(console.answer(second)).isEmpty();
            assertThat(broker.answer(other)).isEmpty();
        }
    }

    @Test
    void waitsForAnAlerterThatHasNeverRun() {
        try (OrderDesk desk = desk("console")) {
            OrderTicket ticket = desk.place(order("reload"));
            assertThat(desk.answer(ticket)).isEmpty();
            try (Answers answers = new Answers()) {
                answers.give(ticket, "", "");
            }
            assertThat(desk.answer(ticket)).map(OrderAnswer::isDone).contains(true);
        }
    }

    @Test
    void anAnswerOfOldTimesIsNoAnswerToANewOrder() {
        try (Answers answers = new Answers()) {
            answers.give(new OrderTicket("control-console", 1), "", "");
            try (OrderDesk desk = desk("console")) {
                OrderTicket ticket = desk.place(order("reload"));
                assertThat(desk.answer(ticket)).isEmpty();
                desk.giveUp(ticket);
                answers.give(ticket, "", "");
                assertThat(desk.answer(ticket)).isEmpty();
            }
        }
    }

    @Test
    void anAnswerThatCannotBeUnderstoodIsNoYes() {
        try (OrderDesk desk = desk("console");
                Answers answers = new Answers()) {
            OrderTicket ticket = desk.place(order("reload"));
            answers.write(Fields.builder()
                    .put("entry", "ordered")
                    .put("order", Answers.order(ticket))
                    .build());
            assertThat(desk.answer(ticket)).map(OrderAnswer::isDone).contains(false);
        }
    }

    @Test
    void passesOverWhatElseIsInTheJournal() {
        try (OrderDesk desk = desk("console");
                Answers answers = new Answers()) {
            OrderTicket ticket = desk.place(order("reload"));
            answers.write(Fields.builder().put("entry", "changed").build());
            answers.write(Fields.builder().put("entry", 5).put("order", "none").build());
            answers.write(Fields.builder()
                    .put("entry", "ordered")
                    .put("order", "none")
                    .build());
            answers.give(ticket, "", "");
            assertThat(desk.answer(ticket)).isPresent();
        }
    }

    @Test
    void waitsForAnotherWriterUntilItHasGone() {
        OrderDesk first = desk("console");
        AtomicInteger pauses = new AtomicInteger();
        Runnable pause = () -> {
            if (pauses.incrementAndGet() == 3) {
                first.close();
            }
        };
        try (OrderDesk second = OrderDesk.open(data, "console", CLOCK, OrderDesk.USUAL_PATIENCE, pause)) {
            assertThat(second.place(order("reload")).sequence()).isEqualTo(1);
        }
        assertThat(pauses).hasValue(3);
    }

    @Test
    void doesNotWaitForEver() {
        AtomicInteger pauses = new AtomicInteger();
        try (OrderDesk first = desk("console")) {
            assertThatThrownBy(() ->
                            OrderDesk.open(data, "console", CLOCK, Duration.ofSeconds(5), pauses::incrementAndGet))
                    .isInstanceOf(WriterPresentException.class);
            assertThat(first.place(order("reload")).sequence()).isEqualTo(1);
        }
        assertThat(pauses).hasValue(100);
    }

    @Test
    void refusesAnOrderThatIsTooLong() {
        Fields arguments = Fields.builder()
                .put("text", "x".repeat(ControlOrder.MAX_LENGTH))
                .build();
        try (OrderDesk desk = desk("console")) {
            assertThatThrownBy(() -> desk.place(new ControlOrder(CLOCK.nanos(), "ann", "note", arguments)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most 64 KB");
        }
        assertThat(placed("control-console")).isEmpty();
    }

    @Test
    void goesOnWithTheNumbersOfAnEarlierLife() {
        for (long number = 1; number <= 3; number++) {
            try (OrderDesk desk = desk("console")) {
                assertThat(desk.place(order("reload")).sequence()).isEqualTo(number);
            }
        }
    }

    private List<ControlOrder> placed(String stream) {
        List<ControlOrder> orders = new ArrayList<>();
        try (SnapshotTail tail = SnapshotTail.after(data.queues().resolve(stream), Position.START)) {
            TailListener listener = new TailListener() {
                @Override
                public void onRecord(RecordView record) {
                    orders.add(ControlOrderFields.parse(new PayloadReader().read(record.payloadCopy())));
                }

                @Override
                public void onGap(Gap gap) {
                    throw new AssertionError(gap);
                }

                @Override
                public void onDamage(Damage damage) {
                    throw new AssertionError(damage);
                }
            };
            while (tail.poll(listener)) {
                // until the end
            }
        }
        return orders;
    }

    /** Answers as the alerter does. */
    private final class Answers implements AutoCloseable {
        private final SnapshotAppender alerts;

        private Answers() {
            StreamDescriptor descriptor = new StreamDescriptor(new StreamName("alerts"), Duration.ZERO, "alerter");
            alerts = SnapshotAppender.open(data.queues().resolve("alerts"), descriptor, CLOCK::nanos);
        }

        void give(OrderTicket ticket, String refusal, String result) {
            write(Fields.builder()
                    .put("entry", "ordered")
                    .put("order", order(ticket))
                    .put("refusal", refusal)
                    .put("result", result)
                    .build());
        }

        static Fields order(OrderTicket ticket) {
            return Fields.builder()
                    .put("stream", ticket.stream())
                    .put("sequence", ticket.sequence())
                    .build();
        }

        void write(Fields entry) {
            alerts.append(RecordKind.OK, CLOCK.nanos(), new PayloadWriter().write(entry));
        }

        @Override
        public void close() {
            alerts.close();
        }
    }
}
