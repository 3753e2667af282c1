package io.hostpulse.broker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RosterTest {

    private final Roster roster = new Roster();

    private static Client client() {
        return new Client(new EmbeddedChannel(), false, 0);
    }

    @Test
    void holdsWhoeverCameAndHasNotLeft() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Client> known = Stream.generate(RosterTest::client).limit(30).toList();
        List<Client> expected = new ArrayList<>();
        for (int step = 0; step < 2000; step++) {
            Client one = known.get(random.nextInt(known.size()));
            if (expected.remove(one) || random.nextInt(10) == 0) {
                roster.remove(one);
            } else {
                expected.add(one);
                roster.add(one);
            }
            assertThat(roster.all()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(roster.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void aWalkFromTheEndMeetsEverybodyThoughSomeLeaveWhenMet() {
        List<Client> everybody = Stream.generate(RosterTest::client).limit(9).toList();
        everybody.forEach(roster::add);
        List<Client> met = new ArrayList<>();
        for (int i = roster.size() - 1; i >= 0; i--) {
            Client one = roster.get(i);
            met.add(one);
            if (i % 2 == 0) {
                roster.remove(one);
            }
        }
        assertThat(met).containsExactlyInAnyOrderElementsOf(everybody);
        assertThat(roster.all()).hasSize(4);
    }
}
