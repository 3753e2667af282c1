package io.hostpulse.broker.rest;

/** Ends the handling of a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Ends the handling.
     *
     * @param problem what is answered
     */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /**
     * Ends the handling because of the request.
     *
     * @param detail what is wrong with it
     * @return the exception
     */
    public static ProblemException badRequest(String detail) {
        return new ProblemException(Problem.of(400, detail));
    }

    /**
     * Tells what is answered.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
