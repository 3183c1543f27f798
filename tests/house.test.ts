import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = ["src", "workflows", "migrations"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith("contract.d.ts"))
    .map((name) => join(folder, name)),
);
const sourceOf = (file: string) => readFileSync(join(root, file), "utf8");

/** What each room may import beside npm's packages and itself; a door may import all. */
const rooms: Record<string, string[]> = {
  workflows: [],
  migrations: [],
  "src/digest.ts": [],
  "src/errors.ts": ["workflows"],
  "src/text": ["src/errors.ts", "src/digest.ts", "templates", "workflows"],
  "src/read-env.ts": [],
  "src/refuse-unreadable.ts": [],
  "src/listen.ts": ["src/read-env.ts", "src/refuse-unreadable.ts"],
  "src/seal-config.ts": ["src/read-env.ts"],
  "src/revocation-config.ts": ["src/read-env.ts"],
  "src/office-zone.ts": ["src/read-env.ts"],
  "src/database-config.ts": ["src/read-env.ts"],
  "src/config.ts": [
    "src/database-config.ts",
    "src/office-zone.ts",
    "src/read-env.ts",
    "src/revocation-config.ts",
    "src/seal-config.ts",
  ],
  "src/base64url.ts": [],
  "src/durable-file.ts": [],
  "src/version.ts": [],
  "src/limits.ts": ["src/errors.ts"],
  "src/db.ts": [
    "workflows",
    "src/db-accounts.ts",
    "src/db-drafting.ts",
    "src/db-lifecycle.ts",
    "src/db-log.ts",
    "src/db-proposals.ts",
    "src/db-reading.ts",
    "src/db-signatures.ts",
    "src/together.ts",
  ],
  "src/db-log.ts": [],
  "src/db-proposals.ts": ["workflows", "src/db.ts"],
  "src/db-reading.ts": ["src/db.ts"],
  "src/db-drafting.ts": ["src/db.ts"],
  "src/db-signatures.ts": ["workflows", "src/db.ts"],
  "src/db-accounts.ts": ["src/db.ts"],
  "src/together.ts": ["src/db.ts"],
  "src/db-lifecycle.ts": ["workflows", "src/db.ts"],
  "src/migrate.ts": ["migrations", "src/check-schema.ts"],
  "src/check-schema.ts": [],
  "src/asker.ts": ["src/db.ts"],
  "src/prepared.ts": ["src/asker.ts", "src/db.ts", "src/turns.ts"],
  "src/turns.ts": ["src/errors.ts"],
  "src/idempotency.ts": ["src/db.ts", "src/errors.ts"],
  "src/context.ts": [
    "src/accounts",
    "src/archive",
    "src/asker.ts",
    "src/db.ts",
    "src/limits.ts",
    "src/mail",
    "src/pdf",
    "src/text",
  ],
  "src/embedded": ["src/errors.ts", "src/config.ts"],
  "src/pdf": ["src/text", "src/errors.ts", "src/digest.ts"],
  "src/evidence": ["src/db.ts", "src/digest.ts", "src/people"],
  "src/outbox": ["src/db.ts", "src/errors.ts", "workflows"],
  "src/cursor.ts": ["src/db.ts"],
  "src/archive": [
    "src/cursor.ts",
    "src/db.ts",
    "src/digest.ts",
    "src/durable-file.ts",
    "src/errors.ts",
  ],
  "src/mail": ["src/read-env.ts"],
  "src/people": [
    "src/base64url.ts",
    "src/db.ts",
    "src/digest.ts",
    "src/errors.ts",
    "src/context.ts",
    "src/text",
    "workflows",
  ],
  "src/accounts": [
    "src/base64url.ts",
    "src/context.ts",
    "src/db.ts",
    "src/digest.ts",
    "src/errors.ts",
    "src/evidence",
    "src/mail",
    "src/outbox",
    "src/people",
    "src/text",
  ],
  "src/parties": ["src/context.ts", "src/db.ts", "src/errors.ts", "src/people", "src/text"],
  "src/templates": ["src/context.ts", "src/db.ts", "src/errors.ts", "src/people", "src/text"],
  "src/office": [
    "workflows",
    "src/accounts",
    "src/context.ts",
    "src/db.ts",
    "src/db-proposals.ts",
    "src/errors.ts",
    "src/outbox",
    "src/people",
    "src/templates",
    "src/text",
  ],
  "src/agreements": [
    "workflows",
    "src/accounts",
    "src/archive",
    "src/base64url.ts",
    "src/context.ts",
    "src/cursor.ts",
    "src/together.ts",
    "src/db.ts",
    "src/digest.ts",
    "src/errors.ts",
    "src/evidence",
    "src/idempotency.ts",
    "src/outbox",
    "src/parties",
    "src/people",
    "src/templates",
    "src/text",
  ],
  "src/comments": [
    "src/agreements",
    "src/context.ts",
    "src/cursor.ts",
    "src/db.ts",
    "src/errors.ts",
    "src/idempotency.ts",
    "src/people",
    "src/text",
  ],
  "src/ceremonies": [
    "src/agreements",
    "src/context.ts",
    "src/db.ts",
    "src/digest.ts",
    "src/errors.ts",
    "src/idempotency.ts",
    "src/people",
    "src/text",
  ],
  "src/http": [
    "workflows",
    "src/office",
    "src/accounts",
    "src/asker.ts",
    "src/limits.ts",
    "src/agreements",
    "src/ceremonies",
    "src/comments",
    "src/archive",
    "src/context.ts",
    "src/cursor.ts",
    "src/db.ts",
    "src/digest.ts",
    "src/errors.ts",
    "src/evidence",
    "src/idempotency.ts",
    "src/mail",
    "src/outbox",
    "src/parties",
    "src/people",
    "src/read-env.ts",
    "src/templates",
    "src/text",
    "src/turns.ts",
  ],
  "src/jobs": [
    "src/agreements",
    "src/archive",
    "src/context.ts",
    "src/errors.ts",
    "src/evidence",
    "src/mail",
    "src/outbox",
    "src/parties",
    "src/pdf",
    "src/people",
    "src/text",
  ],
  // The web app is a client of the API: of ours it knows the contract and what is pure.
  "src/web": ["src/text"],
  "src/app.ts": ["src/http", "src/context.ts", "src/errors.ts"],
};
const doors = [
  "src/asker-mac.ts",
  "src/check-login.ts",
  "src/close-database.ts",
  "src/count-requests.ts",
  "src/demonstration.ts",
  "src/clock-apart.ts",
  "src/cli",
  "src/cli.ts",
  "src/node.ts",
  "src/edge.ts",
  "src/jobs.ts",
  "src/foundation.ts",
  "src/keys-about.ts",
  "src/log-files.ts",
  "src/named-seal.ts",
  "src/open-pool.ts",
  "src/prepare-database.ts",
  "src/readiness.ts",
  "src/revocation-folder.ts",
  "src/seal-files.ts",
  "src/watch.ts",
  "src/witness-files.ts",
];

