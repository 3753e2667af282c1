# The supervisor: starts the processes, keeps them running, stops them in flow order.
#
# It sleeps in 'wait -n' until a child ends, and its timer is one, so an idle supervisor costs nothing.
# After each wake-up it looks at everything there is to look at: nothing depends on which event woke it.
#   - 'wait -n' forgets a child that a signal killed while another command ran, so the dead are
#     found by looking (reap) and asked for by pid, which bash always answers, and the last thing
#     before it sleeps is a look at whether all live;
#   - the timer waits for a byte in a pipe, and then exits, which 'wait -n' does not forget. A signal
#     writes one: whenever it comes, this timer or the next finds it.
# What bash itself misses between two commands, some microseconds, the heartbeat finds.
# shellcheck shell=bash

# Times in milliseconds. The environment is for tests.
BACKOFF_FIRST=${HOSTPULSE_SUPERVISOR_BACKOFF_FIRST:-200}
BACKOFF_LAST=${HOSTPULSE_SUPERVISOR_BACKOFF_LAST:-30000}
HEALTHY_AFTER=${HOSTPULSE_SUPERVISOR_HEALTHY_AFTER:-60000}
ABSENT_RETRY=${HOSTPULSE_SUPERVISOR_ABSENT_RETRY:-600000}
CRASH_LOOP_RETRY=${HOSTPULSE_SUPERVISOR_CRASH_LOOP_RETRY:-60000}
# So many ends within this time are a crash loop. Back-off alone spreads the first 8 over 26 s plus
# the lives of the processes, and would never reach more than 10 within two minutes.
CRASH_LOOP_ENDS=8
CRASH_LOOP_WITHIN=120000
STOP_PATIENCE=5000 # a process drains and ends within this time, or is killed
KILL_PATIENCE=3000 # one that survives even that is stuck in the kernel
# So long 'up' waits for what starts: on a busy machine a dozen JVMs take their time, and a driver may hang for 30 s.
START_PATIENCE=${HOSTPULSE_SUPERVISOR_START_PATIENCE:-60000}
BACKOFF_PATIENCE=20000 # and so long for what ends again and again
PORT_WITHIN=50000
HEARTBEAT=5000 # looks after its children at least so often, whatever happens
OUT_LIMIT=1048576

# One entry per process, by index.
NAMES=() MAINS=() ARGUMENTS=()
STATES=() PIDS=() STARTS=()    # STARTS: with the pid the identity of the process
RESTARTS=() SINCE=() LAST_EXIT=()
STARTED_AT=() NEXT_AT=()       # clock times; NEXT_AT 0: not planned
BACKOFF=() ENDS=() LOOPING=()  # ENDS: clock times of the last ends
TERM_SENT=() KILL_AT=() KILLED=() RESTART_ASKED=()

URL=''
DETACHED=''
STOP_ASKED='' STOPPING='' REQUESTED='' STAGE=1 CHANGED=yes SETTLED=''
SUPERVISOR_SINCE=0 UP_AT=0 VERSION=unknown
PROCESS_FLAGS=()
TIMER_PID='' TIMER_START='' TIMER_AT=0
WAKE_IN='' WAKE_OUT=''

# read_processes FILE: what 'ConsoleMain processes' printed: 'data', 'url', then one line per
# process. Arguments are separated by tabs or blanks and contain none.
read_processes() {
    local line name main arguments
    DATA_LINE=''
    NAMES=() MAINS=() ARGUMENTS=()
    while IFS= read -r line || [[ -n $line ]]; do
        IFS=$'\t' read -r name main arguments <<<"$line"
        case $name in
            data) DATA_LINE=$main ;;
            url) URL=$main ;;
            *)
                # A line without a tab is something that the JVM had to say.
                [[ -n $main ]] || continue
                NAMES+=("$name")
                MAINS+=("$main")
                ARGUMENTS+=("${arguments//$'\t'/ }")
                ;;
        esac
    done <"$1"
}
DATA_LINE=''

# Flow order for the end: who writes, who works on what was written, who shows it.
stage_of() {
    case $1 in
        collector | collector-*) REPLY=1 ;;
        broker | broker-* | exporter) REPLY=3 ;;
        *) REPLY=2 ;;
    esac
}

