import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { doors, rooms } from "./rooms.ts";

export const root = join(import.meta.dirname, "../..");

/** Every source file, as a path from the root. */
export const files = ["src", "workflows", "migrations"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith("contract.d.ts"))
    .map((name) => join(folder, name)),
);

const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
export const sourceOf = (file: string) => sources.get(file) ?? "";
export const linesOf = (file: string) => sourceOf(file).split("\n").length - 1;

/** The room of a path: the longest name that fits. */
export function roomOf(path: string): string | undefined {
  return [...Object.keys(rooms), ...Object.keys(doors)]
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

export const isDoor = (file: string) => (roomOf(file) ?? "") in doors;

/** A folder inside a room, such as `text` for `src/agreements/text/approve.ts`; "" at the room's top. */
export function partOf(room: string, path: string): string {
  const [part = "", ...rest] = path.slice(room.length + 1).split("/");
  return rest.length > 0 ? part : "";
}

/** Our own files that a file imports, as paths from the root; without type-only imports if `types` is false. */
export function importsOf(file: string, { types = true } = {}): string[] {
  const statement = /^\s*(?:import|export)\s+(type\s)?(?:[\w*{][^;"]*\sfrom\s+)?"([#.][^"]+)"/gm;
  const call = /\bimport\(()"([#.][^"]+)"\)/g;
  const found = [...sourceOf(file).matchAll(statement), ...sourceOf(file).matchAll(call)];
  return found
    .filter(([, type]) => types || !type)
    .map(([, , path = ""]) => path)
    .map((path) => path.replace(/^#languages\/.*$/, "#src/text/language/folder.ts"))
    .map((path) =>
      path.startsWith("#") ? path.slice(1) : relative(root, join(root, dirname(file), path)),
    );
}

/** The arrows between rooms: for each room, the others that its files import. */
export function arrowsBetweenRooms(): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const file of files) {
    const from = roomOf(file) ?? file;
    const to = importsOf(file).map((path) => roomOf(path) ?? path);
    arrows.set(
      from,
      (arrows.get(from) ?? new Set()).union(new Set(to.filter((room) => room !== from))),
    );
  }
  return arrows;
}

/** Finds circles of files that import each other (Tarjan's algorithm). Returns the sorted files of each circle. */
export function circles({ types }: { types: boolean }): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    stack.push(file);
    for (const next of importsOf(file, { types }).filter((path) => sources.has(path))) {
      if (!order.has(next)) visit(next);
      if (!stack.includes(next)) continue;
      lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

/** Rights to import that no file of the room uses, as "room: other". */
export function unusedRights(): string[] {
  const arrows = arrowsBetweenRooms();
  return Object.entries(rooms).flatMap(([room, { imports }]) =>
    imports.filter((other) => !arrows.get(room)?.has(other)).map((other) => `${room}: ${other}`),
  );
}

/** Imports of a room that `rooms` names later; a room may import only rooms named before it. */
export function arrowsUp(): string[] {
  const names = Object.keys(rooms);
  return [...arrowsBetweenRooms()]
    .filter(([from]) => from in rooms)
    .flatMap(([from, to]) =>
      [...to]
        .filter((room) => names.indexOf(room) > names.indexOf(from) || room in doors)
        .map((room) => `${from} → ${room}`),
    );
}

export const architecture = join(root, "ARCHITECTURE.md");
