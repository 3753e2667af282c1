package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.model.Fields;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Shows what the configuration says, without what could be a secret. */
final class ConfigEndpoint {

    private final Supplier<Fields> written;
    private final Answers answers;

    ConfigEndpoint(Supplier<Fields> written, Answers answers) {
        this.written = written;
        this.answers = answers;
    }

    CompletionStage<Response> show(Request request) {
        request.query();
        return answers.atDesk(() -> {
            Fields config = read();
            return Response.ok(Fields.builder().put("config", config).build(), config);
        });
    }

    private Fields read() {
        try {
            return written.get();
        } catch (ConfigException e) {
            // Its message quotes the file.
            throw new ProblemException(Problem.busy("the file cannot be read now; 'hostpulse config check' says why"));
        }
    }
}
