# What the bench-* scripts share: the project's JVM options, the benchmarks' jars, and a whole
# Hostpulse on a data directory of its own that is gone when the script ends.
# shellcheck shell=bash

BENCH_DATA=''
BENCH_PORT=''
NAMES=() PIDS=()

# bench_number FLAG VALUE: sets REPLY, or ends with a message.
bench_number() {
    [[ ${2:-} =~ ^[1-9][0-9]{0,5}$ ]] || fail 2 "$1 needs a whole number from 1 to 999999"
    REPLY=$2
}

# --- a Hostpulse to measure -----------------------------------------------------------------------

hostpulse() { "$PARTS/hostpulse" "$@"; }

# Starts the default set with the default configuration, whatever the user's environment says.
start_hostpulse() {
    local name
    for name in "${!HOSTPULSE_@}"; do
        case $name in
            HOSTPULSE_JAVA_HOME | HOSTPULSE_JAVA_OPTS | HOSTPULSE_CDS) ;;
            *) unset "$name" ;;
        esac
    done
    BENCH_DATA=$(mktemp -d "${TMPDIR:-/tmp}/hostpulse-bench.XXXXXX") || exit 1
    trap stop_hostpulse EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    hostpulse up -d --config "$HOME_DIR/config.yaml" --data "$BENCH_DATA" --set broker.port=0 >&2 ||
        fail 1 "Hostpulse did not start"
    read_bench_processes
    await_delivery
}

# bounded SECONDS COMMAND…: in the background, because bash looks at signals only between commands.
BENCH_CHILD=''
bounded() {
    timeout "$@" &
    BENCH_CHILD=$!
    wait "$BENCH_CHILD"
}

stop_hostpulse() {
    trap '' INT TERM HUP
    [[ -z $BENCH_CHILD ]] || kill "$BENCH_CHILD" 2>/dev/null
    [[ -z $BENCH_DATA ]] || {
        hostpulse down --data "$BENCH_DATA" >/dev/null 2>&1
        rm -rf -- "$BENCH_DATA"
    }
}

# The supervisor counts as well: it is part of the price.
read_bench_processes() {
    local name state pid
    NAMES=(supervisor) PIDS=()
    while IFS=$'\t' read -r name state pid _; do
        if [[ $name == supervisor ]]; then
            PIDS[0]=$state
        elif ((pid > 0)); then
            NAMES+=("$name") PIDS+=("$pid")
        fi
    done <"$BENCH_DATA/run/supervisor.state"
    # No line end in it, so that read says it failed.
    { read -r BENCH_PORT <"$BENCH_DATA/run/broker.port"; } 2>/dev/null
    [[ -n $BENCH_PORT ]] || fail 1 "the broker has not said its port"
}

# Each collector has a stream of its own, and the broker's cursor moves when a record has come.
await_delivery() {
    local wanted=0 name try
    for name in "${NAMES[@]}"; do [[ $name != collector-* ]] || wanted=$((wanted + 1)); done
    for try in {1..150}; do
        (($(compgen -G "$BENCH_DATA/cursors/broker/*.cursor" | wc -l) >= wanted)) && return
        sleep 0.2
    done
    fail 1 "not every stream delivers within 30 s; see 'hostpulse status --data $BENCH_DATA' while it runs"
}

# --- the benchmarks' own JVM ----------------------------------------------------------------------

BENCH_HOME=$HOME_DIR/tests/benchmarks

# The stamp has the time at which the build began: an edit during it counts as newer. The jars tell
# nothing, because Maven leaves those alone whose own classes have not changed.
bench_jars_are_fresh() {
    [[ -e $BENCH_HOME/target/.built ]] || return 1
    [[ -z $(find "$HOME_DIR/common" "$HOME_DIR/broker" "$HOME_DIR/history" "$HOME_DIR/prometheus" "$BENCH_HOME" "$HOME_DIR/pom.xml" -name target -prune -o \
        -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$BENCH_HOME/target/.built" -print -quit) ]]
}

ensure_bench_built() {
    local target=$BENCH_HOME/target
    [[ -f $BENCH_HOME/pom.xml ]] || fail 2 "benchmarks need a checkout of the sources"
    bench_jars_are_fresh && return
    command -v mvn >/dev/null || fail 2 "the benchmarks are not built yet, and Maven is missing"
    printf 'building the benchmarks …\n' >&2
    mkdir -p -- "$target" && touch -- "$target/.begun" || fail 1 "cannot write $target"
    # A library that is no longer used would stay.
    rm -rf -- "$target/lib"
    (cd -- "$HOME_DIR" && JAVA_HOME=$JAVA_HOME_FOUND mvn -q -B -DskipTests -pl tests/benchmarks -am package) \
        >"$target/build.log" 2>&1 </dev/null ||
        fail 1 "the build failed; its output is in $target/build.log"
    mv -f -- "$target/.begun" "$target/.built"
}

# bench_command SCRATCH ARG…: sets COMMAND to a JVM with the options of production, so that what is measured
# is what runs.
bench_command() {
    local LC_ALL=C IFS=:
    local -a jars=("$BENCH_HOME"/target/*.jar "$BENCH_HOME"/target/lib/*.jar)
    CLASS_PATH="${jars[*]}"
    DATA_OPTIONS=("-Djava.io.tmpdir=$1" "-Djna.tmpdir=$1" "-Dio.netty.native.workdir=$1")
    CDS_OPTIONS=()
    shift
    java_command "$@"
}
