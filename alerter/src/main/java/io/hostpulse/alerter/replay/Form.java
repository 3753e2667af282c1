package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.notify.TimeText;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.text.Style;
import java.nio.charset.StandardCharsets;

/**
 * How something is shown.
 *
 * @param json whether a program reads it
 * @param style colours for people
 * @param clock times for people
 */
public record Form(boolean json, Style style, TimeText clock) {

    static String json(Fields document) {
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(document)) + "\n";
    }
}
