# Messages, colours and clocks. stdout is for people, errors go to stderr.
# shellcheck shell=bash

RED='' GREEN='' YELLOW='' BOLD='' PLAIN=''
if [[ -t 1 && -z ${NO_COLOR:-} && ${TERM:-dumb} != dumb ]]; then
    RED=$'\e[31m' GREEN=$'\e[32m' YELLOW=$'\e[33m' BOLD=$'\e[1m' PLAIN=$'\e[0m'
fi

warn() { printf 'hostpulse: %s\n' "$*" >&2; }

# fail STATUS MESSAGE…: 1 failed, 2 usage or configuration.
fail() {
    local status=$1
    shift
    warn "$@"
    exit "$status"
}

# Sets NOW_MS: milliseconds of a clock that never goes back, so that a corrected wall clock neither
# delays a restart by hours nor repeats it at once. Sets a variable because $(…) would cost a fork.
NOW_MS=0
read_clock() {
    local up
    if { read -r up _ </proc/uptime; } 2>/dev/null; then
        NOW_MS=$((10#${up/./} * 10))
    else
        NOW_MS=$((${EPOCHREALTIME/[.,]/} / 1000))
    fi
}

# Sets STAMP to the time of day in UTC as in all of Hostpulse's logs (RFC 3339, microseconds).
STAMP=''
read_stamp() {
    local now=$EPOCHREALTIME
    local TZ=UTC
    printf -v STAMP '%(%Y-%m-%dT%H:%M:%S)T.%sZ' "${now%[.,]*}" "${now#*[.,]}"
}

# Sets REPLY to milliseconds as seconds for people: 200 → 0.2, 1500 → 1.5, 30000 → 30.
seconds_of() {
    REPLY=$(($1 / 1000))
    (($1 % 1000 < 100)) || REPLY+=.$(($1 % 1000 / 100))
}

is_one_of() {
    local wanted=$1 candidate
    shift
    for candidate; do
        [[ $candidate == "$wanted" ]] && return 0
    done
    return 1
}

# Sets REPLY to the number of single-character edits between two words.
edit_distance() {
    local a=$1 b=$2 i j cost best
    local -a previous=() current=()
    for ((j = 0; j <= ${#b}; j++)); do previous[j]=$j; done
    for ((i = 1; i <= ${#a}; i++)); do
        current[0]=$i
        for ((j = 1; j <= ${#b}; j++)); do
            [[ ${a:i-1:1} == "${b:j-1:1}" ]] && cost=0 || cost=1
            best=$((previous[j - 1] + cost))
            ((previous[j] + 1 < best)) && best=$((previous[j] + 1))
            ((current[j - 1] + 1 < best)) && best=$((current[j - 1] + 1))
            current[j]=$best
        done
        previous=("${current[@]}")
    done
    REPLY=${previous[${#b}]}
}

# nearest WORD CANDIDATE…: sets REPLY to the candidate most alike, or to nothing when none is.
nearest() {
    local word=$1 candidate best=4 found=''
    shift
    for candidate; do
        if [[ $candidate == "$word"* ]]; then
            REPLY=0
        else
            edit_distance "$word" "$candidate"
        fi
        # More than half of a word changed is another word.
        if ((REPLY < best && REPLY * 2 <= ${#candidate})); then
            best=$REPLY found=$candidate
        fi
    done
    REPLY=$found
}
