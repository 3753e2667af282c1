# Who a process is, and the lock that makes the supervisor of a data directory unique.
# shellcheck shell=bash

# Sets REPLY to what tells a process from a later one with the same pid: its start time in clock
# ticks since boot (field 22 of /proc/PID/stat). False when it is gone or a zombie. Without /proc
# the pid alone has to do, and REPLY is '-'.
process_start() {
    local stat=''
    local -a fields
    REPLY=''
    if [[ ! -d /proc/self ]]; then
        REPLY='-'
        kill -0 "$1" 2>/dev/null
        return
    fi
    { IFS= read -r -d '' stat <"/proc/$1/stat"; } 2>/dev/null
    [[ -n $stat ]] || return 1
    # The name (field 2) may contain blanks and brackets: count from its last bracket.
    read -ra fields <<<"${stat##*) }"
    [[ ${fields[0]} == [ZX] ]] && return 1
    REPLY=${fields[19]}
}

# is_process PID START: does exactly this process live?
is_process() {
    [[ $1 =~ ^[1-9][0-9]*$ && -n $2 ]] && process_start "$1" && [[ $REPLY == "$2" ]]
}

# signal_process SIGNAL PID START: never reaches another process that got the same pid.
signal_process() { is_process "$2" "$3" && kill -s "$1" "$2" 2>/dev/null; }

# setpriv makes the kernel end a child when its parent dies, even by -9. Some sandboxes forbid it.
DIE_WITH_PARENT=()
find_setpriv() {
    if setpriv --pdeathsig TERM true 2>/dev/null; then
        DIE_WITH_PARENT=(setpriv --pdeathsig TERM)
    fi
}

# The lock is a kernel lock on DATA/supervisor.lock: it ends with its holder however that dies, so
# the file is never removed and what it says ("PID<TAB>START") counts only while the lock is held.
LOCK_FD=''

take_lock() {
    exec {LOCK_FD}>>"$LOCK" || fail 1 "cannot write $LOCK"
    # Not at once: 'down', 'restart' and 'status' may be probing the lock just now.
    flock -x -w 0.3 "$LOCK_FD" && return
    read_lock
    fail 1 "Hostpulse already runs on $DATA (pid ${LOCK_PID:-?}): see 'hostpulse status$(data_hint)', or stop it with 'hostpulse down$(data_hint)'"
}

write_lock() {
    process_start $$
    printf '%s\t%s\n' $$ "$REPLY" >"$LOCK"
}

LOCK_PID='' LOCK_START=''
read_lock() {
    LOCK_PID='' LOCK_START=''
    { IFS=$'\t' read -r LOCK_PID LOCK_START <"$LOCK"; } 2>/dev/null
}

# lock_is_free [SECONDS]: waits so long for it. Takes it shared and for a moment only.
lock_is_free() {
    local probe free=1
    [[ -r $LOCK ]] || return 0
    { exec {probe}<"$LOCK"; } 2>/dev/null || return 0
    flock -s -w "${1:-0}" "$probe" && free=0
    exec {probe}<&-
    return $free
}

# find_supervisor: sets LOCK_PID and LOCK_START. 0 it runs, 1 nothing runs, 2 the lock is held but
# not by the process that the file names, which therefore must not be signalled.
find_supervisor() {
    local try
    # A supervisor that just starts holds the lock a moment before it has written its name.
    for try in {1..20}; do
        lock_is_free && return 1
        read_lock
        is_process "$LOCK_PID" "$LOCK_START" && return 0
        sleep 0.1
    done
    return 2
}
