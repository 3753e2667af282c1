package io.hostpulse.broker.rest.dashboard;

import io.hostpulse.broker.rest.Endpoint;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers with the dashboard's files, or with another page where this build has none. Immutable. */
public final class Dashboard {

    private final DashboardFiles files;
    private final Endpoint substitute;

    private Dashboard(DashboardFiles files, Endpoint substitute) {
        this.files = files;
        this.substitute = substitute;
    }

    /**
     * Reads the dashboard from the class path.
     *
     * @param loader whose class path
     * @param substitute answers at {@code /} when there is no dashboard
     * @return the dashboard
     */
    public static Dashboard read(ClassLoader loader, Endpoint substitute) {
        return new Dashboard(DashboardFiles.read(loader), substitute);
    }

    /**
     * The page itself.
     *
     * @param request for {@code /}
     * @return the page
     */
    public CompletionStage<Response> page(Request request) {
        return files.isEmpty() ? substitute.answer(request) : file(request, "index.html");
    }

    /**
     * A part of the page.
     *
     * @param request for {@code /assets/{name}}
     * @return the asset
     */
    public CompletionStage<Response> asset(Request request) {
        return file(request, "assets/" + request.place("name"));
    }

    private CompletionStage<Response> file(Request request, String path) {
        StaticFile file = files.find(path)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "the dashboard has no such file; load / again, it may be of another version")));
        return CompletableFuture.completedStage(file.response(request.wanted()));
    }
}
