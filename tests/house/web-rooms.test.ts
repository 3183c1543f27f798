import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";

const web = join(import.meta.dirname, "../../src/web");
const files = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
  (name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"),
);
const sourceOf = (file: string) => readFileSync(join(web, file), "utf8");

/** What several pages use. The root (`routes.tsx`, `agreement-page.tsx`, …) puts pages together and is not among them. */
const shared = ["api", "shell", "words", "text", "pdf", "acts", "comments", "parties"];

/** The room of a file: `pages/review`, `comments`; empty for a file at the root. */
function roomOf(file: string): string {
  const [first = "", second = "", ...rest] = file.split("/");
  if (first === "pages" && rest.length > 0) return `${first}/${second}`;
  return second === "" ? "" : first;
}

/** The files of the app that a file imports: code, types, styles, and code that is loaded later. */
function importsOf(file: string): string[] {
  return [...sourceOf(file).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path = ""]) =>
    posix.join(posix.dirname(file), path),
  );
}

/** The files whose values are needed before this one can run: no types, nothing that is loaded later. */
function valuesOf(file: string): string[] {
  const statements = sourceOf(file).matchAll(
    /^(?:import|export)\s+(?!type\b)([^;"]*?)\s*from\s+"(\.[^"]+)"/gm,
  );
  return [...statements].flatMap(([, names = "", path = ""]) => {
    const only = /^\{(.*)\}$/s
      .exec(names.trim())?.[1]
      ?.split(",")
      .filter((name) => name.trim());
    if (only?.every((name) => name.trim().startsWith("type "))) return [];
    return [posix.join(posix.dirname(file), path)];
  });
}

describe("rooms of the web app import the shared places and never each other", () => {
  test.each(files.filter((file) => roomOf(file) !== ""))("%s", (file) => {
    const allowed = [...shared, roomOf(file)];
    expect(importsOf(file).filter((path) => !allowed.includes(roomOf(path)))).toEqual([]);
  });

  test("every folder is a shared place, a page's room, or what Vite serves as it is", () => {
    const places = new Set(files.map(roomOf).map((room) => room.split("/")[0]));
    expect([...places].sort()).toEqual(["", ...shared, "pages"].sort());
  });
});

test("no circle of files in the web app needs each other's values", () => {
  const imports = new Map(files.map((file) => [file, valuesOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, road: string[]) => {
    if (road.includes(file)) circles.push([...road.slice(road.indexOf(file)), file].join(" > "));
    else if (!done.has(file)) {
      for (const next of imports.get(file) ?? []) visit(next, [...road, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
