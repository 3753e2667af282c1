package io.hostpulse.common.program;

import io.hostpulse.common.config.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program learns from its environment: the usual few variables and what was configured. Hostpulse's own, which may hold secrets
 * of other sources, are none of its business.
 */
final class Surroundings {

    /** Names a run and all its processes, so that those which left the tree can be found. Not HOSTPULSE_…, which names a setting. */
    static final String MARK = "COMMAND_OF_HOSTPULSE";

    private static final List<String> USUAL =
            List.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

    private Surroundings() {}

    static Map<String, String> of(Map<String, String> own, Map<String, Secret> configured, String mark) {
        Map<String, String> environment = new LinkedHashMap<>();
        USUAL.stream().filter(own::containsKey).forEach(name -> environment.put(name, own.get(name)));
        configured.forEach((name, value) -> environment.put(name, value.reveal()));
        environment.put(MARK, mark);
        return environment;
    }
}
