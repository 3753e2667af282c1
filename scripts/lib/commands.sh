# The commands: up, down, restart, logs, and the way to the console.
# shellcheck shell=bash

command_console() {
    prepare_jvm "$@"
    console_command "$@"
    export_width
    run_jvm
}

# Java cannot ask how wide the terminal is.
export_width() {
    local size screen
    [[ -t 1 && -z ${COLUMNS:-} ]] || return 0
    exec {screen}<&1
    size=$(stty size <&"$screen" 2>/dev/null)
    exec {screen}<&-
    [[ $size != *' '[1-9]* ]] || export COLUMNS=${size#* }
}

# What is measured now, and not read from a stream: asked of the collector's classes.
command_ps() {
    prepare_jvm "$@"
    java_command ${OPT_CONFIG:+"-Dhostpulse.config=$OPT_CONFIG"} io.hostpulse.collector.ps.ProcessesMain "$@"
    run_jvm
}

# A test message needs the handlers, which are the alerter's classes; the other subcommands are the console's.
command_notify() {
    if [[ ${1:-} != test ]]; then
        command_console notify "$@"
        return
    fi
    shift
    prepare_jvm "$@"
    java_command ${OPT_CONFIG:+"-Dhostpulse.config=$OPT_CONFIG"} ${OPT_DATA:+"-Dhostpulse.data=$OPT_DATA"} \
        io.hostpulse.alerter.NotifyMain "$@"
    run_jvm
}

# What the alerter would do with what was recorded: asked of the alerter's classes.
command_rules() {
    prepare_jvm "$@"
    java_command \
        ${OPT_CONFIG:+"-Dhostpulse.config=$OPT_CONFIG"} \
        ${OPT_DATA:+"-Dhostpulse.data=$OPT_DATA"} \
        io.hostpulse.alerter.RulesMain "$@"
    run_jvm
}

# Java reads a command's flags; here only what the JVM's options depend on.
prepare_jvm() {
    peek_options "$@"
    ensure_built
    prepare_java
    use_data_without_java
    use_data_options
    use_shared_classes
}

run_jvm() {
    clean_environment
    exec "${COMMAND[@]}"
}

peek_options() {
    while (($# > 0)); do
        case $1 in
            --data=?*)
                absolute "${1#*=}"
                OPT_DATA=$REPLY
                ;;
            --data)
                if [[ -n ${2:-} ]]; then
                    absolute "$2"
                    OPT_DATA=$REPLY
                fi
                ;;
        esac
        shift
    done
    apply_defaults
}

command_version() {
    read_class_path
    hostpulse_version
    printf 'hostpulse %s\n' "$REPLY"
}

# --- up -----------------------------------------------------------------------------------------

command_up() {
    parse_options 'd set' "$@"
    ((${#OPT_REST[@]} == 0)) || fail 2 "up takes no '${OPT_REST[0]}' (see 'hostpulse help')"
    require flock util-linux
    [[ -z $OPT_DETACH ]] || require setsid util-linux
    ensure_built
    prepare_java
    local list
    list=$(list_processes) || exit $?
    read_processes <(printf '%s\n' "$list")
    [[ -n $DATA_LINE ]] || fail 1 "the console named no data directory"
    ((${#NAMES[@]} > 0)) || fail 2 "the configuration leaves no process to run"
    # Relative to the project, not to wherever the command was typed.
    [[ $DATA_LINE == /* ]] || DATA_LINE=$HOME_DIR/$DATA_LINE
    use_data "$DATA_LINE"
    prepare_data
    take_lock
    printf '%s\n' "$list" >"$RUN/processes"
    rotate "$LOGS/supervisor.log"
    rotate "$LOGS/supervisor.out"
    ensure_shared_classes
    if [[ -n $OPT_DETACH ]]; then
        start_detached
    else
        run_supervisor
    fi
}

require() { command -v "$1" >/dev/null || fail 2 "'$1' is missing (package $2)"; }

# The console has printed what is wrong, and where.
list_processes() {
    local status
    user_flags
    [[ -z $OPT_DATA ]] || use_data "$OPT_DATA"
    use_data_options
    use_shared_classes
    console_command processes "${USER_FLAGS[@]}" ${OPT_DATA:+--data "$OPT_DATA"}
    clean_environment
    "${COMMAND[@]}" </dev/null
    status=$?
    ((status == 0 || status == 2)) || fail 1 "the console ended with exit code $status instead of listing the processes"
    return $status
}

USER_FLAGS=()
user_flags() { USER_FLAGS=(${OPT_CONFIG:+--config "$OPT_CONFIG"} "${OPT_SETS[@]}"); }

prepare_data() {
    umask 077 # after the build, whose results others may use
    mkdir -p -- "$DATA" "$LOGS" "$RUN" "$TEMPORARY" || fail 1 "cannot make the data directory $DATA"
    [[ -w $DATA && -w $LOGS && -w $RUN && -w $TEMPORARY ]] || fail 1 "no permission to write in $DATA"
}

# The common end of 'up' and '__supervise': the lock is held, the list is read.
run_supervisor() {
    hostpulse_version
    VERSION=$REPLY
    user_flags
    PROCESS_FLAGS=(${OPT_CONFIG:+--config "$OPT_CONFIG"} --data "$DATA" "${OPT_SETS[@]}")
    use_data_options
    use_shared_classes
    clean_environment
    supervise
}

# What 'up -d' leaves running inherits the lock, so that nobody can come between.
command_supervise() {
    local list
    LOCK_FD=$1
    shift
    DETACHED=yes
    parse_options 'set' "$@"
    use_data "$OPT_DATA"
    umask 077
    prepare_java
    read_processes "$RUN/processes"
    run_supervisor
}

start_detached() {
    local supervisor
    user_flags
    rm -f -- "$STATE_FILE"
    setsid "$BASH" "$SELF" __supervise "$LOCK_FD" "${USER_FLAGS[@]}" --data "$DATA" \
        </dev/null >>"$LOGS/supervisor.log" 2>>"$LOGS/supervisor.out" &
    supervisor=$!
    exec {LOCK_FD}>&-
    await_settled "$supervisor"
    print_table
    print_url
    printf 'stop it with: hostpulse down%s\n' "$(data_hint)"
    report_failures
}

# Fills the tables from the state file until everything has settled, at most START_PATIENCE.
await_settled() {
    read_clock
    UP_AT=$NOW_MS
    while :; do
        if read_state && is_settled; then
            return
        elif ! kill -0 "$1" 2>/dev/null; then
            tail -n 10 -- "$LOGS/supervisor.out" >&2
            fail 1 "the supervisor did not start, or has ended"
        elif ((NOW_MS - UP_AT >= START_PATIENCE)); then
            fail 1 "the supervisor does not answer; see $LOGS/supervisor.log"
        fi
        sleep 0.1
        read_clock
    done
}

# True when the state file is there; it is replaced as a whole, so it is never half.
read_state() {
    local name state pid restarts since last next i=0
    [[ -r $STATE_FILE ]] || return 1
    NAMES=()
    while IFS=$'\t' read -r name state pid restarts since last next; do
        if [[ $name == supervisor ]]; then
            VERSION=$restarts SUPERVISOR_SINCE=$pid
            continue
        fi
        NAMES[i]=$name STATES[i]=$state PIDS[i]=$pid RESTARTS[i]=$restarts SINCE[i]=$since
        LAST_EXIT[i]=$last NEXT_AT[i]=$next
        i=$((i + 1))
    done <"$STATE_FILE"
}

# 'up -d' succeeds when everything that can run here runs.
report_failures() {
    local i failed=0
    for i in "${!NAMES[@]}"; do
        case ${STATES[i]} in
            running | absent) continue ;;
        esac
        failed=1
        warn "${NAMES[i]} is not running (${STATES[i]}). The end of its output:"
        tail -n 10 -- "$LOGS/${NAMES[i]}.out" 2>/dev/null | sed 's/^/    /' >&2
    done
    ((failed)) && warn "the other processes go on; stop them with 'hostpulse down$(data_hint)'"
    return $failed
}

# --- down ---------------------------------------------------------------------------------------

command_down() {
    local i
    local -a were=()
    parse_options '' "$@"
    ((${#OPT_REST[@]} == 0)) || fail 2 "down takes no '${OPT_REST[0]}'; one process alone: hostpulse restart NAME"
    use_data_without_java
    find_supervisor
    case $? in
        1)
            printf 'nothing runs on %s\n' "$DATA"
            return 0
            ;;
        2) fail 1 "$LOCK is held, but not by the process it names (pid ${LOCK_PID:-?}): nothing was signalled" ;;
    esac
    read_state
    for i in "${!NAMES[@]}"; do ((PIDS[i] > 0)) && were+=("${NAMES[i]}"); done
    read_clock
    local asked_at=$NOW_MS
    signal_process TERM "$LOCK_PID" "$LOCK_START" || lock_is_free ||
        fail 1 "no permission to stop the supervisor (pid $LOCK_PID)"
    lock_is_free 30 || fail 1 "the supervisor (pid $LOCK_PID) has not ended within 30 s; see $LOGS/supervisor.log"
    # The lock goes a moment before its holder.
    while is_process "$LOCK_PID" "$LOCK_START"; do
        read_clock
        ((NOW_MS - asked_at < 31000)) || break
        sleep 0.02
    done
    read_clock
    seconds_of $((NOW_MS - asked_at))
    printf 'stopped %d processes in %s s: %s\n' "${#were[@]}" "$REPLY" "${were[*]}"
}

# --- restart ------------------------------------------------------------------------------------

command_restart() {
    local name i before
    parse_options '' "$@"
    use_data_without_java
    ((${#OPT_REST[@]} == 1)) || fail 2 "restart needs the name of one process (see 'hostpulse status')"
    name=${OPT_REST[0]}
    find_supervisor || fail 1 "Hostpulse does not run on $DATA: start it with 'hostpulse up$(data_hint)'"
    read_state || fail 1 "the supervisor is still starting: try again in a moment"
    index_of "$name" || fail 2 "no process '$name'; there are: ${NAMES[*]}"
    i=$REPLY
    before=${RESTARTS[i]}
    local old_pid=${PIDS[i]}
    : >"$RUN/restart.$name" || fail 1 "no permission to write in $RUN"
    signal_process USR1 "$LOCK_PID" "$LOCK_START" || fail 1 "no permission to signal the supervisor (pid $LOCK_PID)"
    await_restart "$i" "$before" || fail 1 "$name has not been restarted within 15 s; see 'hostpulse logs supervisor$(data_hint)'"
    if ((PIDS[i] == 0)); then
        explain_exit "${LAST_EXIT[i]}"
        fail 1 "$name was started and $REPLY; see 'hostpulse logs $name$(data_hint)'"
    fi
    ((old_pid)) || old_pid='not running'
    printf '%s restarted: pid %s, was %s\n' "$name" "${PIDS[i]}" "$old_pid"
}

index_of() {
    for REPLY in "${!NAMES[@]}"; do
        [[ ${NAMES[REPLY]} == "$1" ]] && return 0
    done
    return 1
}

# Until it is ready or has ended again, at most 5 s after its start; the count tells the start.
await_restart() {
    local deadline started=''
    read_clock
    deadline=$((NOW_MS + 15000))
    while ((NOW_MS < deadline)); do
        if read_state && ((RESTARTS[$1] > $2)); then
            [[ ${STATES[$1]} == starting ]] || return 0
            [[ -n $started ]] || deadline=$((NOW_MS + 5000))
            started=yes
        fi
        sleep 0.1
        read_clock
    done
    [[ -n $started ]]
}

# --- logs ---------------------------------------------------------------------------------------

LOG_LINES=40

command_logs() {
    parse_options 'f' "$@"
    use_data_without_java
    [[ -d $LOGS ]] || fail 1 "no logs in $DATA: Hostpulse has not run there"
    case ${#OPT_REST[@]} in
        0) logs_of_all ;;
        1) logs_of_one "${OPT_REST[0]}" ;;
        *) fail 2 'logs takes one name, or none for all' ;;
    esac
}

logs_of_one() {
    local file=$LOGS/$1.log name
    local -a known=()
    # One that failed before it could open its log has only written to its output.
    [[ -s $file || ! -e $LOGS/$1.out ]] || file=$LOGS/$1.out
    if [[ $1 == */* || ! -e $file ]]; then
        for name in "$LOGS"/*.log "$LOGS"/*.out; do
            name=${name##*/}
            name=${name%.*}
            [[ $name == '*' ]] || is_one_of "$name" "${known[@]}" || known+=("$name")
        done
        fail 2 "no log of '$1'; there are: ${known[*]:-none yet}"
    fi
    exec tail -n "$LOG_LINES" ${OPT_FOLLOW:+-F} -- "$file"
}

logs_of_all() {
    local file name width=4
    local -a files=()
    for file in "$LOGS"/*.log; do
        [[ -e $file ]] || fail 1 "no logs in $LOGS yet"
        files+=("$file")
        name=${file##*/}
        ((${#name} - 4 > width)) && width=$((${#name} - 4))
    done
    newest_of_all "$width" "${files[@]}"
    [[ -n $OPT_FOLLOW ]] || return 0
    tail -n 0 -F -- "${files[@]}" 2>/dev/null | prefix_names "$width"
}

# Ordered by the time with which each line begins; a line without one stays with the line before.
newest_of_all() {
    local width=$1 file name
    shift
    for file; do
        name=${file##*/}
        tail -n "$LOG_LINES" -- "$file" |
            awk -v name="${name%.log}" -v width="$width" \
                '/^[0-9]/ { key = $1 } { printf "%s\t%-*s  %s\n", key, width, name, $0 }'
    done | LC_ALL=C sort -s -t $'\t' -k 1,1 | cut -f 2- | tail -n "$LOG_LINES"
}

# Turns the headers of tail into a column: '==> /data/logs/NAME.log <=='. In bash, because the awk
# of Debian holds back what it reads from a pipe.
prefix_names() {
    local line name=''
    while IFS= read -r line; do
        if [[ $line == '==> '*'.log <==' ]]; then
            name=${line##*/}
            name=${name%.log <==}
        elif [[ -n $line ]]; then
            printf '%-*s  %s\n' "$1" "$name" "$line"
        fi
    done
}
