package io.hostpulse.console;

import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.HandlerView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.alerts.NotThereException;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Asks the alerter for something about one handler.
 *
 * @param desk asks it
 * @param name the handler's name
 */
record HandlerOrders(AlerterDesk desk, String name) {

    ExitCode turn(boolean enabled) throws IOException {
        check(desk.watch().view());
        String word = enabled ? "enable" : "disable";
        Fields arguments =
                Fields.builder().put("handler", name).put("enabled", enabled).build();
        return desk.order(List.of(Wish.of(
                ControlAction.HANDLER,
                arguments,
                "'" + word + " " + name + "'",
                "handler " + name + " is " + word + "d")));
    }

    ExitCode resend(Optional<String> key) throws IOException {
        check(desk.watch().view());
        Fields.Builder arguments = Fields.builder().put("handler", name);
        key.ifPresent(one -> arguments.put("key", one));
        String what = key.map(one -> one + " by ").orElse("all that was given up by ") + name;
        return desk.order(List.of(new Wish(
                ControlAction.RESEND,
                arguments.build(),
                "'resend " + what + "'",
                result -> "sent again by " + name + ": "
                        + (result.equals("1") ? "1 notification" : result + " notifications"))));
    }

    void check(Optional<AlerterView> view) {
        List<String> names = view.map(
                        seen -> seen.handlers().stream().map(HandlerView::name).toList())
                .orElse(List.of());
        if (!names.isEmpty() && !names.contains(name)) {
            throw NotThereException.of("handler", name, names);
        }
    }
}
