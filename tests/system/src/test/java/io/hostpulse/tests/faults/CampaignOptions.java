package io.hostpulse.tests.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * The campaign's command line.
 *
 * @param seed from which all chances follow
 * @param scale how much to inject
 * @param only the kinds to inject, by the beginning of their names; all when empty
 */
record CampaignOptions(long seed, Scale scale, List<String> only) {

    static CampaignOptions parse(String... words) {
        long seed = System.nanoTime() & 0xffff_ffffL;
        double factor = 1;
        List<String> only = new ArrayList<>();
        for (int i = 1; i + 1 < words.length; i += 2) {
            switch (words[i]) {
                case "--seed" -> seed = Long.parseLong(words[i + 1]);
                case "--scale" -> factor = Double.parseDouble(words[i + 1]);
                case "--only" -> only.add(words[i + 1]);
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        return new CampaignOptions(seed, Scale.longTimes(factor), only);
    }

    List<Scenario> chosen(List<Scenario> all) {
        if (only.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(scenario -> only.stream().anyMatch(scenario.kind()::startsWith))
                .toList();
    }
}
