package io.hostpulse.tests.faults;

/** Writes the template when it is first asked for. Thread-safe. */
final class SharedTemplate {

    private Template template;

    synchronized Template in(Scratch scratch) {
        if (template == null) {
            template = Template.write(scratch);
        }
        return template;
    }
}
