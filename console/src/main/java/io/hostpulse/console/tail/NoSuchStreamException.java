package io.hostpulse.console.tail;

import io.hostpulse.common.text.Nearest;
import java.util.List;

/** Nobody has written a stream of this name. Its message names those there are. */
public final class NoSuchStreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which one was meant.
     *
     * @param wanted the name as it was typed
     * @param there the streams there are
     */
    public NoSuchStreamException(String wanted, List<String> there) {
        super("there is no stream '" + wanted + "'" + hint(wanted, there)
                + (there.isEmpty() ? "; there are none yet" : "; there are: " + String.join(", ", there)));
    }

    private static String hint(String wanted, List<String> there) {
        return Nearest.to(wanted, there)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }
}
