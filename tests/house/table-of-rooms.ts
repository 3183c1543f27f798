import { doors, rooms } from "./rooms.ts";

const start = "<!-- rooms: npm run house -- --write -->";
const end = "<!-- end of rooms -->";

const short = (path: string) => `\`${path.replace(/^src\//, "")}\``;

/** The rooms as ARCHITECTURE.md shows them: what each holds and what it may import, from the doors down. */
export function tableOfRooms(): string {
  const rows = Object.entries(rooms)
    .reverse()
    .map(([path, { holds, imports }]) => [
      `\`${path}\``,
      holds,
      imports.map(short).join(", ") || "nothing of ours",
    ]);
  const above = Object.entries(doors).map(([path, holds]) => [`\`${path}\``, holds, "everything"]);
  return [["room", "what it holds", "may import"], ["---", "---", "---"], ...above, ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** The page with this table in the place of the one it has. */
export function withTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no ${start} … ${end}.`);
  return `${page.slice(0, from + start.length)}\n\n${table}\n\n${page.slice(to)}`;
}
