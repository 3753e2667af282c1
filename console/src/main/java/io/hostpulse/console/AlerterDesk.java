package io.hostpulse.console;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.OrderAnswer;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.status.ProcessReader;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.Processes;
import io.hostpulse.common.status.SupervisorState;
import io.hostpulse.common.text.Printable;
import io.hostpulse.console.alerts.AlertJournal;
import io.hostpulse.console.alerts.Orders;
import io.hostpulse.console.alerts.Overview;
import io.hostpulse.console.alerts.Reply;
import io.hostpulse.console.alerts.Watch;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * What all commands about alerts share: looking at what the alerter says, and asking it for something.
 *
 * @param surroundings where the command runs
 * @param data the data directory
 */
record AlerterDesk(Surroundings surroundings, DataDirectory data) {

    private static final String ROOT = "root";

    AlertJournal journal() {
        return AlertJournal.in(data);
    }

    Watch watch() throws IOException {
        return Watch.of(data, processes(), surroundings.clock().nanos());
    }

    Overview overview() throws IOException {
        return Overview.of(data, processes(), surroundings.clock().nanos());
    }

    private List<ProcessStatus> processes() throws IOException {
        Processes processes = Processes.of(surroundings.proc(), surroundings.clock());
        return new ProcessReader(data, processes, surroundings.clock()).read(SupervisorState.of(data));
    }

    /** Shows something of the alerter's view, and says on stderr when it may no longer be so. */
    ExitCode show(Function<Watch, Fields> json, Function<AlerterView, String> text, boolean asJson) throws IOException {
        Watch watch = watch();
        if (watch.view().isPresent()) {
            print(asJson ? jsonOf(json.apply(watch)) : text.apply(watch.view().get()));
        }
        return judge(watch);
    }

    ExitCode judge(Watch watch) {
        watch.complaint().ifPresent(why -> tell(watch.age().isPresent() ? "this may no longer be so: " + why : why));
        return watch.isCurrent() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Asks the alerter for something and says what came of it. */
    ExitCode order(List<Wish> wishes) throws IOException {
        Watch watch = watch();
        if (!journal().exists() && !watch.isAlive()) {
            tell("Hostpulse has never run on " + data.root() + ": nobody would do this");
            return ExitCode.FAILED;
        }
        Orders orders = new Orders(data, user(), surroundings.clock(), surroundings.pause());
        ExitCode worst = ExitCode.DONE;
        for (Reply reply : orders.place(wishes, watch.isAlive())) {
            worst = worse(worst, tell(reply, watch));
        }
        return worst;
    }

    private ExitCode tell(Reply reply, Watch watch) {
        if (reply.answer().isEmpty()) {
            tell(reply.wish().what() + " was placed, but the alerter "
                    + (watch.isAlive()
                            ? "has not answered within " + Orders.PATIENCE.toSeconds() + " s: it will do so when it can"
                            : "does not run: it will do so when it runs"));
            return ExitCode.TEMPORARY;
        }
        OrderAnswer answer = reply.answer().get();
        if (answer.isDone()) {
            surroundings.out().println(Printable.of(reply.wish().done().apply(answer.result())));
            return ExitCode.DONE;
        }
        tell(reply.wish().what() + " was refused: " + answer.refusal());
        return ExitCode.FAILED;
    }

    /** What was refused stays refused; what was placed may still be done. */
    private static ExitCode worse(ExitCode one, ExitCode other) {
        if (one == ExitCode.FAILED || other == ExitCode.FAILED) {
            return ExitCode.FAILED;
        }
        return one == ExitCode.TEMPORARY ? one : other;
    }

    /** Who is asking. Behind sudo it is who called that: "root" would tell nobody anything. */
    String user() {
        String user = surroundings
                .properties()
                .apply("user.name")
                .filter(name -> !name.isBlank() && !name.equals("?"))
                .orElse("console");
        String caller = surroundings.environment().getOrDefault("SUDO_USER", "");
        return user.equals(ROOT) && !caller.isBlank() ? caller : user;
    }

    void print(String text) {
        surroundings.out().print(text);
    }

    /** After what was printed so far. */
    void tell(String why) {
        surroundings.out().flush();
        surroundings.err().println("hostpulse: " + Printable.of(why));
    }

    void tellTrouble(List<String> trouble) {
        trouble.forEach(this::tell);
    }

    static String jsonOf(Fields fields) {
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(fields)) + "\n";
    }
}
