# Flags, paths and the usage text.
# shellcheck shell=bash

OWN_COMMANDS=(up down restart logs ps rules help version)
# Answered by the Java console. A new console command gets its name here, so that a typing error
# is told at once instead of after a build and a JVM's start.
CONSOLE_COMMANDS=(status top tail history memory queues gpu alerts monitoring report export config notify token processes)

usage() {
    cat <<'END'
Hostpulse watches this machine.

  hostpulse up [-d]               build if needed, start everything, print the address
  hostpulse down                  stop everything
  hostpulse status [--json]       what runs, since when, and how far behind
  hostpulse restart NAME          restart one process
  hostpulse logs [-f] [NAME]      the newest log lines; -f follows
  hostpulse tail STREAM [-f]      the records of a stream
  hostpulse history STREAM [FIELD…]   what its numbers did: --last 24h, --from T --to T, --points N
  hostpulse ps [--tree]           the processes of this moment (ps --help)
  hostpulse rules test            rules tried on what was recorded; rules list (rules --help)
  hostpulse gpu [--json]          the graphics cards now, and how they are read
  hostpulse export --from 24h     what was recorded, as json, ndjson or csv (export --help)
  hostpulse export now [SINK]     the exporter writes everything at once
  hostpulse memory [NAME]         what Hostpulse itself takes and whether it grows; --gc NAME
  hostpulse alerts [--json]       the alerts that are on; also: history, show ID, ack ID, resolve ID,
                                  note ID TEXT, silence, silences, unsilence, thresholds, threshold, reload
  hostpulse notify [list]         the handlers that tell of them; also: enable, disable, dead, resend, test NAME
  hostpulse monitoring [stop|start] [STREAM…]   what is not measured because somebody stopped it; stop, start
  hostpulse token [list]          who may come in to the broker; also: create NAME, revoke NAME
  hostpulse top | queues | report | export | config check

Flags of up, down, restart and logs:
  --data DIR         the data directory (else $HOSTPULSE_DATA, else 'data' beside config.yaml)
  --config FILE      the configuration (else config.yaml of the project, where there is one)
  --set KEY=VALUE    up only: one setting, wins over the file; may be repeated
  -d, --detach       up only: go on in the background once everything is ready

Examples:
  hostpulse up                                    in this terminal, Ctrl-C stops it
  hostpulse up -d --set broker.port=9000          in the background, on another port
  hostpulse logs -f collector-memory
  hostpulse down --data /var/lib/hostpulse

Environment: HOSTPULSE_DATA, HOSTPULSE_JAVA_HOME, HOSTPULSE_JAVA_OPTS (added to every JVM),
HOSTPULSE_CDS=off (no shared class-data archive), NO_COLOR.
END
}

unknown_command() {
    local hint=''
    nearest "$1" "${OWN_COMMANDS[@]}" "${CONSOLE_COMMANDS[@]}"
    [[ -z $REPLY ]] || hint="; did you mean '$REPLY'?"
    fail 2 "unknown command '$1'$hint (see 'hostpulse help')"
}

# The installed layout has its jars in lib/; anything else is a checkout.
is_checkout() { [[ -f $HOME_DIR/pom.xml ]] || ! compgen -G "$HOME_DIR/lib/*.jar" >/dev/null; }

# Sets REPLY to the path made absolute; it need not exist.
absolute() {
    case $1 in
        /*) REPLY=$1 ;;
        *) REPLY=$PWD/$1 ;;
    esac
    [[ $REPLY == / ]] || REPLY=${REPLY%/}
}

DEFAULT_DATA=$HOME_DIR/data
OPT_DATA='' OPT_CONFIG='' OPT_DETACH='' OPT_FOLLOW=''
OPT_SETS=() # "--set" "key=value" …, as passed on
OPT_REST=()

# parse_options ALLOWED ARG…: ALLOWED lists the flags beyond --data and --config: 'd' 'set' 'f'.
parse_options() {
    local allowed=" $1 " flag value
    shift
    while (($# > 0)); do
        flag=$1
        shift
        case $flag in
            --data=* | --config=* | --set=*)
                value=${flag#*=}
                flag=${flag%%=*}
                ;;
            --data | --config | --set)
                (($# > 0)) || fail 2 "$flag needs a value (see 'hostpulse help')"
                value=$1
                shift
                ;;
        esac
        case $flag in
            --data)
                [[ -n $value ]] || fail 2 "--data needs a directory"
                absolute "$value"
                OPT_DATA=$REPLY
                ;;
            --config)
                [[ -f $value && -r $value ]] || fail 2 "--config $value: no such file, or not readable"
                absolute "$value"
                OPT_CONFIG=$REPLY
                ;;
            --set)
                [[ $allowed == *" set "* ]] || fail 2 "--set belongs to 'hostpulse up'"
                [[ $value == ?*=* ]] || fail 2 "--set $value: expected key=value, for example --set broker.port=9000"
                OPT_SETS+=(--set "$value")
                ;;
            -d | --detach)
                [[ $allowed == *" d "* ]] || fail 2 "$flag belongs to 'hostpulse up'"
                OPT_DETACH=yes
                ;;
            -f | --follow)
                [[ $allowed == *" f "* ]] || fail 2 "$flag belongs to 'hostpulse logs'"
                OPT_FOLLOW=yes
                ;;
            -h | --help)
                usage
                exit 0
                ;;
            -*) fail 2 "unknown flag '$flag' (see 'hostpulse help')" ;;
            *) OPT_REST+=("$flag") ;;
        esac
    done
    apply_defaults
}

apply_defaults() {
    if [[ -n ${HOSTPULSE_DATA:-} ]]; then
        absolute "$HOSTPULSE_DATA"
        DEFAULT_DATA=$REPLY
        OPT_DATA=${OPT_DATA:-$DEFAULT_DATA}
    fi
    if [[ -z $OPT_CONFIG && -r $HOME_DIR/config.yaml ]]; then
        OPT_CONFIG=$HOME_DIR/config.yaml
    fi
}

# Sets DATA and what is in it. 'up' learns the directory from the console; the others ask no JVM.
use_data() {
    DATA=$1
    LOGS=$DATA/logs
    RUN=$DATA/run
    TEMPORARY=$DATA/tmp
    LOCK=$DATA/supervisor.lock
    STATE_FILE=$RUN/supervisor.state
}

DATA='' LOGS='' RUN='' TEMPORARY='' LOCK='' STATE_FILE=''

use_data_without_java() { use_data "${OPT_DATA:-$DEFAULT_DATA}"; }

# How to say "the same data directory" in a hint: nothing when it is the default one.
data_hint() {
    [[ $DATA == "$DEFAULT_DATA" ]] && return
    printf ' --data %q' "$DATA"
}
