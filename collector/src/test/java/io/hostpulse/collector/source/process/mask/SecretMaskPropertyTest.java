package io.hostpulse.collector.source.process.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a secret looks like and wherever it stands, it is not shown. The seed is in the name of each run. */
class SecretMaskPropertyTest {

    private static final int TRIES = 400;

    /** What a shell takes as a part of a word without quotes. */
    private static final String SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+.,~%^=";

    /** An argument can hold anything; | stands for the end of one. */
    private static final String ANY = SAFE + " @/:?#&;!$*()[]{}<>\\\"'\t\n\u00e9\u4e16";

    /** $ is the secret. */
    private static final List<String> WHOLE_ARGUMENT = List.of(
            "app|--password=$|-v",
            "app|-DdbPassword=$",
            "app|--token|$|run",
            "app|--client-secret|$",
            "env|GITHUB_TOKEN=$|app",
            "mysql|-p$|db",
            "sudo|/usr/bin/mysqldump|-uroot|-p$",
            "sshpass|-p$|ssh|host",
            "curl|-H|Authorization: $|http://host/",
            "curl|-u|name:$|http://host/");

    private static final List<String> ONE_WORD = List.of(
            "app|postgres://name:$@host/db",
            "app|http://host/?user=a&token=$",
            "app|Server=a;Password=$;x=1",
            "sh|-c|app --password $ --port 80",
            "sh|-c|mysql -p$ db",
            "sh|-c|ssh host 'mysql -p$ db'",
            "sh|-c|PASSWORD=$ app",
            "sh|-c|curl -H 'Authorization: Bearer $' http://host",
            "app|{\"password\":\"$\"}");

    static Stream<Long> seeds() {
        return Stream.of(1L, 20261121L, System.nanoTime());
    }

    private final SecretMask mask = new SecretMask(List.of());

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverShowsASecretThatIsAnArgument(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            String secret = text(random, ANY, 8 + random.nextInt(24));
            // An option in the place of the secret says that the program asks for it.
            if (!secret.startsWith("--")) {
                WHOLE_ARGUMENT.forEach(form -> assertHidden(form, secret));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverShowsASecretThatIsAWord(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            String secret = "x" + text(random, SAFE, 8 + random.nextInt(24));
            ONE_WORD.forEach(form -> assertHidden(form, secret));
        }
    }

    private void assertHidden(String form, String secret) {
        List<String> arguments = new ArrayList<>();
        for (String argument : form.split("\\|", -1)) {
            arguments.add(argument.replace("$", secret));
        }
        String shown = mask.mask(arguments);
        assertThat(shown).as("%s with '%s'", form, secret).doesNotContain(secret);
        for (int at = 0; at + 8 <= secret.length(); at++) {
            assertThat(shown).as("%s with '%s'", form, secret).doesNotContain(secret.substring(at, at + 8));
        }
        assertThat(shown).contains(SecretMask.HIDDEN);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesAnythingAndHidesNoMoreTheSecondTime(long seed) {
        Random random = new Random(seed);
        String words = "--password=\"' \\:@/mysql -p token &;={}://Authorization: eyJ";
        for (int i = 0; i < TRIES; i++) {
            List<String> arguments = Stream.generate(() -> text(random, words + ANY, random.nextInt(60)))
                    .limit(random.nextInt(6))
                    .collect(Collectors.toList());
            assertThatNoException().as(arguments.toString()).isThrownBy(() -> mask.mask(List.of(mask.mask(arguments))));
        }
    }

    /** As long as an argument can be; a pattern that goes back would take hours, or the stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "--password=",
                "://a:",
                "token",
                "token:\"",
                "\\\"",
                "'a ",
                "a-",
                "eyJ",
                "Authorization: '",
                " "
            })
    void isDoneSoonWithAnyLongText(String part) {
        String hostile = part.repeat(128 * 1024 / part.length());
        assertThat(mask.mask(List.of("app", hostile))).isNotEmpty();
        assertThat(mask.mask(List.of("app", hostile + " " + hostile))).isNotEmpty();
    }

    private static String text(Random random, String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }
}
