/** `npm run house`: rooms, arrows, circles and long files; with `--write` the table in ARCHITECTURE.md as well. */
import { readFileSync, writeFileSync } from "node:fs";
import {
  architecture,
  arrowsBetweenRooms,
  arrowsUp,
  circles,
  files,
  linesOf,
  unusedRights,
} from "./imports.ts";
import { tableOfRooms, withTable } from "./table-of-rooms.ts";

const arrows = arrowsBetweenRooms();
const longest = files
  .map((file) => ({ file, lines: linesOf(file) }))
  .filter(({ lines }) => lines > 150)
  .sort((a, b) => b.lines - a.lines);
const sorted = files.map(linesOf).sort((a, b) => a - b);

const report = {
  files: files.length,
  "lines of the median file": sorted[Math.floor(sorted.length / 2)],
  rooms: arrows.size,
  "files in src itself": files.filter((file) => /^src\/[^/]+$/.test(file)).length,
  "arrows between rooms": [...arrows.values()].reduce((sum, { size }) => sum + size, 0),
  "arrows that run up": arrowsUp().length,
  "circles of values": circles({ types: false }).length,
  "circles with types": circles({ types: true }).length,
  "rights to import that nobody uses": unusedRights().length,
  "files over 150 lines": longest.length,
};
for (const [name, count] of Object.entries(report)) console.log(String(count).padStart(6), name);
for (const arrow of arrowsUp()) console.log(`\nruns up: ${arrow}`);
for (const circle of circles({ types: true })) console.log(`\ncircle: ${circle.join(", ")}`);
console.log("\nFiles over 150 lines:");
for (const { file, lines } of longest) console.log(String(lines).padStart(6), file);

if (process.argv.includes("--write")) {
  const page = readFileSync(architecture, "utf8");
  writeFileSync(architecture, withTable(page, tableOfRooms()));
}
