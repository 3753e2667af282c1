-- The history, version 2: what version 1 lacked, Schema adds. docs/HISTORY.md explains it for people. Times are epoch nanoseconds unless a name says otherwise.
-- Statements are separated by blank lines.

-- Where the writer stands in each stream: in the same transaction as what it wrote.
create table stream (
    id integer primary key,
    name text not null unique,
    custom integer not null,
    last_sequence integer not null,
    last_time integer not null,
    process_minute integer not null
);

create table series (
    id integer primary key,
    stream integer not null,
    path text not null,
    first_hour integer not null,
    last_hour integer not null,
    unique (stream, path)
);

-- What was committed since the last full ten minutes ('span' numbers them from 1970), one row a commit and stream.
create table tail (
    id integer primary key,
    stream integer not null,
    span integer not null,
    data blob not null
);

create index tail_by_stream on tail (stream, span);

-- Ten minutes of a stream: the moments, shared by all its series.
create table block (
    id integer primary key,
    stream integer not null,
    span integer not null,
    start integer not null,
    records integer not null,
    rolled integer not null default 0,
    timeline blob not null
);

create index block_by_time on block (stream, start);

create index block_to_roll on block (stream, span) where rolled = 0;

-- The values: id is block * 2^24 + series, so that rows come in the order of time and old ones go together.
create table sample (
    id integer primary key,
    data blob not null
);

-- An hour of minutes: id is hour * 2^24 + series, hours from 1970.
create table minute (
    id integer primary key,
    data blob not null
);

create table hour (
    hour integer not null,
    series integer not null,
    min real not null,
    mean real not null,
    max real not null,
    last real not null,
    count integer not null,
    primary key (hour, series)
) without rowid;

-- Records without data, and records that are missing, while the same reason holds.
create table gap (
    id integer primary key,
    stream integer not null,
    first_sequence integer not null,
    last_sequence integer not null,
    start integer not null,
    end integer not null,
    kind text not null,
    reason text not null
);

create index gap_by_stream on gap (stream);

create index gap_by_time on gap (stream, end);

create table system_minute (
    minute integer primary key,
    cpu_percent real,
    cpu_freq real,
    load_avg real,
    memory_percent real,
    memory_used real,
    memory_total real,
    disk_usage real,
    disk_io real,
    network_io real
);

create table process_sample (
    time integer not null,
    pid integer not null,
    name text not null,
    cpu_percent real,
    memory_percent real,
    memory_used integer,
    status text,
    num_threads integer,
    user text,
    started integer,
    read_rate real,
    write_rate real,
    primary key (time, pid)
) without rowid;

create table alert (
    id text primary key,
    since integer not null,
    updated integer not null,
    resolved integer,
    rule text not null,
    dimension text not null,
    component text not null,
    metric text not null,
    level text not null,
    state text not null,
    value real,
    threshold real,
    message text not null,
    acknowledged integer not null,
    fields text not null
) without rowid;

create index alert_by_time on alert (since);

-- For people with sqlite3: the tables of a dashboard, with times as text.
create view system_metrics as
select strftime('%Y-%m-%dT%H:%M:%SZ', minute * 60, 'unixepoch') as timestamp,
    cpu_percent, cpu_freq, load_avg, memory_percent, memory_used, memory_total, disk_usage, disk_io, network_io
from system_minute;

create view process_metrics as
select strftime('%Y-%m-%dT%H:%M:%SZ', time / 1000000000, 'unixepoch') as timestamp,
    pid, name, cpu_percent, memory_percent, memory_used, status, num_threads, user,
    strftime('%Y-%m-%dT%H:%M:%SZ', started / 1000000000, 'unixepoch') as started,
    read_rate as read_bytes_per_sec, write_rate as write_bytes_per_sec
from process_sample;

create view hourly_metrics as
select strftime('%Y-%m-%dT%H:%M:%SZ', hour.hour * 3600, 'unixepoch') as timestamp,
    stream.name as stream, series.path as metric, hour.min, hour.mean, hour.max, hour.last, hour.count
from hour
join series on series.id = hour.series
join stream on stream.id = series.stream;

create view custom_metrics as
select strftime('%Y-%m-%dT%H:%M:%SZ', hour.hour * 3600, 'unixepoch') as timestamp,
    series.path as metric_name, hour.mean as metric_value, 'gauge' as metric_type,
    json_object('stream', stream.name) as tags
from hour
join series on series.id = hour.series
join stream on stream.id = series.stream
where stream.custom = 1;

create view alerts as
select strftime('%Y-%m-%dT%H:%M:%SZ', since / 1000000000, 'unixepoch') as timestamp,
    rule as alert_type, level as severity, message, value as metric_value, threshold,
    acknowledged, state = 'resolved' as resolved,
    strftime('%Y-%m-%dT%H:%M:%SZ', resolved / 1000000000, 'unixepoch') as resolved_at,
    component, metric, dimension, id
from alert;

create view gaps as
select strftime('%Y-%m-%dT%H:%M:%SZ', start / 1000000000, 'unixepoch') as first,
    strftime('%Y-%m-%dT%H:%M:%SZ', end / 1000000000, 'unixepoch') as last,
    stream.name as stream, gap.kind, gap.reason, gap.last_sequence - gap.first_sequence + 1 as records
from gap
join stream on stream.id = gap.stream;
