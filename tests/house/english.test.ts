import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./imports.ts";

/**
 * The worst markers of the archaic voice that this project once had. CONTRIBUTING.md says how we write instead; its pairs of
 * before and after are the one exception.
 */
const markers = {
  "anew: again": /(?<!saved-)\banew\b/i,
  "the own: their own": /\bthe own\b/i,
  "not to be had: cannot be read": /\bto be had\b/i,
  "old connectives: say it directly": /\b(?:thereof|whereof|hitherto|wherefore|heretofore)\b/i,
  "What is not …: begin with the subject": /^\W*What is not\b/,
  "stands against: blocks": /\bstands? against\b/i,
};

const read =
  /^(?:src|workflows|tests)\/.*\.tsx?$|^(?:docs\/.*\.md|templates\/letters\/.*\/en\.md)|^[A-Z]+\.md$|^src\/web\/words\/en\//;
const apart =
  /CHANGELOG\.md|english\.test\.ts|CONTRIBUTING\.md|docs\/openapi\.json|contract\.d\.ts|^docs\/pictures|\.png$/;

const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
    join(folder, name),
  );
const files = [readdirSync(root), ...["src", "workflows", "tests", "docs", "templates"].map(below)]
  .flat()
  .filter((file) => read.test(file) && !apart.test(file));

test.each(Object.entries(markers))("nobody reads %s", (_, marker) => {
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (marker.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
