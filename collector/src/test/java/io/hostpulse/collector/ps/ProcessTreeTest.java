package io.hostpulse.collector.ps;

import static io.hostpulse.collector.ps.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.process.ProcessRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

    @Test
    void drawsChildrenBelowTheirParents() {
        assertThat(drawn(
                        row(1, 0, "init"),
                        row(2, 1, "a"),
                        row(3, 2, "b"),
                        row(4, 2, "c"),
                        row(5, 1, "d"),
                        row(6, 5, "e"),
                        row(7, 0, "kernel")))
                .containsExactly(
                        "init", //
                        "├─ a", "│  ├─ b", "│  └─ c", "└─ d", "   └─ e", "kernel");
    }

    @Test
    void takesAProcessWithoutAParentHereForARoot() {
        assertThat(drawn(row(9, 4242, "lost"), row(10, 9, "child"))).containsExactly("lost", "└─ child");
    }

    @Test
    void opensACircle() {
        assertThat(drawn(row(3, 5, "c"), row(5, 3, "e"), row(7, 7, "self"))).containsExactly("c", "└─ e", "self");
    }

    @Test
    void showsEveryProcessOnceWhateverTheParentsAre() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<ProcessRow> rows = new ArrayList<>();
            int count = 1 + random.nextInt(12);
            for (int pid = 1; pid <= count; pid++) {
                rows.add(row(pid, random.nextInt(count + 2), "p" + pid));
            }
            Collections.shuffle(rows, random);
            assertThat(new ProcessTree(rows).branches())
                    .as("seed %d round %d", seed, round)
                    .extracting(branch -> branch.row().pid())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(ProcessRow::pid).toList());
        }
    }

    @Test
    void drawsAChainOfThousands() {
        List<ProcessRow> chain = new ArrayList<>();
        for (int pid = 1; pid <= 3000; pid++) {
            chain.add(row(pid, pid - 1, "p"));
        }
        assertThat(new ProcessTree(chain).branches()).hasSize(3000);
    }

    @Test
    void keepsTheForefathersOfWhatWasChosen() {
        List<ProcessRow> all = List.of(row(1, 0, "init"), row(2, 1, "a"), row(3, 2, "b"), row(4, 1, "c"));
        assertThat(ProcessTree.withForefathers(List.of(all.get(2)), all))
                .extracting(ProcessRow::name)
                .containsExactly("init", "a", "b");
    }

    private static List<String> drawn(ProcessRow... rows) {
        return new ProcessTree(List.of(rows))
                .branches().stream()
                        .map(branch -> branch.trunk() + branch.row().name())
                        .toList();
    }
}
