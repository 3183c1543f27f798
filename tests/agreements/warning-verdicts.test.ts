import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckView } from "#src/agreements/read/view-checks.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const officer = () => office.as("legal-officer");
const kazakhstan = () => office.as("representative", "KZ");
const reason = "The form of the host institute has a line to fill by hand.";

const checksOf = async (id: string, reader: Client = officer(), language = "en") => {
  const headers = { "Accept-Language": language };
  const answer = await reader.send("GET", `/agreements/${id}/checks`, undefined, headers);
  return ((await answer.json()) as { warnings: CheckView[] }).warnings;
};
const judge = (by: Client, id: string, warning: string, verdict = "false-alarm") =>
  by.act(id, "warning-verdicts", { warning, verdict, reason });
const codeFrom = async (answer: Response) => codeOf((await answer.json()) as { type: string });
const read = async (id: string) =>
  (await officer().send("GET", `/agreements/${id}/texts/en`)).text();

async function write(id: string, change: (text: string) => string): Promise<void> {
  const path = `/agreements/${id}/texts/en`;
  const { version } = await officer().get<{ version: number }>(`/agreements/${id}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const put = await officer().send("PUT", path, change(await read(id)), headers);
  expect(put.status).toBe(200);
}

/** A memorandum with a blank in its first article: one warning. */
async function draftWithBlank(): Promise<{ id: string; key: string }> {
  const id = await draft(office);
  await write(id, (text) =>
    text.replace("4. The Depositary performs", "4. The Depositary within XX days performs"),
  );
  const [only, ...others] = await checksOf(id);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ rule: "placeholders", found: ["XX"], open: true, verdicts: [] });
  return { id, key: only?.key ?? "" };
}

describe("a warning of the checks", () => {
  test("is closed by one officer, with a reason that stays on record", async () => {
    const { id, key } = await draftWithBlank();
    expect((await judge(officer(), id, key)).status).toBe(201);
    const [judged] = await checksOf(id);
    expect(judged).toMatchObject({ key, open: false });
    expect(judged?.verdicts).toMatchObject([
      { person: officer().person.id, verdict: "false-alarm", reason },
    ]);
    const kept = await office.db
      .selectFrom("evidence")
      .select("detail")
      .where("agreement", "=", id)
      .where("act", "=", "judge-warning")
      .execute();
    expect(kept.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({
        reason,
        verdict: "false-alarm",
        about: expect.objectContaining({ rule: "placeholders", found: ["XX"] }),
      }),
    ]);
  });

  test("is open again when an officer says that it stands, and both reasons stay", async () => {
    const { id, key } = await draftWithBlank();
    await judge(officer(), id, key);
    const second = office.as("legal-officer", null, 1);
    expect((await judge(second, id, key, "stands")).status).toBe(201);
    const [judged] = await checksOf(id);
    expect(judged).toMatchObject({ open: true });
    expect(judged?.verdicts.map(({ verdict }) => verdict)).toEqual(["false-alarm", "stands"]);
  });

  test("stays closed wherever its words move, and returns when the paragraph changes", async () => {
    const { id, key } = await draftWithBlank();
    await judge(officer(), id, key);
    await write(id, (text) =>
      text.replace("\n## ", "\n## Use of terms\n\nWords mean what they say.\n\n## "),
    );
    expect(await checksOf(id)).toMatchObject([{ key, open: false, verdicts: [{ reason }] }]);
    await write(id, (text) =>
      text.replace("within XX days performs", "within XX days always performs"),
    );
    expect(await checksOf(id)).toMatchObject([{ open: true, verdicts: [] }]);
    expect(await read(id)).toContain("XX");
  });

  test("that the text does not give cannot be judged", async () => {
    const { id } = await draftWithBlank();
    const refused = await judge(officer(), id, "f".repeat(64));
    expect([refused.status, await codeFrom(refused)]).toEqual([409, "no-such-warning"]);
    const empty = await officer().act(id, "warning-verdicts", {
      warning: "f".repeat(64),
      verdict: "false-alarm",
      reason: " ",
    });
    expect(empty.status).toBe(400);
  });

  test("is judged by legal officers alone, and its verdict is read by the parties", async () => {
    const { id, key } = await draftWithBlank();
    await judge(officer(), id, key);
    await circulate(office, id);
    expect((await judge(kazakhstan(), id, key)).status).toBe(403);
    expect(await checksOf(id, kazakhstan())).toMatchObject([
      { open: false, verdicts: [{ reason }] },
    ]);
  });

  test("is told in the reader's language, with its source", async () => {
    const { id } = await draftWithBlank();
    const [ru] = await checksOf(id, officer(), "ru");
    expect(ru?.detail).toBe("«XX» похоже на место, которое еще не заполнено.");
    expect(ru?.source).toMatch(/^Практика/);
    const [ar] = await checksOf(id, officer(), "ar");
    expect(ar?.detail).toMatch(/^يبدو أن/);
  });
});

test("a difference between terms and words shows as dismissed once two officers have dismissed it", async () => {
  const id = await draft(office);
  const { terms } = await officer().get<{ terms: object }>(`/agreements/${id}/terms`);
  await officer().act(id, "versions", { terms: { ...terms, withdrawal: { months: 3 } } });
  const [told] = await checksOf(id);
  expect(told).toMatchObject({ rule: "terms", kind: "difference", open: true });
  const key = told?.key ?? "";
  const refused = await judge(officer(), id, key);
  expect(await codeFrom(refused)).toBe("no-such-warning");
  for (const one of [officer(), office.as("legal-officer", null, 1)]) {
    const answer = await one.act(id, "difference-dismissals", { difference: key, reason });
    expect(answer.status).toBe(201);
  }
  expect(await checksOf(id)).toMatchObject([
    { key, open: false, verdicts: [{ reason }, { reason }] },
  ]);
});