event() {
    read_stamp
    if [[ -n $DETACHED ]]; then
        printf '%s %s\n' "$STAMP" "$*"
    else
        # Nobody may read it any more: the terminal was closed, or the pipe.
        { printf '%(%H:%M:%S)T %s\n' -1 "$*"; } 2>/dev/null
        printf '%s %s\n' "$STAMP" "$*" >>"$LOGS/supervisor.log"
    fi
}

set_state() {
    [[ ${STATES[$1]} == "$2" ]] || SINCE[$1]=$EPOCHSECONDS
    STATES[$1]=$2
    CHANGED=yes
}

# --- starting -----------------------------------------------------------------------------------

rotate() {
    local size
    [[ -e $1 ]] || return 0
    size=$(wc -c <"$1")
    ((size < OUT_LIMIT)) || mv -f -- "$1" "$1.1"
}

# What the child becomes; runs in the forked shell.
become() {
    local fd arguments
    # The terminal sends Ctrl-C and its end to everybody: the supervisor alone decides the order.
    trap '' INT HUP
    trap - TERM USR1 PIPE
    for fd in /proc/self/fd/*; do
        # 0 to 2 are set by the caller, 255 is bash's own and closes itself; the list also has the
        # one with which it was read.
        [[ -e $fd ]] || continue
        fd=${fd##*/}
        ((fd > 2 && fd != 255)) && exec {fd}>&-
    done
    [[ -d /proc/self ]] || exec {LOCK_FD}>&- {WAKE_IN}>&- {WAKE_OUT}>&-
    read -ra arguments <<<"${ARGUMENTS[$1]}"
    java_command "${MAINS[$1]}" "${arguments[@]}" "${PROCESS_FLAGS[@]}"
    exec "${DIE_WITH_PARENT[@]}" "${COMMAND[@]}"
}

start_process() {
    local i=$1 name=${NAMES[$1]} out
    out=$LOGS/$name.out
    rm -f -- "$RUN/$name.ready" "$RUN/$name.port"
    rotate "$out"
    become "$i" </dev/null >>"$out" 2>&1 &
    PIDS[i]=$!
    # Gone already: then nothing can be mistaken for it.
    process_start "$!" && STARTS[i]=$REPLY || STARTS[i]=''
    read_clock
    STARTED_AT[i]=$NOW_MS NEXT_AT[i]=0 TERM_SENT[i]='' KILL_AT[i]=0 KILLED[i]='' RESTART_ASKED[i]=''
    STATES[i]=starting SINCE[i]=$EPOCHSECONDS CHANGED=yes
}

start_due() {
    local i
    for i in "${!NAMES[@]}"; do
        ((NEXT_AT[i] > 0 && NEXT_AT[i] <= NOW_MS)) || continue
        RESTARTS[i]=$((RESTARTS[i] + 1))
        start_process "$i"
    done
}

mark_ready() {
    local i
    for i in "${!NAMES[@]}"; do
        [[ ${STATES[i]} == starting && -e $RUN/${NAMES[i]}.ready ]] && set_state "$i" running
    done
}

# --- ends ---------------------------------------------------------------------------------------

reap() {
    local i status
    for i in "${!NAMES[@]}"; do
        ((PIDS[i])) || continue
        is_process "${PIDS[i]}" "${STARTS[i]}" && continue
        wait "${PIDS[i]}" 2>/dev/null # where bash would report a killed one
        status=$?
        PIDS[i]=0 STARTS[i]='' KILL_AT[i]=0 CHANGED=yes
        LAST_EXIT[i]=$status
        rm -f -- "$RUN/${NAMES[i]}.ready" "$RUN/${NAMES[i]}.port"
        process_ended "$i" "$status"
    done
}

# Sets REPLY to what an exit status means.
explain_exit() {
    if (($1 > 128)); then
        REPLY="was ended by signal $(($1 - 128)) ($(kill -l "$1" 2>/dev/null))"
    else
        REPLY="ended with exit code $1"
    fi
}

process_ended() {
    local i=$1 status=$2 name=${NAMES[$1]}
    if [[ -n $STOPPING ]]; then
        set_state "$i" stopped
    elif [[ -n ${RESTART_ASKED[i]} ]]; then
        plan_start "$i" backoff 0
    elif ((status == 2)); then
        set_state "$i" config-error
        event "$name: configuration error, not started again; see 'hostpulse logs $name'"
    elif ((status == 69)); then
        # Said once: from then on it is looked for quietly.
        [[ -n ${ABSENT_SAID[i]:-} ]] || event "$name: not on this machine; looked for again every $((ABSENT_RETRY / 60000)) min"
        ABSENT_SAID[i]=yes
        plan_start "$i" absent "$ABSENT_RETRY"
    else
        process_failed "$i" "$status"
    fi
}
ABSENT_SAID=()

