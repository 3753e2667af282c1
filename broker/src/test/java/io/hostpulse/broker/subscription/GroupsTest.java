package io.hostpulse.broker.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final Subscription BEFORE = Subscription.unasked(List.of("process"));
    private static final Subscription AFTER = Subscription.unasked(List.of());
    private static final Subscription OWN = new Subscription(List.of("memory"), List.of(), List.of(), 1, 0);

    private final AtomicInteger most = new AtomicInteger(1);
    private final Groups groups = new Groups(BEFORE, most::get);

    @Test
    void whoIsHereKeepsWhatNobodyAskedForAndWhoComesGetsTheNew() {
        Group early = groups.join(BEFORE).orElseThrow();
        groups.unasked(AFTER);
        Group late = groups.join(groups.unasked().subscription()).orElseThrow();
        assertThat(early.subscription()).isEqualTo(BEFORE);
        assertThat(late.subscription()).isEqualTo(AFTER);
        assertThat(groups.all()).containsExactly(late, early);
        groups.leave(early);
        assertThat(groups.all()).containsExactly(late);
    }

    @Test
    void nothingIsLeftOfAChangeThatNobodySaw() {
        groups.unasked(AFTER);
        groups.unasked(BEFORE);
        assertThat(groups.all()).containsExactly(groups.unasked());
        assertThat(groups.unasked().subscription()).isEqualTo(BEFORE);
    }

    @Test
    void aChangeThatIsTakenBackFindsThoseWhoStayed() {
        Group early = groups.join(BEFORE).orElseThrow();
        groups.unasked(AFTER);
        groups.unasked(BEFORE);
        assertThat(groups.unasked()).isSameAs(early);
        assertThat(groups.all()).containsExactly(early);
    }

    @Test
    void theLimitIsThatOfTheMoment() {
        assertThat(groups.join(OWN)).isPresent();
        Subscription another = new Subscription(List.of("disk"), List.of(), List.of(), 1, 0);
        assertThat(groups.join(another)).isEmpty();
        most.set(2);
        assertThat(groups.join(another)).isPresent();
        assertThat(groups.most()).isEqualTo(2);
    }
}
