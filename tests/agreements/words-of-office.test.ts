import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckView } from "#src/agreements/read/view-checks.ts";
import { publishTemplates } from "#src/templates/publish.ts";
import type { Profile } from "#src/text/checks/binding/profile.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const avoiding = (word: string) => `kind: non-binding
reviewed: none
languages:
  en:
    avoids: [{ find: ${word}, say: another word }]
`;

/** Publishes the files of an office's templates folder, as a start does; each a minute after the one before. */
let minutes = 0;
const publish = (files: Record<string, string>) => {
  minutes += 1;
  return publishTemplates(office.db, files, new Date(Date.UTC(2027, 0, 1, 0, minutes)));
};

test("an office's words are checked from its next start on, and no longer without its file", async () => {
  const id = await draft(office);
  const officer = office.as("legal-officer");
  const found = async () => {
    const path = `/agreements/${id}/checks`;
    const { warnings, profiles } = await officer.get<{
      warnings: CheckView[];
      profiles: Profile[];
    }>(path);
    const own = warnings.filter(({ rule }) => rule === "office-words");
    return {
      words: [...new Set(own.flatMap(({ found: words = [] }) => words))],
      profiles: profiles.length,
    };
  };
  expect(await found()).toEqual({ words: [], profiles: 0 });
  const participants = { "profiles/ministry.yaml": avoiding("Depositary") };
  await publish(participants);
  expect(await found()).toEqual({ words: ["Depositary"], profiles: 1 });
  await publish({ "profiles/ministry.yaml": avoiding("Secretariat of the Moon") });
  expect(await found()).toEqual({ words: [], profiles: 1 });
  // Words that it had before.
  await publish(participants);
  expect((await found()).words).toEqual(["Depositary"]);
  await publish({});
  expect(await found()).toEqual({ words: [], profiles: 0 });
});

test("a file that cannot be used stops the start, with its line, and changes nothing", async () => {
  await expect(publish({ "profiles/ministry.yaml": "kind: other\n" })).rejects.toMatchObject({
    code: "invalid-template",
    extra: {
      errors: [
        expect.objectContaining({ file: "profiles/ministry.yaml", line: 1 }),
        expect.anything(),
        expect.anything(),
      ],
    },
  });
  const rows = await office.db
    .selectFrom("templates")
    .select("name")
    .where("name", "=", "profiles/")
    .execute();
  expect(rows).toHaveLength(4);
});
