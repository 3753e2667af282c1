# One archive of loaded classes, mapped by all JVMs, so that they share its memory and start sooner.
# Made once per build and JDK by a training run. Without it everything works and only takes more
# memory, so nothing here ever stops a start.
# shellcheck shell=bash

CDS_OPTIONS=()
CDS_FILE=''
TRAINING_WITHIN=15000 # until everything is ready; what is not is trained as far as it came
TRAINING_MOMENT=1.5   # then so long, for what only the first samples load

# Next to the jars it is shared by all data directories; an installed, read-only layout falls back
# to the data directory.
find_cds_file() {
    local folder
    if is_checkout; then
        folder=$HOME_DIR/dist/target/hostpulse/cds
    elif [[ -w $HOME_DIR/cds || (! -e $HOME_DIR/cds && -w $HOME_DIR) ]]; then
        folder=$HOME_DIR/cds
    elif [[ -s $HOME_DIR/cds/$JAVA_VERSION_TEXT.jsa || -z $DATA ]]; then
        folder=$HOME_DIR/cds
    else
        folder=$DATA/cds
    fi
    CDS_FILE=$folder/$JAVA_VERSION_TEXT.jsa
}

# MARK is the archive, or the note that making it failed: both are stale once a jar or the options
# are newer, or the class path is another (a jar went away, the folder was moved).
cds_mark_is_fresh() {
    local mark=$1 jar known=''
    [[ -s $mark ]] || return 1
    { read -r known <"$CDS_FILE.classpath"; } 2>/dev/null
    [[ $known == "$CLASS_PATH" && $PARTS/jvm.options -ot $mark ]] || return 1
    local IFS=:
    for jar in $CLASS_PATH; do
        [[ $jar -nt $mark ]] && return 1
    done
    return 0
}

# Sets CDS_OPTIONS if there is an archive that fits.
use_shared_classes() {
    CDS_OPTIONS=()
    [[ ${HOSTPULSE_CDS:-on} != off ]] || return 0
    find_cds_file
    cds_mark_is_fresh "$CDS_FILE" || return 0
    CDS_OPTIONS=(
        "-XX:SharedArchiveFile=$CDS_FILE" -Xshare:auto
        # Mapped where it was dumped for: relocated pages would be private to each process.
        -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
    )
}

# Makes the archive if it is missing or stale. A failure is not repeated before the next build.
ensure_shared_classes() {
    [[ ${HOSTPULSE_CDS:-on} != off ]] || return 0
    find_cds_file
    cds_mark_is_fresh "$CDS_FILE" && return 0
    cds_mark_is_fresh "$CDS_FILE.failed" && return 0
    printf 'preparing the shared class data (once per build, some seconds) …\n' >&2
    # In a shell of its own: it changes the environment and the folder. Others may read the result.
    if ! (umask 022 && mkdir -p -- "${CDS_FILE%/*}") 2>/dev/null ||
        ! (exec {LOCK_FD}>&- && make_shared_classes); then
        warn "no shared class data (reason in $LOGS/cds.out): going on without, with more memory"
        note_class_path failed 2>/dev/null
    fi
    return 0
}

note_class_path() {
    # Readable for the others who use these jars, unlike what lies in a data directory.
    (
        umask 022
        printf '%s\n' "$CLASS_PATH" >"$CDS_FILE.classpath"
        [[ -z ${1:-} ]] || printf 'see %s\n' "$LOGS/cds.out" >"$CDS_FILE.$1"
    )
}

make_shared_classes() {
    local work=$TEMPORARY/training.$$ archive=$CDS_FILE.new.$$
    mkdir -p -- "$work/data/tmp" "$work/data/logs" "$work/data/run" || return 1
    # shellcheck disable=SC2064 # the names as they are now
    trap "rm -rf -- $(printf '%q ' "$work" "$archive")" EXIT
    exec >"$LOGS/cds.out" 2>&1 </dev/null
    train "$work" && merge_class_lists "$work" && dump_archive "$work" "$archive" || return 1
    chmod 644 -- "$archive"
    note_class_path
    mv -f -- "$archive" "$CDS_FILE" && rm -f -- "$CDS_FILE.failed"
}

