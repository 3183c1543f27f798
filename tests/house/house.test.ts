import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import {
  architecture,
  arrowsUp,
  circles,
  files,
  importsOf,
  isDoor,
  linesOf,
  partOf,
  roomOf,
  sourceOf,
  unusedRights,
} from "./imports.ts";
import { parts, rooms } from "./rooms.ts";
import { tableOfRooms, withTable } from "./table-of-rooms.ts";

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

  test("no room imports one that stands above it in the table", () => {
    expect(arrowsUp()).toEqual([]);
  });

  test("no room may import what none of its files imports", () => {
    expect(unusedRights()).toEqual([]);
  });

  test("no files import each other in a circle, not even for types", () => {
    expect(circles({ types: true })).toEqual([]);
  });

  test.each(Object.keys(parts))("the parts of %s import only those below them", (room) => {
    const below = parts[room] ?? {};
    for (const file of files.filter((name) => name.startsWith(`${room}/`) && !isDoor(name))) {
      const part = partOf(room, file);
      const allowed = ["", part, ...(below[part] ?? [])];
      if (part === "" && file === `${room}/app.ts`) continue;
      const to = importsOf(file)
        .filter((path) => path.startsWith(`${room}/`))
        .map((path) => partOf(room, path));
      expect(allowed, `${file}`).toEqual(expect.arrayContaining(to));
    }
  });

  test("only the queue knows BullMQ, and http never knows jobs", () => {
    const knows = files.filter((file) => /from "bullmq"/.test(sourceOf(file)));
    expect(knows).toEqual(["src/jobs/queue.ts"]);
    const http = files.filter((file) => roomOf(file) === "src/http");
    expect(http.filter((file) => sourceOf(file).includes("#src/jobs"))).toEqual([]);
  });

  test("ARCHITECTURE.md shows the rooms and their arrows as this test reads them", () => {
    const page = readFileSync(architecture, "utf8");
    // The formatter pads the cells of a table.
    const plain = (text: string) => text.replace(/ {2,}/g, " ").replace(/-{4,}/g, "---");
    expect(plain(page), "npm run house -- --write").toBe(plain(withTable(page, tableOfRooms())));
  });
});

test("no file is longer than 250 lines, and half are no longer than 80", () => {
  expect(files.filter((file) => linesOf(file) > 250)).toEqual([]);
  const sorted = files.map(linesOf).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
});

test("the verifier of evidence is 580 lines that need nothing but node:crypto", () => {
  const found = new Set(["src/evidence/verify-export.ts"]);
  for (const file of found) {
    for (const path of importsOf(file)) found.add(path);
    const others = [...sourceOf(file).matchAll(/from "([^#.][^"]*)"/g)].map(([, name]) => name);
    expect(others.filter((name) => name !== "node:crypto")).toEqual([]);
  }
  const lines = [...found].map(linesOf);
  expect(lines.length).toBe(8);
  expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(580);
});

test("clock, chance and environment are given by the doors", () => {
  const below = files.filter((file) => !isDoor(file) && roomOf(file) !== "src/web");
  const read = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)|\bprocess\.env\b/;
  expect(below.filter((file) => read.test(sourceOf(file)))).toEqual([]);
});

test("only commands and the edge write to the console; everything else has a logger", () => {
  const mayWrite = ["src/cli", "src/cli.ts", "src/edge.ts", "src/web"];
  const below = files.filter((file) => !mayWrite.includes(roomOf(file) ?? ""));
  const writes = /\bconsole\.(?:log|info|warn|error|debug)\b|\bprocess\.std(?:out|err)\b/;
  expect(below.filter((file) => writes.test(sourceOf(file)))).toEqual([]);
});

test("no folder is called utils, helpers, common or services", () => {
  const folders = files.flatMap((file) => dirname(file).split("/"));
  for (const name of ["utils", "helpers", "common", "services"])
    expect(folders).not.toContain(name);
});
