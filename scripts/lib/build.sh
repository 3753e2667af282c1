# Builds a checkout when its jars are missing or older than the sources.
# shellcheck shell=bash

# Prints one source newer than the file, or nothing. Tests and their tools do not count.
source_newer_than() {
    find "$HOME_DIR" \
        \( -name target -o -name node_modules -o -name .git -o -path "$HOME_DIR/data" \
        -o -path "$HOME_DIR/tests" -o -path '*/src/test' \) -prune -o \
        -type f \( -path '*/src/*' -o -name pom.xml -o -name package.json \) \
        -newer "$1" -print -quit
}

# A build is fresh when nothing changed since this script built, or since anybody did (the newest
# jar). The stamp has the time at which the build began: an edit during it counts as newer.
build_is_fresh() {
    local jar newest='' stamp=$HOME_DIR/dist/target/hostpulse/.built
    jar_folder
    for jar in "$REPLY"/*.jar; do
        [[ -e $jar ]] || return 1
        [[ -z $newest || $jar -nt $newest ]] && newest=$jar
    done
    [[ -e $stamp && -z $(source_newer_than "$stamp") ]] && return 0
    [[ -z $(source_newer_than "$newest") ]]
}

# Progress goes to stderr: stdout may be read by a program (hostpulse status --json).
ensure_built() {
    is_checkout || return 0
    build_is_fresh && return 0
    command -v mvn >/dev/null ||
        fail 2 "Hostpulse is not built yet, and Maven is missing (Debian: apt-get install maven)"
    find_java
    [[ -x $JAVA_HOME_FOUND/bin/javac ]] ||
        fail 2 "Hostpulse is not built yet, and $JAVA_HOME_FOUND is no full JDK: it has no compiler (Debian: apt-get install openjdk-17-jdk-headless)"

    local target=$HOME_DIR/dist/target build_lock
    mkdir -p -- "$target" || fail 1 "cannot write $target"
    # Two builds in one tree would spoil each other. The lock is on a file that always exists.
    exec {build_lock}<"$HOME_DIR/pom.xml"
    if ! flock -n "$build_lock"; then
        warn "another build is running: waiting for it …"
        flock "$build_lock"
    fi
    build_is_fresh || build "$target"
    exec {build_lock}<&-
}

# What runs, and nothing else: the tests and the checks of the house are for 'mvn verify'.
MAVEN_ARGUMENTS=(-q -B -pl dist -am -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true
    -Denforcer.skip=true -Dmdep.analyze.skip=true package)

build() {
    local target=$1 log=$1/build.log status ticker='' text='building Hostpulse'
    compgen -G "$target/hostpulse/lib/*.jar" >/dev/null || text+=' (first time: about a minute)'
    touch -- "$target/.begun"
    if [[ -t 2 ]]; then
        show_elapsed "$text" &
        ticker=$!
    else
        printf '%s …\n' "$text" >&2
    fi
    (cd -- "$HOME_DIR" && JAVA_HOME=$JAVA_HOME_FOUND mvn "${MAVEN_ARGUMENTS[@]}") >"$log" 2>&1 </dev/null
    status=$?
    if [[ -n $ticker ]]; then
        kill "$ticker" 2>/dev/null
        wait "$ticker" 2>/dev/null
        printf '\r\e[K' >&2
    fi
    if ((status != 0)); then
        tail -n 30 -- "$log" >&2
        fail 1 "the build failed; all of its output is in $log"
    fi
    compgen -G "$target/hostpulse/lib/*.jar" >/dev/null ||
        fail 1 "the build left no jars in $target/hostpulse/lib; its output is in $log"
    mv -f -- "$target/.begun" "$target/hostpulse/.built"
}

# Ends by itself when the script that started it is gone.
show_elapsed() {
    local text=$1
    SECONDS=0
    while kill -0 $$ 2>/dev/null; do
        printf '\r%s … %d s ' "$text" "$SECONDS" >&2
        sleep 1
    done
}
