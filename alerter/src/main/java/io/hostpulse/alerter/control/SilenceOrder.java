package io.hostpulse.alerter.control;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.SilenceFields;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Reads the silence that an order asks for. What is left out is filled in, and what is not understood is refused. */
final class SilenceOrder {

    private static final String MATCH = "match";
    private static final String SCHEDULE = "schedule";

    private final Errand errand;
    private final Fields asked;

    private SilenceOrder(Errand errand) {
        this.errand = errand;
        this.asked = errand.order().arguments();
    }

    static Silence read(Errand errand, String unusedId) throws RefusedException {
        return new SilenceOrder(errand).read(unusedId);
    }

    private Silence read(String unusedId) throws RefusedException {
        errand.takesOnly("id", "kind", MATCH, "from", "to", SCHEDULE, "author", "comment");
        errand.takesOnlyIn(MATCH, matcherFields());
        errand.takesOnlyIn(SCHEDULE, List.of("days", "hours", "zone"));
        refusePast();
        Fields.Builder whole = Fields.builder()
                .put("id", errand.arguments().optionalText("id").orElse(unusedId))
                .put(
                        "kind",
                        errand.arguments()
                                .optionalText("kind")
                                .orElse("silence")
                                .toUpperCase(Locale.ROOT))
                .put("author", errand.order().by())
                .put("comment", errand.text("comment"))
                .put("from", asked.get("from").orElse(new Value.Text(Rfc3339.format(errand.now()))));
        for (String name : List.of(MATCH, "to", SCHEDULE)) {
            asked.get(name).ifPresent(value -> whole.put(name, value));
        }
        return checked(SilenceFields.parse(whole.build()));
    }

    private void refusePast() throws RefusedException {
        OptionalLong to = errand.arguments().optionalTime("to");
        if (to.isPresent() && to.getAsLong() <= errand.now()) {
            throw new RefusedException("the silence would be over already: 'to' is in the past");
        }
    }

    private static List<String> matcherFields() {
        List<String> names = new ArrayList<>(List.of("labels"));
        Arrays.stream(AlertMatcher.Field.values())
                .map(AlertMatcher.Field::label)
                .forEach(names::add);
        return names;
    }

    // Nobody should silence everything by forgetting something.
    private static Silence checked(Silence silence) throws RefusedException {
        if (silence.matcher().isEmpty()) {
            throw new RefusedException("'match' says which alerts; write rule \"*\" in it for all of them");
        }
        return silence;
    }
}
