# The JDK, the options of a JVM and the class path. Everything that knows how a JVM is started.
# shellcheck shell=bash

JAVA_HOME_FOUND='' JAVA_MAJOR=0 JAVA_VERSION_TEXT=''

# Sets JAVA_VERSION_TEXT and JAVA_MAJOR for a JDK's folder. Its release file answers without
# starting a JVM; a JDK without one is asked.
read_java_version() {
    local home=$1 line version='' runtime=''
    [[ -x $home/bin/java ]] || return 1
    if [[ -r $home/release ]]; then
        while IFS= read -r line || [[ -n $line ]]; do
            case $line in
                JAVA_VERSION=*) version=${line#*=} ;;
                JAVA_RUNTIME_VERSION=*) runtime=${line#*=} ;;
            esac
        done <"$home/release"
    fi
    if [[ -z $version ]]; then
        line=$("$home/bin/java" -version 2>&1 | head -n 1)
        [[ $line =~ \"([^\"]+)\" ]] || return 1
        version=${BASH_REMATCH[1]}
    fi
    version=${version//\"/} runtime=${runtime//\"/}
    JAVA_VERSION_TEXT=${runtime:-$version}
    # 1.8.0_402 is Java 8.
    version=${version#1.}
    JAVA_MAJOR=${version%%[!0-9]*}
    [[ -n $JAVA_MAJOR ]]
}

# Sets JAVA_HOME_FOUND: HOSTPULSE_JAVA_HOME if set, otherwise the newest JDK there is.
find_java() {
    local home best='' best_major=0 best_text='' on_path
    if [[ -n ${HOSTPULSE_JAVA_HOME:-} ]]; then
        read_java_version "$HOSTPULSE_JAVA_HOME" ||
            fail 2 "HOSTPULSE_JAVA_HOME=$HOSTPULSE_JAVA_HOME has no working bin/java"
        best=$HOSTPULSE_JAVA_HOME best_major=$JAVA_MAJOR best_text=$JAVA_VERSION_TEXT
    else
        on_path=$(command -v java) && on_path=$(readlink -f -- "$on_path")
        for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/* ${on_path:+"${on_path%/bin/java}"}; do
            read_java_version "$home" || continue
            ((JAVA_MAJOR > best_major)) || continue
            best=$home best_major=$JAVA_MAJOR best_text=$JAVA_VERSION_TEXT
        done
    fi
    [[ -n $best ]] || fail 2 "no Java found: install a JDK, 17 or newer (Debian: apt-get install openjdk-17-jdk-headless), or set HOSTPULSE_JAVA_HOME"
    ((best_major >= 17)) || fail 2 "Java 17 or newer is needed; the newest found is $best_text in $best (set HOSTPULSE_JAVA_HOME to another)"
    JAVA_HOME_FOUND=$best JAVA_MAJOR=$best_major JAVA_VERSION_TEXT=$best_text
}

# Adds to JVM_OPTIONS the lines of a file that apply to this Java: 'OPTION', '17:OPTION',
# '24+:OPTION', '24-:OPTION', '17-23:OPTION'.
read_options_file() {
    local line from to
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line#"${line%%[![:space:]]*}"}
        line=${line%"${line##*[![:space:]]}"}
        [[ -z $line || $line == '#'* ]] && continue
        if [[ $line =~ ^([0-9]+)([+-]([0-9]*))?:(.*)$ ]]; then
            from=${BASH_REMATCH[1]} to=${BASH_REMATCH[3]:-}
            line=${BASH_REMATCH[4]}
            if [[ -z $to ]]; then
                [[ -n ${BASH_REMATCH[2]} ]] && to=999999 || to=$from
            fi
            ((JAVA_MAJOR >= from && JAVA_MAJOR <= to)) || continue
        fi
        JVM_OPTIONS+=("$line")
    done <"$1"
}

JVM_OPTIONS=()   # common to all
EXTRA_OPTIONS=() # the user's
DATA_OPTIONS=()  # those that keep a JVM from writing outside the data directory
CLASS_PATH=''

prepare_java() {
    find_java
    JVM_OPTIONS=()
    read_options_file "$PARTS/jvm.options"
    read_class_path
    # Split at blanks on purpose, as JAVA_TOOL_OPTIONS is.
    read -ra EXTRA_OPTIONS <<<"${HOSTPULSE_JAVA_OPTS:-}"
}

jar_folder() {
    if is_checkout; then REPLY=$HOME_DIR/dist/target/hostpulse/lib; else REPLY=$HOME_DIR/lib; fi
}

# One explicit list in a fixed order: an archive of class data is valid for exactly one.
read_class_path() {
    local LC_ALL=C IFS=:
    local -a jars
    jar_folder
    jars=("$REPLY"/*.jar)
    [[ -e ${jars[0]} ]] || fail 1 "no jars in $REPLY"
    [[ $REPLY != *:* ]] || fail 2 "Java cannot use a class path with a colon in it: $REPLY"
    CLASS_PATH="${jars[*]}"
}

# The version as the jars have it in their names.
hostpulse_version() {
    local jar=$CLASS_PATH
    if [[ $jar =~ /hostpulse-[a-z]+-([0-9][^/:]*)\.jar ]]; then
        REPLY=${BASH_REMATCH[1]}
    else
        REPLY=unknown
    fi
}

# With a data directory at hand every JVM keeps its temporary files, native libraries and crash
# reports there. The console also runs where there is none yet.
use_data_options() {
    DATA_OPTIONS=()
    [[ -n $DATA && -d $TEMPORARY && -w $TEMPORARY ]] || return 0
    DATA_OPTIONS=(
        "-Djava.io.tmpdir=$TEMPORARY"
        "-Djna.tmpdir=$TEMPORARY"
        "-Dio.netty.native.workdir=$TEMPORARY"
        "-XX:ErrorFile=$LOGS/hs_err_%p.txt"
    )
}

# java_command MAIN ARG…: sets COMMAND. HOSTPULSE_JAVA_OPTS comes last, so that it wins.
COMMAND=()
java_command() {
    COMMAND=(
        "$JAVA_HOME_FOUND/bin/java"
        "${JVM_OPTIONS[@]}"
        "${DATA_OPTIONS[@]}"
        "${CDS_OPTIONS[@]}"
        "${EXTRA_OPTIONS[@]}"
        -cp "$CLASS_PATH"
        "$@"
    )
}

# console_command ARG…: sets COMMAND. The properties tell the console this project's defaults.
console_command() {
    java_command \
        "-Dhostpulse.home=$HOME_DIR" \
        ${OPT_CONFIG:+"-Dhostpulse.config=$OPT_CONFIG"} \
        ${OPT_DATA:+"-Dhostpulse.data=$OPT_DATA"} \
        io.hostpulse.console.ConsoleMain "$@"
}

# The script's own variables are no settings: HOSTPULSE_… names a setting to the processes.
clean_environment() {
    unset HOSTPULSE_DATA HOSTPULSE_JAVA_HOME HOSTPULSE_JAVA_OPTS HOSTPULSE_CDS
    local name
    for name in "${!HOSTPULSE_SUPERVISOR_@}"; do unset "$name"; done
    # glibc otherwise keeps an arena of freed memory per thread.
    export MALLOC_ARENA_MAX=1
}
