package io.hostpulse.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldChoiceTest {

    private final FieldChoice choice = new FieldChoice(List.of(
            "mounts[/].percentage",
            "mounts[/a,b].percentage",
            "mounts[/a,b].used",
            "percentage",
            "swap.free",
            "swap.used"));

    @Test
    void aPathMeansItself() {
        assertThat(choice.of("percentage")).containsExactly("percentage");
        assertThat(choice.of("mounts[/a,b].used")).containsExactly("mounts[/a,b].used");
    }

    @Test
    void aBeginningMeansWhatIsBelowIt() {
        assertThat(choice.of("swap")).containsExactly("swap.free", "swap.used");
        assertThat(choice.of("mounts")).hasSize(3);
        assertThat(choice.of("sw")).isEmpty();
    }

    @Test
    void starsStandForOthers() {
        assertThat(choice.of("mounts[*].percentage"))
                .containsExactly("mounts[/].percentage", "mounts[/a,b].percentage");
    }

    @Test
    void asksBack() {
        assertThat(choice.of("percentag")).isEmpty();
        assertThat(choice.hint("percentag")).contains("percentage");
    }

    @Test
    void withoutANameThereIsWhatStandsAlone() {
        assertThat(choice.usual()).containsExactly("percentage", "swap.free", "swap.used");
        assertThat(new FieldChoice(List.of("a[0]", "a[1]")).usual()).containsExactly("a[0]", "a[1]");
    }

    @Test
    void commasInBracketsSeparateNothing() {
        assertThat(FieldChoice.split("free, mounts[/a,b].used,,swap"))
                .containsExactly("free", "mounts[/a,b].used", "swap");
        assertThat(FieldChoice.split("a[b,c")).containsExactly("a[b,c");
        assertThat(FieldChoice.split("")).isEmpty();
    }
}
