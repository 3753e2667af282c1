package io.hostpulse.broker.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTest {

    /** So ends whoever reads a mapped file that was cut off. */
    private static final Callable<String> FAULT = () -> {
        throw new InternalError("a fault occurred in an unsafe memory access operation");
    };

    private final Desk desk = new Desk("desk");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void tellsWhoeverAsksAlsoOfAnError() throws Exception {
        assertThatThrownBy(() -> of(desk.ask(FAULT))).hasRootCauseInstanceOf(InternalError.class);
        assertThatThrownBy(() -> of(desk.goOn(FAULT))).hasRootCauseInstanceOf(InternalError.class);
        assertThat(of(desk.ask(() -> "well"))).isEqualTo("well");
    }

    private static String of(CompletionStage<String> answer) throws Exception {
        return answer.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
