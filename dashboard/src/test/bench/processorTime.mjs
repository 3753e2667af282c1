import { readdir, readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

async function read(pid, file) {
  try {
    return await readFile(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}

/** What Chromium calls the process: it says so on its command line. */
function kind(commandLine) {
  return /--type=([a-z-]+)/.exec(commandLine)?.[1] ?? 'browser';
}

/** Seconds of processor time of a browser's processes so far, by kind. */
export async function processorTime(root) {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const processes = await Promise.all(pids.map(async (pid) => ({ pid, stat: await read(pid, 'stat'), line: await read(pid, 'cmdline') })));
  const parents = new Map(processes.flatMap(({ pid, stat }) => (stat === undefined ? [] : [[pid, Number(after(stat)[1])]])));
  const seconds = {};
  for (const { pid, stat, line } of processes) {
    if (stat === undefined || !descends(pid, root, parents)) continue;
    const fields = after(stat);
    seconds[kind(line ?? '')] = (seconds[kind(line ?? '')] ?? 0) + (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }
  return seconds;
}

// The name in brackets may have blanks and brackets in it.
function after(stat) {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function descends(pid, root, parents) {
  for (let at = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === root) return true;
  return false;
}

/** Percent of one core by kind, over some seconds. */
export async function load(root, seconds) {
  const before = await processorTime(root);
  const begin = process.hrtime.bigint();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const after = await processorTime(root);
  const passed = Number(process.hrtime.bigint() - begin) / 1e9;
  return Object.fromEntries(Object.keys(after).map((name) => [name, (100 * (after[name] - (before[name] ?? 0))) / passed]));
}
