package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random lives of a stream against a model of it. {@code -Dhostpulse.cases=N} tries more of them, {@code -Dhostpulse.seed=N} begins
 * with the one that a failure has named.
 */
class QueueModelTest {

    private static final int OPERATIONS = 30;

    @TempDir
    Path root;

    @Test
    void holdsWhatASimpleListHoldsWhateverHappens() throws IOException {
        long first = Long.getLong("hostpulse.seed", System.nanoTime() & 0xffff_ffffL);
        int cases = Integer.getInteger("hostpulse.cases", 200);
        for (long seed = first; seed < first + cases; seed++) {
            Path folder = Files.createDirectory(root.resolve(Long.toString(seed)));
            List<String> done = new ArrayList<>();
            long thisSeed = seed;
            assertThatCode(() -> live(folder, new Random(thisSeed), done))
                    .as(() -> "-Dhostpulse.cases=1 -Dhostpulse.seed=" + thisSeed + " after " + done)
                    .doesNotThrowAnyException();
            delete(folder);
        }
    }

    private static void live(Path folder, Random random, List<String> done) throws IOException {
        try (ModelledStream stream = new ModelledStream(folder, random)) {
            for (int i = 0; i < OPERATIONS; i++) {
                int choice = random.nextInt(100);
                Operation operation = Operation.of(choice);
                done.add(operation.name());
                operation.on(stream);
            }
            stream.check();
        }
    }

    /** What may happen, and how often in a hundred times. */
    private enum Operation {
        APPEND(35) {
            @Override
            void on(ModelledStream stream) {
                stream.append();
            }
        },
        ROLL(15) {
            @Override
            void on(ModelledStream stream) {
                stream.roll();
            }
        },
        TAIL(20) {
            @Override
            void on(ModelledStream stream) {
                stream.tail();
            }
        },
        MOVE_CURSOR(10) {
            @Override
            void on(ModelledStream stream) {
                stream.moveCursor();
            }
        },
        REOPEN_TAIL(5) {
            @Override
            void on(ModelledStream stream) {
                stream.reopenTail();
            }
        },
        REOPEN_WRITER(3) {
            @Override
            void on(ModelledStream stream) {
                stream.reopenWriter();
            }
        },
        KILL(3) {
            @Override
            void on(ModelledStream stream) throws IOException {
                stream.kill();
            }
        },
        PRUNE(4) {
            @Override
            void on(ModelledStream stream) throws IOException {
                stream.prune();
            }
        },
        CHECK(5) {
            @Override
            void on(ModelledStream stream) {
                stream.check();
            }
        };

        private final int share;

        Operation(int share) {
            this.share = share;
        }

        abstract void on(ModelledStream stream) throws IOException;

        static Operation of(int percent) {
            int left = percent;
            for (Operation operation : values()) {
                left -= operation.share;
                if (left < 0) {
                    return operation;
                }
            }
            throw new IllegalArgumentException("the shares do not add up to 100");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
