import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";

import { type Place, placesOf, type Range, rootOf, type Subtree } from "./tree.ts";

/** The hash of each range, from the stored hashes of complete subtrees; in one query. */
export async function hashesOf(db: Db | Tx, ranges: Range[]): Promise<string[]> {
  const stored = await readHashes(db, ranges.flatMap(placesOf));
  return ranges.map((range) => rootOf(placesOf(range).map((place) => stored(place).hash)));
}

/** The root of the log when it had this many leaves. */
export async function rootAt(db: Db | Tx, size: number): Promise<string> {
  return rootOf((await subtreesOf(db, size)).map(({ hash }) => hash));
}

/** The complete subtrees of the log of this size, left to right. */
export async function subtreesOf(db: Db | Tx, size: number): Promise<Subtree[]> {
  const places = placesOf({ start: 0, length: size });
  return places.map(await readHashes(db, places));
}

/** Looks up hashes that were read in one query. Throws if the log has lost one. */
export async function readHashes(db: Db | Tx, places: Place[]): Promise<(place: Place) => Subtree> {
  const levels = places.map(({ level }) => level);
  const indices = places.map(({ index }) => index);
  const { rows } = await sql<{ level: number; index: string; hash: string }>`
    SELECT h.level, h.index, h.hash FROM log_hashes h
    JOIN (SELECT DISTINCT * FROM unnest(${levels}::smallint[], ${indices}::bigint[]) AS p (level, index)) p
      ON p.level = h.level AND p.index = h.index`.execute(db);
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return ({ level, index }) => {
    const hash = found.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`The log has lost the hash ${level}/${index}.`);
    return { level, index, hash };
  };
}
