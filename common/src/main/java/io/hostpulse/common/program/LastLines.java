package io.hostpulse.common.program;

import io.hostpulse.common.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** Keeps the end of what a program says, however much it is. */
final class LastLines {

    /** More than is shown, so that a secret which begins before what is shown is known for one. */
    private static final int KEPT = 4096;

    /** It becomes a part of a reason, which travels in every snapshot. */
    private static final int SHOWN = 400;

    private byte[] kept = new byte[0];

    void add(byte[] bytes, int length) {
        int fromNew = Math.min(length, KEPT);
        int fromOld = Math.min(kept.length, KEPT - fromNew);
        byte[] all = new byte[fromOld + fromNew];
        System.arraycopy(kept, kept.length - fromOld, all, 0, fromOld);
        System.arraycopy(bytes, length - fromNew, all, fromOld, fromNew);
        kept = all;
    }

    /** In one line, without the secrets; what is no text is replaced. */
    String text(Collection<Secret> secrets) {
        String text = new String(kept, StandardCharsets.UTF_8);
        for (Secret secret : secrets) {
            text = secret.reveal().isEmpty() ? text : text.replace(secret.reveal(), secret.toString());
        }
        String line =
                text.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" / "));
        return line.length() > SHOWN ? "…" + line.substring(line.length() - SHOWN) : line;
    }
}
