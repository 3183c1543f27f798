import { createHash } from "node:crypto";
import { canonicalJson } from "#src/evidence/canonical-json.ts";

export type Entry = Record<string, unknown>;

/** Every value of an entry replaced by another, and every field of it taken away. */
export function* editsOf(value: unknown): Generator<unknown> {
  if (typeof value === "string") {
    yield `${value}x`;
    if (value !== "") yield value.slice(0, -1);
    if (/^[0-9a-f]{64}$/.test(value)) yield (value[0] === "0" ? "1" : "0") + value.slice(1);
  } else if (typeof value === "number") yield value + 1;
  else if (typeof value === "boolean") yield !value;
  else if (value === null) yield "x";
  else if (Array.isArray(value)) {
    yield [...value, "x"];
    for (const [at, item] of value.entries()) {
      yield value.toSpliced(at, 1);
      for (const edited of editsOf(item)) yield value.with(at, edited);
    }
  } else {
    const fields = value as Entry;
    yield { ...fields, zzz: "x" };
    for (const [name, item] of Object.entries(fields)) {
      const { [name]: _, ...rest } = fields;
      // An entry without its words is not edited but shown in part: see below.
      if (name !== "detail") yield rest;
      for (const edited of editsOf(item)) yield { ...fields, [name]: edited };
    }
  }
}

/** Numbers, chains and places in the log made again, as an attacker would who has everything but the key. Places are those of the `honest` entries. */
export function rechained(entries: Entry[], honest: Entry[]): Entry[] {
  const heads = new Map<unknown, { seq: number; hash: string }>();
  return entries.map((entry, nth) => {
    const { hash: _, log, ...content } = entry;
    const chain = entry.account ?? entry.agreement;
    const before = heads.get(chain) ?? { seq: 0, hash: "0".repeat(64) };
    const seq = before.seq + 1;
    const next = { ...content, seq, previous: before.hash };
    const hash = createHash("sha256").update(canonicalJson(next)).digest("hex");
    heads.set(chain, { seq, hash });
    return { ...next, hash, log: honest[nth]?.log ?? log };
  });
}
