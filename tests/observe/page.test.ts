import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { events } from "#src/observe/events.ts";
import { openPrometheus } from "#src/observe/prometheus.ts";
import { isSecret } from "#src/observe/redact.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/OBSERVABILITY.md"), "utf8");

/** The rows of the table below a heading, by its first column; the cells without spaces around them. */
function rowsBelow(heading: string): [string, string[]][] {
  const [, part = ""] = page.split(new RegExp(`^##+ ${heading}$`, "m"));
  const lines = (part.split(/^##+ /m)[0] ?? "").split("\n").filter((line) => /^\| `/.test(line));
  return lines.map((line) => {
    const [name = "", ...cells] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [name.replaceAll("`", ""), cells];
  });
}

const named = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

test("every event is on the page with its level, subsystem and fields, and no other is", () => {
  const told = rowsBelow("Events").map(([name, [level, from, says, fields]]) => {
    return { name, level, from, says, fields: named(fields) };
  });
  const known = Object.entries(events).map(([name, { level, from, says, fields }]) => {
    return { name, level, from, says, fields: [...fields] };
  });
  expect(told).toEqual(known);
});

test("every metric is on the page with its type and labels, and no other is", async () => {
  const work = () => Promise.reject(new Error("not here"));
  const sources = { pools: () => ({}), work, parts: () => ({}) };
  const metrics = openPrometheus(sources, () => new Date());
  metrics.request({ method: "GET", route: "/", status: 200 }, 1);
  metrics.act("submit", "done");
  metrics.job("request-review", "done", 1);
  metrics.letter("published", "sent");
  const { text = "" } = (await metrics.page?.()) ?? {};
  const known = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(
    ([, name, type]) => `${name} ${type}`,
  );
  const told = rowsBelow("Figures").map(([name, [type]]) => `${name} ${type}`);
  expect(told.sort()).toEqual(known.sort());
  for (const [name, [, , labels]] of rowsBelow("Figures")) {
    const line = text
      .split("\n")
      .find((one) => one.startsWith(`${name}{`) || one.startsWith(`${name}_count{`));
    if (line)
      expect([...line.matchAll(/(\w+)=/g)].map(([, label]) => label)).toEqual(named(labels));
  }
});

test("no field of an event has a name that is taken out of lines", () => {
  const fields = Object.values(events).flatMap((event): readonly string[] => event.fields);
  expect(fields.filter(isSecret)).toEqual([]);
});

test("every setting of the page is read, and each is in the README", () => {
  const config = readFileSync(join(root, "src/config/observe.ts"), "utf8");
  const readme = readFileSync(join(root, "README.md"), "utf8");
  for (const [name] of rowsBelow("Settings")) {
    expect(config).toContain(`"${name}"`);
    expect(readme).toContain(`\`${name}\``);
  }
});

test("every event is written somewhere, and every written name is an event", () => {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const sources = files
    .filter(
      (file) => /\.ts$/.test(file) && !file.startsWith("web/") && !/observe\/events/.test(file),
    )
    .map((file) => readFileSync(join(root, "src", file), "utf8"))
    .join("\n");
  const unused = Object.keys(events).filter((name) => !sources.includes(`"${name}"`));
  expect(unused).toEqual([]);
});
