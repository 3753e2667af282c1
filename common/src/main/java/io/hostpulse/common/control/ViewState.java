package io.hostpulse.common.control;

/** What is found where the alerter's view should be. */
public sealed interface ViewState {

    /**
     * The alerter is alive, and this is how it is doing.
     *
     * @param view what it says
     */
    record Current(AlerterView view) implements ViewState {}

    /**
     * The alerter has not written for {@link AlerterViewFile#MOST_SILENCE}: it has stopped or hangs.
     *
     * @param view what it said last
     */
    record Old(AlerterView view) implements ViewState {}

    /** The alerter has never run with this data directory. */
    record Absent() implements ViewState {}

    /**
     * There is something that cannot be understood.
     *
     * @param reason why not, for people
     */
    record Unreadable(String reason) implements ViewState {}
}
