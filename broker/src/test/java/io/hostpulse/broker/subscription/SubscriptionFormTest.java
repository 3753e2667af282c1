package io.hostpulse.broker.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionFormTest {

    private static final Subscription UNASKED = Subscription.unasked(List.of("process"));

    private final SubscriptionForm form = new SubscriptionForm(Duration.ofMillis(500), UNASKED);

    @Test
    void isWhatEverybodyGetsWhenNothingIsSaid() {
        assertThat(read("{}")).isEqualTo(UNASKED);
        assertThat(read("{\"delta\":false,\"interval\":0.5,\"alerts\":true}")).isEqualTo(UNASKED);
        assertThat(new Selection(UNASKED).includes(new StreamName("process"))).isFalse();
    }

    @Test
    void isTheSameHoweverItIsSaid() {
        assertThat(read("{\"streams\":[\"memory\",\"disk\",\"memory\"],\"fields\":[\"disk.total\"]}"))
                .isEqualTo(read("{\"streams\":[\"disk\",\"memory\"]}"));
        assertThat(read("{\"streams\":[\"*\",\"disk\"]}")).isEqualTo(read("{\"streams\":[\"*\"]}"));
    }

    @Test
    void namesStreamsAndFields() {
        Selection selection = new Selection(read("{\"streams\":[\"http-*\"],\"fields\":[\"memory.used\"]}"));
        assertThat(selection.includes(new StreamName("http-shop"))).isTrue();
        assertThat(selection.filter(new StreamName("http-shop"))).isEmpty();
        assertThat(selection.filter(new StreamName("memory"))).isPresent();
        assertThat(selection.includes(new StreamName("disk"))).isFalse();
    }

    @Test
    void roundsTheIntervalUpToWholeTicks() {
        assertThat(read("{\"interval\":0.1}").every()).isEqualTo(1);
        assertThat(read("{\"interval\":1}").every()).isEqualTo(2);
        assertThat(read("{\"interval\":1.2}").every()).isEqualTo(3);
        assertThat(read("{\"interval\":3600}").every()).isEqualTo(7200);
    }

    @Test
    void hasKeyFrames() {
        assertThat(read("{\"delta\":true}").keyEvery()).isEqualTo(60);
        assertThat(read("{\"delta\":true,\"key_every\":5}").keyEvery()).isEqualTo(5);
        assertThat(read("{\"key_every\":5}").isDelta()).isFalse();
    }

    @Test
    void tellsWhatItDoesNotUnderstand() {
        assertThat(SubscriptionForm.ignored(fields("{\"stream\":\"memory\",\"delta\":true}")))
                .containsExactly("stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"streams\":\"memory\"}",
                "{\"streams\":[]}",
                "{\"streams\":[1]}",
                "{\"fields\":[\"memory\"]}",
                "{\"fields\":[\"memory..used\"]}",
                "{\"fields\":[\".used\"]}",
                "{\"interval\":0}",
                "{\"interval\":\"5s\"}",
                "{\"interval\":3601}",
                "{\"delta\":1}",
                "{\"delta\":true,\"key_every\":0}",
                "{\"delta\":true,\"key_every\":1.5}"
            })
    void refusesWhatMakesNoSense(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("'(streams|fields|interval|delta|key_every)'.*");
    }

    private Subscription read(String json) {
        return form.read(fields(json));
    }

    private static Fields fields(String json) {
        return new PayloadReader().read(json.getBytes(StandardCharsets.UTF_8));
    }
}
