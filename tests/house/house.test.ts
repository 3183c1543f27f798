import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { doors, rooms } from "./rooms.ts";

const root = join(import.meta.dirname, "../..");
const files = ["src", "workflows", "migrations"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith("contract.d.ts"))
    .map((name) => join(folder, name)),
);
const sourceOf = (file: string) => readFileSync(join(root, file), "utf8");

/** The room of a path: the longest name that fits. */
function roomOf(path: string): string | undefined {
  return [...Object.keys(rooms), ...Object.keys(doors)]
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

const isDoor = (file: string) => (roomOf(file) ?? "") in doors;

/** What a file imports of ours, types too, from the root. */
function importsOf(file: string): string[] {
  return [...sourceOf(file).matchAll(/(?:from|import)\s+"([#.][^"]+)"/g)].map(([, path = ""]) =>
    path.startsWith("#") ? path.slice(1) : relative(root, join(root, dirname(file), path)),
  );
}

describe("imports point one way", () => {
  test.each(files.filter((file) => !isDoor(file)))("%s", (file) => {
    const room = roomOf(file);
    const allowed = rooms[room ?? ""]?.imports;
    if (!room || !allowed) return expect.unreachable(`${file} is in no room`);
    for (const path of importsOf(file)) {
      const target = roomOf(path);
      if (target === room) continue;
      expect(allowed, `${file} imports ${path}`).toContain(target);
    }
  });

  test("only a door and the queue know BullMQ, and http never knows jobs", () => {
    const knows = files.filter((file) => /from "bullmq"/.test(sourceOf(file)));
    expect(knows).toEqual(["src/jobs/queue.ts"]);
    expect(
      files.filter((file) => roomOf(file) === "src/http" && sourceOf(file).includes("#src/jobs")),
    ).toEqual([]);
    expect(importsOf("src/http/app.ts").filter((path) => path.startsWith("src/jobs"))).toEqual([]);
  });
});

test("no file is longer than 250 lines, and half are no longer than 80", () => {
  const lengths = files.map((file) => ({ file, lines: sourceOf(file).split("\n").length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
});

test("the verifier of evidence is 580 lines that need nothing but node:crypto", () => {
  const found = new Set(["src/evidence/verify-export.ts"]);
  for (const file of found) {
    for (const path of importsOf(file)) found.add(path);
    const others = [...sourceOf(file).matchAll(/from "([^#.][^"]*)"/g)].map(([, name]) => name);
    expect(others.filter((name) => name !== "node:crypto")).toEqual([]);
  }
  const lines = [...found].map((file) => sourceOf(file).split("\n").length - 1);
  expect(lines.length).toBe(8);
  expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(580);
});

test("clock, chance and environment are given by the doors", () => {
  const below = files.filter((file) => !isDoor(file) && roomOf(file) !== "src/web");
  const read = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)|\bprocess\.env\b/;
  expect(below.filter((file) => read.test(sourceOf(file)))).toEqual([]);
});

test("no folder is called utils, helpers, common or services", () => {
  const folders = files.flatMap((file) => dirname(file).split("/"));
  for (const name of ["utils", "helpers", "common", "services"])
    expect(folders).not.toContain(name);
});
