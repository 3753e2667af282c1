package io.hostpulse.broker.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateOfferTest {

    private static final String AGREED = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    /** What browsers, Python's websockets and Node's ws offer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                "permessage-deflate; client_max_window_bits",
                "permessage-deflate; server_no_context_takeover; client_max_window_bits=12",
                "x-webkit-deflate-frame, permessage-deflate; client_no_context_takeover",
                "permessage-deflate; server_max_window_bits=10, permessage-deflate"
            })
    void isAcceptedWithoutContext(String offer) {
        assertThat(DeflateOffer.accept(List.of(offer))).contains(AGREED);
    }

    @Test
    void repeatsTheWindowThatWasAskedFor() {
        assertThat(DeflateOffer.accept(List.of("permessage-deflate; server_max_window_bits=15")))
                .contains(AGREED + "; server_max_window_bits=15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-bzip2",
                "permessage-deflate; server_max_window_bits=10",
                "permessage-deflate; client_max_window_bits=16",
                "permessage-deflate; server_no_context_takeover=1",
                "permessage-deflate; something"
            })
    void isDeclinedWhenItCannotBeMet(String offer) {
        assertThat(DeflateOffer.accept(List.of(offer))).isEmpty();
        assertThat(DeflateOffer.accept(List.of())).isEmpty();
    }
}
