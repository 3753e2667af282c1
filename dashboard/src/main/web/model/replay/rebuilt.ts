import { elementNames } from '../fields';
import { isObject, type Json, type JsonObject } from '../json';

type Branch = Map<string, Branch | number>;

/** What says which thing is meant, and not how it was. */
const IDENTITY = new Set(['name', 'path', 'device', 'type', 'uuid', 'id', 'label', 'chip', 'vendor']);

/** By what the elements of a list are called when nothing like it is there any more. */
const NAMED_BY: Readonly<Record<string, string>> = { mounts: 'path' };

/**
 * Makes a snapshot of the numbers that the history has: `mounts[/home].percentage` becomes a member of an element of a list again.
 *
 * @param numbers by the names of their fields
 * @param like a snapshot of the same stream of any time: tells what is yes or no, and what the elements are called
 */
export function rebuilt(numbers: ReadonlyMap<string, number>, like: JsonObject = {}): JsonObject {
  const root: Branch = new Map();
  for (const [field, value] of numbers) grow(root, field, value);
  return object(root, like);
}

const PARTS = /\[([^\]]*)\]|[^.[\]]+/g;

function grow(root: Branch, field: string, value: number): void {
  const way = [...field.matchAll(PARTS)].map(([part, element]) => (element === undefined ? part : `[${element}`));
  let branch = root;
  way.forEach((part, i) => {
    if (i === way.length - 1) branch.set(part, value);
    else {
      const known = branch.get(part);
      const next: Branch = typeof known === 'object' ? known : new Map();
      branch.set(part, next);
      branch = next;
    }
  });
}

function object(branch: Branch, like: Json | undefined): JsonObject {
  return Object.fromEntries([...branch].map(([name, node]) => [name, shaped(node, isObject(like) ? like[name] : undefined, name)]));
}

function shaped(node: Branch | number, like: Json | undefined, name: string): Json {
  if (typeof node === 'number') return typeof like === 'boolean' ? node >= 0.5 : node;
  return [...node.keys()].every((key) => key.startsWith('[')) ? list(node, Array.isArray(like) ? like : [], name) : object(node, like);
}

function list(branch: Branch, like: readonly Json[], name: string): Json[] {
  const names = elementNames(like);
  const elements = [...branch].map(([key, node]) => ({ key: key.slice(1), node }));
  if (elements.every(({ node }) => typeof node === 'number')) return values(elements);
  return elements.map(({ key, node }) => {
    const known = like[names.indexOf(key)];
    const identity = isObject(known) ? Object.entries(known).filter(([member]) => IDENTITY.has(member)) : [[NAMED_BY[name] ?? 'name', key]];
    return { ...(Object.fromEntries(identity) as JsonObject), ...(typeof node === 'number' ? {} : object(node, known)) };
  });
}

/** Such as that of cores: each at its place, and null where there is none. */
function values(elements: readonly { readonly key: string; readonly node: Branch | number }[]): Json[] {
  const placed = new Map(elements.map(({ key, node }) => [Number(key), node as number]));
  return Array.from({ length: Math.min(10_000, Math.max(...placed.keys()) + 1) }, (_, i) => placed.get(i) ?? null);
}