function roomOf(path: string): string | undefined {
  const names = [...Object.keys(rooms), ...doors, "templates"];
  return names
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What a file imports of ours, types too, from the root. */
function importsOf(file: string): string[] {
  return [...sourceOf(file).matchAll(/(?:from|import)\s+"([#.][^"]+)"/g)].map(([, path = ""]) =>
    path.startsWith("#") ? path.slice(1) : relative(root, join(root, dirname(file), path)),
  );
}

describe("imports point one way", () => {
  test.each(files.filter((file) => !doors.includes(roomOf(file) ?? "")))("%s", (file) => {
    const room = roomOf(file);
    const allowed = rooms[room ?? ""];
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
    expect(importsOf("src/app.ts").filter((path) => path.startsWith("src/jobs"))).toEqual([]);
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
  const given = [...doors, "src/web"];
  const below = files.filter((file) => !given.includes(roomOf(file) ?? ""));
  const read = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)|\bprocess\.env\b/;
  expect(below.filter((file) => read.test(sourceOf(file)))).toEqual([]);
});

test("no folder is called utils, helpers, common or services", () => {
  const folders = files.flatMap((file) => dirname(file).split("/"));
  for (const name of ["utils", "helpers", "common", "services"])
    expect(folders).not.toContain(name);
});
