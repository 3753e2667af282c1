package io.hostpulse.common.process;

import java.nio.file.Path;

/**
 * How a process is asked to collect its garbage: a request in the data directory's run folder, which only the owner can enter,
 * and the report beside it.
 *
 * @param request holds a word by which its report is recognised
 * @param report what came of it
 * @param draft the report while it is being written
 */
record GcFiles(Path request, Path report, Path draft) {

    static GcFiles of(DataDirectory data, String processName) {
        Path run = data.run();
        return new GcFiles(
                run.resolve(processName + ".gc-request"),
                run.resolve(processName + ".gc-report"),
                run.resolve(processName + ".gc-report.tmp"));
    }
}
