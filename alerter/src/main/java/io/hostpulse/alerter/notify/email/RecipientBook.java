package io.hostpulse.alerter.notify.email;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers who has got which notification as long as others have not, so that nobody gets it again with each attempt. It is in memory
 * only: after a restart they may get it once more, under the same Message-ID. Used by one thread.
 */
final class RecipientBook {

    /** Notifications that are given up are never finished here. */
    private static final int MOST = 256;

    private final Map<String, RecipientPage> pages = new LinkedHashMap<>();

    RecipientPage of(String key) {
        RecipientPage page = pages.computeIfAbsent(key, any -> new RecipientPage());
        if (pages.size() > MOST) {
            pages.remove(pages.keySet().iterator().next());
        }
        return page;
    }

    void forget(String key) {
        pages.remove(key);
    }
}
