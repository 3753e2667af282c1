package io.hostpulse.console.tail;

import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Tone;
import java.io.PrintWriter;

/** Tells on stderr what is missing or damaged, so that stdout holds records only. */
record Trouble(String stream, PrintWriter err, Style style) {

    void gap(Gap gap) {
        String range =
                gap.first() == gap.last() ? "record " + gap.first() : "records " + gap.first() + " to " + gap.last();
        tell(stream + ": " + range + " missing (" + gap.count() + ")");
    }

    void damage(Damage damage) {
        tell(stream + ": damage in " + damage);
    }

    private void tell(String line) {
        err.println(style.paint(Printable.of(line), Tone.BAD));
        err.flush();
    }
}
