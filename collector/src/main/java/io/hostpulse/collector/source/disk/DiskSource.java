package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.patience.Answer;
import io.hostpulse.collector.source.patience.PatientAsker;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together the space of the mounts and the activity of the disks. */
final class DiskSource implements Source {

    private final Disks disks;
    private final MountSelection selection;
    private final PatientAsker<Space> asker;
    private final DiskMeter meter;

    DiskSource(Disks disks, MountSelection selection, PatientAsker<Space> asker, DiskMeter meter) {
        this.disks = disks;
        this.selection = selection;
        this.asker = asker;
        this.meter = meter;
    }

    @Override
    public Reading read() throws IOException {
        List<Mount> mounts = disks.mounts();
        Target primary = selection.primary(mounts);
        List<Target> targets = selection.targets(mounts);
        Map<String, Answer<Space>> answers = asker.ask(paths(primary, targets));
        return new Reading.Ok(fields(primary, targets, answers));
    }

    private static Set<String> paths(Target primary, List<Target> targets) {
        Set<String> paths = new LinkedHashSet<>();
        paths.add(primary.path());
        targets.forEach(target -> paths.add(target.path()));
        return paths;
    }

    private Fields fields(Target primary, List<Target> targets, Map<String, Answer<Space>> answers) {
        Fields.Builder fields = Fields.builder();
        SpaceFields.addSpace(fields, answers.get(primary.path()));
        fields.put("path", primary.path());
        fields.put("mounts", elements(targets, answers));
        meter.addTo(fields);
        return fields.build();
    }

    private List<Value> elements(List<Target> targets, Map<String, Answer<Space>> answers) {
        List<Value> elements = new ArrayList<>(targets.size());
        for (Target target : targets) {
            Answer<Space> answer = answers.get(target.path());
            if (selection.isExplicit() || !hasNoSize(answer)) {
                elements.add(SpaceFields.element(target, answer));
            }
        }
        return elements;
    }

    /** A type that is new in the kernel and holds no data is recognised by this. */
    private static boolean hasNoSize(Answer<Space> answer) {
        return answer instanceof Answer.Known<Space> known && known.value().total() == 0;
    }

    @Override
    public void close() {
        asker.close();
        disks.close();
    }
}