process_failed() {
    local i=$1 status=$2 name=${NAMES[$1]} count=0 at what
    local -a recent=()
    if ((NOW_MS - STARTED_AT[i] >= HEALTHY_AFTER)); then
        BACKOFF[i]=$BACKOFF_FIRST ENDS[i]='' LOOPING[i]=''
    fi
    for at in ${ENDS[i]} "$NOW_MS"; do
        ((NOW_MS - at < CRASH_LOOP_WITHIN)) && recent+=("$at")
    done
    ENDS[i]="${recent[*]}" count=${#recent[@]}
    explain_exit "$status"
    what=$REPLY
    if [[ -n ${LOOPING[i]} ]]; then
        plan_start "$i" crash-loop "$CRASH_LOOP_RETRY"
    elif ((count >= CRASH_LOOP_ENDS)); then
        LOOPING[i]=yes
        plan_start "$i" crash-loop "$CRASH_LOOP_RETRY"
        event "CRASH LOOP: $name ended $count times within two minutes, the last time it $what." \
            "Tried again every $((CRASH_LOOP_RETRY / 1000)) s from now on; see 'hostpulse logs $name'"
    else
        plan_start "$i" backoff "${BACKOFF[i]}"
        seconds_of "${BACKOFF[i]}"
        event "$name $what: restarted in $REPLY s"
        BACKOFF[i]=$((BACKOFF[i] * 2 < BACKOFF_LAST ? BACKOFF[i] * 2 : BACKOFF_LAST))
    fi
}

# plan_start INDEX STATE DELAY
plan_start() {
    set_state "$1" "$2"
    NEXT_AT[$1]=$((NOW_MS + $3))
    # 0 would mean "not planned".
    ((NEXT_AT[$1] > 0)) || NEXT_AT[$1]=1
}

# --- requests and the end -----------------------------------------------------------------------

# 'hostpulse restart NAME' leaves DATA/run/restart.NAME and sends USR1.
take_requests() {
    local file i
    [[ -n $REQUESTED ]] || return
    REQUESTED=''
    for file in "$RUN"/restart.*; do
        [[ -e $file ]] || continue
        rm -f -- "$file"
        for i in "${!NAMES[@]}"; do
            [[ ${file##*/restart.} == "${NAMES[i]}" ]] && restart_process "$i"
        done
    done
}

# Whoever asks for a restart has changed something: what was learned about it no longer holds.
restart_process() {
    local i=$1
    BACKOFF[i]=$BACKOFF_FIRST ENDS[i]='' LOOPING[i]='' ABSENT_SAID[i]=''
    event "${NAMES[i]}: restart asked for"
    if ((PIDS[i])); then
        RESTART_ASKED[i]=yes
        ask_to_end "$i"
    else
        plan_start "$i" backoff 0
    fi
}

ask_to_end() {
    [[ -z ${TERM_SENT[$1]} ]] || return
    TERM_SENT[$1]=yes
    KILL_AT[$1]=$((NOW_MS + STOP_PATIENCE))
    signal_process TERM "${PIDS[$1]}" "${STARTS[$1]}"
}

kill_overdue() {
    local i
    for i in "${!NAMES[@]}"; do
        ((PIDS[i] && KILL_AT[i] > 0 && KILL_AT[i] <= NOW_MS)) || continue
        if [[ -z ${KILLED[i]} ]]; then
            event "${NAMES[i]} (pid ${PIDS[i]}) did not end within $((STOP_PATIENCE / 1000)) s: killed"
            signal_process KILL "${PIDS[i]}" "${STARTS[i]}"
            KILLED[i]=yes KILL_AT[i]=$((NOW_MS + KILL_PATIENCE))
        elif [[ -n $STOPPING ]]; then
            event "${NAMES[i]} (pid ${PIDS[i]}) cannot even be killed (it hangs in the kernel): left behind"
            PIDS[i]=0 KILL_AT[i]=0
            set_state "$i" stopped
        else
            # A second one must not start beside it: one writer per queue.
            KILL_AT[i]=$((NOW_MS + HEARTBEAT))
        fi
    done
}

begin_stop() {
    local i
    STOPPING=yes
    event 'stopping …'
    for i in "${!NAMES[@]}"; do
        NEXT_AT[i]=0
        ((PIDS[i])) || set_state "$i" stopped
    done
}

# True once everything has ended. Writers first, so that readers see all of what was written.
advance_stop() {
    local i alive
    for (( ; STAGE <= 3; STAGE++)); do
        alive=''
        for i in "${!NAMES[@]}"; do
            stage_of "${NAMES[i]}"
            ((PIDS[i] && REPLY == STAGE)) || continue
            alive=yes
            ask_to_end "$i"
        done
        [[ -z $alive ]] || return 1
    done
}

# --- the state file -----------------------------------------------------------------------------

# For 'hostpulse status' and 'up -d': complete at every moment, because it is moved into place.
save_state() {
    local i next
    [[ -n $CHANGED ]] || return 0
    {
        printf 'supervisor\t%s\t%s\t%s\n' "$1" "$SUPERVISOR_SINCE" "$VERSION"
        for i in "${!NAMES[@]}"; do
            next=0
            ((NEXT_AT[i] > 0)) && next=$((EPOCHSECONDS + (NEXT_AT[i] - NOW_MS + 999) / 1000))
            printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "${NAMES[i]}" "${STATES[i]}" "${PIDS[i]}" \
                "${RESTARTS[i]}" "${SINCE[i]}" "${LAST_EXIT[i]}" "$next"
        done
    } >"$STATE_FILE.new" && mv -f -- "$STATE_FILE.new" "$STATE_FILE" && CHANGED=''
}

# --- what was started ---------------------------------------------------------------------------

# Sets REPLY to the address to open: a broker on port 0 tells the port it got.
actual_url() {
    local port=''
    REPLY=$URL
    { read -r port <"$RUN/broker.port"; } 2>/dev/null
    [[ $port =~ ^[0-9]+$ && $URL =~ ^([a-z]+://(\[[^]]*\]|[^/:]*))(:[0-9]+)?(/.*)?$ ]] || return 0
    REPLY=${BASH_REMATCH[1]}:$port${BASH_REMATCH[4]}
}

waits_for_port() { [[ $URL =~ :0(/|$) && ! -s $RUN/broker.port ]] && ((NOW_MS - UP_AT < PORT_WITHIN)); }

# Everything runs, or will not run without a change or within minutes.
is_settled() {
    local state broker_lives=''
    local -i i
    local -i age=NOW_MS-UP_AT
    for i in "${!NAMES[@]}"; do
        state=${STATES[i]}
        [[ $state == starting ]] && ((age < START_PATIENCE)) && return 1
        [[ $state == backoff ]] && ((age < BACKOFF_PATIENCE)) && return 1
        [[ ${NAMES[i]} == broker && $state == running ]] && broker_lives=yes
    done
    [[ -z $broker_lives ]] || ! waits_for_port
}

print_table() {
    local i width=4 colour text
    for i in "${!NAMES[@]}"; do ((${#NAMES[i]} > width)) && width=${#NAMES[i]}; done
    printf '%sHostpulse %s%s on %s\n' "$BOLD" "$VERSION" "$PLAIN" "$DATA"
    for i in "${!NAMES[@]}"; do
        colour=$YELLOW text="pid ${PIDS[i]}"
        case ${STATES[i]} in
            running) colour=$GREEN ;;
            starting) text+=', not ready yet' ;;
            absent) colour='' text='not on this machine, looked for again every 10 min' ;;
            config-error) colour=$RED text='its configuration is wrong; not started again' ;;
            *)
                explain_exit "${LAST_EXIT[i]}"
                colour=$RED text=$REPLY
                ;;
        esac
        printf "  %-${width}s  %s%-12s%s  %s\n" "${NAMES[i]}" "$colour" "${STATES[i]}" "$PLAIN" "$text"
    done
}

print_url() {
    actual_url
    if [[ $REPLY =~ :0(/|$) ]]; then
        printf 'the broker has not said its port yet: see %s\n' "hostpulse status$(data_hint)"
    else
        printf 'open %s\n' "$REPLY"
    fi
}

announce() {
    [[ -z $SETTLED && -z $STOPPING ]] && is_settled || return
    SETTLED=yes
    [[ -z $DETACHED ]] || return
    print_table
    print_url
    printf 'Ctrl-C stops it\n'
}

# --- the loop -----------------------------------------------------------------------------------

# Sets REPLY to the time at which there is something to do though nothing happens.
next_deadline() {
    local i at age
    REPLY=$((NOW_MS + HEARTBEAT))
    for i in "${!NAMES[@]}"; do
        for at in "${NEXT_AT[i]}" "${KILL_AT[i]}"; do
            ((at > 0 && at < REPLY)) && REPLY=$at
        done
        [[ ${STATES[i]} == starting ]] || continue
        # Readiness is a file: looked for often at first, hardly ever in the end.
        age=$((NOW_MS - STARTED_AT[i]))
        at=$((NOW_MS + (age < START_PATIENCE ? 200 : HEARTBEAT)))
        ((at < REPLY)) && REPLY=$at
    done
    if [[ -z $SETTLED && -z $STOPPING ]]; then
        ((NOW_MS + 200 < REPLY)) && REPLY=$((NOW_MS + 200))
    fi
}

# The timer has the reading end alone, so it ends with the supervisor however that ends.
open_wake_pipe() {
    local pipe=$RUN/wake both
    rm -f -- "$pipe"
    mkfifo -- "$pipe" || fail 1 "cannot make a pipe in $RUN"
    exec {both}<>"$pipe" {WAKE_IN}<"$pipe" {WAKE_OUT}>"$pipe" {both}>&-
    rm -f -- "$pipe"
}

wake_up() { printf . >&"$WAKE_OUT"; }

end_timer() {
    [[ -n $TIMER_PID ]] || return 0
    is_process "$TIMER_PID" "$TIMER_START" && wake_up
    wait "$TIMER_PID" 2>/dev/null
    TIMER_PID=''
}

arm_timer() {
    local wanted=$1 delay
    if [[ -n $TIMER_PID ]] && ((TIMER_AT <= wanted)) && is_process "$TIMER_PID" "$TIMER_START"; then
        return
    fi
    end_timer
    delay=$((wanted - NOW_MS))
    ((delay > 10)) || delay=10
    printf -v delay '%d.%03d' $((delay / 1000)) $((delay % 1000))
    await_wake_up "$delay" </dev/null >/dev/null 2>&1 {LOCK_FD}>&- {WAKE_OUT}>&- &
    TIMER_PID=$!
    process_start "$TIMER_PID" && TIMER_START=$REPLY || TIMER_START=''
    TIMER_AT=$wanted
}

# The timer: runs in the forked shell. The terminal sends Ctrl-C to everybody.
await_wake_up() {
    trap '' INT HUP TERM USR1
    read -r -t "$1" -n 1 -u "$WAKE_IN"
    exit 0
}

all_live() {
    local i
    for i in "${!NAMES[@]}"; do
        ((PIDS[i] == 0)) || is_process "${PIDS[i]}" "${STARTS[i]}" || return 1
    done
}

sleep_until_event() {
    next_deadline
    arm_timer "$REPLY"
    all_live && wait -n 2>/dev/null
}

supervise_loop() {
    while :; do
        read_clock
        reap
        [[ -n $STOP_ASKED && -z $STOPPING ]] && begin_stop
        take_requests
        if [[ -n $STOPPING ]]; then
            kill_overdue
            advance_stop && break
        else
            kill_overdue
            start_due
            mark_ready
        fi
        save_state $$
        announce
        sleep_until_event
    done
    end_timer
}

# supervise: needs the lock, the list of processes and DATA. Returns when everything has ended.
supervise() {
    local i
    find_setpriv
    open_wake_pipe
    trap 'STOP_ASKED=yes; wake_up' TERM INT HUP
    trap 'REQUESTED=yes; wake_up' USR1
    # A closed terminal or pipe must not end the supervisor; unlike '' this is not inherited.
    trap ':' PIPE
    write_lock
    rm -f -- "$RUN"/*.ready "$RUN"/*.port "$RUN"/restart.*
    SUPERVISOR_SINCE=$EPOCHSECONDS
    read_clock
    UP_AT=$NOW_MS
    for i in "${!NAMES[@]}"; do
        RESTARTS[i]=0 LAST_EXIT[i]=- BACKOFF[i]=$BACKOFF_FIRST ENDS[i]='' LOOPING[i]=''
        start_process "$i"
    done
    # bash reports killed children in its own words: not between the events, and not in the log.
    supervise_loop 2>>"$LOGS/supervisor.out"
    rm -f -- "$RUN"/*.ready "$RUN"/*.port "$RUN"/restart.*
    CHANGED=yes
    save_state 0
    : >"$LOCK"
    event 'stopped'
}
