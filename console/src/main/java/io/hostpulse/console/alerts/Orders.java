package io.hostpulse.console.alerts;

import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.OrderAnswer;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.control.OrderTicket;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.console.tail.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places orders for the alerter and waits for its answers. What was placed is carried out, also when nobody waits any more or the
 * alerter does not run yet.
 *
 * @param data the data directory
 * @param by who asks
 * @param clock the time
 * @param pause waits
 */
public record Orders(DataDirectory data, String by, EpochClock clock, Pause pause) {

    /** How long an alerter that lives is waited for; usually it answers at once. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String WRITER = "console";
    private static final long STEP = Duration.ofMillis(50).toNanos();

    /**
     * Places some orders in their order.
     *
     * @param wishes what is wanted
     * @param waiting whether to wait for answers
     * @return what became of each
     */
    public List<Reply> place(List<Wish> wishes, boolean waiting) {
        try (OrderDesk desk = OrderDesk.open(data, WRITER, clock, OrderDesk.USUAL_PATIENCE)) {
            List<Placed> placed = wishes.stream().map(wish -> place(desk, wish)).toList();
            long end = clock.nanos() + PATIENCE.toNanos();
            List<Reply> replies = new ArrayList<>();
            for (Placed one : placed) {
                replies.add(new Reply(one.wish(), waiting ? await(desk, one, end) : Optional.empty()));
            }
            return replies;
        }
    }

    private Placed place(OrderDesk desk, Wish wish) {
        return new Placed(wish, desk.place(ControlOrder.of(clock.nanos(), by, wish.action(), wish.arguments())));
    }

    private Optional<OrderAnswer> await(OrderDesk desk, Placed placed, long end) {
        Optional<OrderAnswer> answer = desk.answer(placed.ticket());
        while (answer.isEmpty() && clock.nanos() < end) {
            pause.until(clock.nanos() + STEP);
            answer = desk.answer(placed.ticket());
        }
        return answer;
    }

    private record Placed(Wish wish, OrderTicket ticket) {}
}