# Runs every process for a moment on a data directory of its own, and with nothing of the user's
# configuration: a training run must not write to his databases or send his alerts.
train() {
    local work=$1 name
    cd -- "$work" || return 1
    for name in "${!HOSTPULSE_@}"; do unset "$name"; done
    export MALLOC_ARENA_MAX=1
    OPT_CONFIG=$work/config.yaml OPT_DATA='' CDS_OPTIONS=()
    training_config >"$OPT_CONFIG"
    use_data "$work/data"
    use_data_options
    EXTRA_OPTIONS=("-XX:DumpLoadedClassList=$work/console.classes")
    console_command processes --config "$OPT_CONFIG" --data "$DATA" --set broker.port=0
    "${COMMAND[@]}" >"$work/processes" || return 1
    read_processes "$work/processes"
    ((${#NAMES[@]} > 0)) || return 1
    find_setpriv
    start_training "$work"
    await_training
    end_training
}

# Says what is the default anyway, in every form of YAML that config.yaml uses, so that the classes
# that read it are in the archive as well.
training_config() {
    printf '%s\n' 'data: {directory: data}' 'sources:' '  memory:' '    enabled: true' \
        '    interval: 500ms # the default' '  disk:' '    exclude_mounts: ["/snap/*"]' 'broker:' \
        '  host: "127.0.0.1"' '  max_clients: 1000'
}

start_training() {
    local i
    local -a arguments
    for i in "${!NAMES[@]}"; do
        EXTRA_OPTIONS=("-XX:DumpLoadedClassList=$1/${NAMES[i]}.classes")
        read -ra arguments <<<"${ARGUMENTS[i]}"
        java_command "${MAINS[i]}" "${arguments[@]}" --config "$OPT_CONFIG" --data "$DATA" --set broker.port=0
        "${DIE_WITH_PARENT[@]}" "${COMMAND[@]}" &
        PIDS[i]=$!
        process_start "$!" && STARTS[i]=$REPLY || STARTS[i]=''
    done
}

# Until each is ready or gone.
await_training() {
    local i waiting deadline
    read_clock
    deadline=$((NOW_MS + TRAINING_WITHIN))
    while ((NOW_MS < deadline)); do
        waiting=''
        for i in "${!NAMES[@]}"; do
            [[ -e $RUN/${NAMES[i]}.ready ]] || ! is_process "${PIDS[i]}" "${STARTS[i]}" || waiting=yes
        done
        [[ -n $waiting ]] || break
        sleep 0.2
        read_clock
    done
    sleep "$TRAINING_MOMENT"
}

end_training() {
    local i deadline
    for i in "${!NAMES[@]}"; do signal_process TERM "${PIDS[i]}" "${STARTS[i]}"; done
    read_clock
    deadline=$((NOW_MS + STOP_PATIENCE))
    for i in "${!NAMES[@]}"; do
        while is_process "${PIDS[i]}" "${STARTS[i]}"; do
            if ((NOW_MS >= deadline)); then
                # Its list is written as classes load, so it counts all the same.
                signal_process KILL "${PIDS[i]}" "${STARTS[i]}"
            fi
            sleep 0.05
            read_clock
            ((NOW_MS < deadline + KILL_PATIENCE)) || break
        done
    done
    return 0
}

# Each list numbers its classes for itself, so numbers go (they only matter to classes of unusual
# loaders, 'source:', which go too). A class is wanted once, in the order it was first met.
merge_class_lists() {
    local -a lists=("$1"/*.classes)
    [[ -s ${lists[0]} ]] || return 1
    awk '/source:/ || /^#/ { next }
        { sub(/ id: [0-9]+$/, "") }
        !seen[$0]++' "${lists[@]}" >"$1/all.classlist"
}

dump_archive() {
    java_for_dump "$1" "$2"
    timeout 120 "${COMMAND[@]}" && [[ -s $2 ]]
}

# The same collector and class path as those who will use it.
java_for_dump() {
    EXTRA_OPTIONS=(-Xshare:dump "-XX:SharedClassListFile=$1/all.classlist" "-XX:SharedArchiveFile=$2")
    java_command
}
