import { afterAll, beforeAll, expect, test } from "vitest";
import { problemWords } from "#src/text/problem-words.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { newAgreement } from "#tests/support/scenario.ts";

/** Who speaks for which kind of party without full powers (VCLT and VCLT-IO article 7). */
let office: Office;
let secretary: Client;
beforeAll(async () => {
  office = await openOffice();
  secretary = office.as("secretariat");
  const ministry = { code: "MLSP", kind: "ministry", state: "KZ", names: { en: "the Ministry" } };
  const answer = await secretary.send("POST", "/parties", ministry);
  if (answer.status !== 201) throw new Error(await answer.text());
  const { id } = office.as("representative", "KR").person;
  await office.db.updateTable("people").set({ party: "MLSP" }).where("id", "=", id).execute();
});
afterAll(() => office.close());

type Named = { code: string; as?: "government" };

async function drafted(parties: Named[], terms: object): Promise<string> {
  const officer = office.as("legal-officer");
  const body = { ...newAgreement(), parties, terms };
  const answer = await officer.send("POST", "/agreements", body);
  const done = (await answer.json()) as { id: string };
  if (answer.status !== 201) throw new Error(JSON.stringify(done));
  await officer.act(done.id, "submissions", { withoutRepresentatives: true });
  return done.id;
}

/** The code with which an office is refused, or null if it is put on record. */
async function refusal(id: string, party: string, held: string): Promise<string | null> {
  const account = party === "MLSP" ? "KR" : party;
  const answer = await secretary.act(id, "credentials", {
    party,
    person: office.as("representative", account).person.id,
    kind: "ex-officio",
    office: held,
    issuedBy: "Ministry of Foreign Affairs",
    signedBy: "The Chief of Protocol",
    instrument: "Memorandum",
    place: "Capital",
    issuedOn: "2026-01-05",
    form: "original",
  });
  return answer.status === 201 ? null : codeOf(await answer.json());
}

const high = ["head-of-state", "head-of-government", "foreign-minister"];
const binding = { binding: true, authority: "full-powers" };

test.each([undefined, "government"] as const)(
  "three high offices speak for a State (as %s), an ambassador only between two",
  async (as) => {
    const two = await drafted([{ code: "KZ", ...(as && { as }) }, { code: "AE" }], binding);
    for (const held of [...high, "ambassador", "delegate"]) {
      expect([held, await refusal(two, "KZ", held)]).toEqual([held, null]);
    }
    for (const held of ["head-of-body", "executive-head"]) {
      expect(await refusal(two, "KZ", held)).toBe("office-not-exempt");
    }
    const three = await drafted([{ code: "KZ" }, { code: "AE" }, { code: "EE" }], binding);
    expect(await refusal(three, "KZ", "ambassador")).toBe("ambassador-adopts-between-two");
    const withHub = await drafted([{ code: "KZ" }, { code: "HUB" }], binding);
    expect(await refusal(withHub, "KZ", "ambassador")).toBe("ambassador-adopts-between-two");
    expect(await refusal(withHub, "KZ", "delegate")).toBeNull();
  },
);

test("the State's high offices speak for its ministry too, and the minister alone only if the text does not bind", async () => {
  const parties = [{ code: "MLSP" }, { code: "AE" }];
  const treaty = await drafted(parties, binding);
  for (const held of high) expect(await refusal(treaty, "MLSP", held)).toBeNull();
  expect(await refusal(treaty, "MLSP", "head-of-body")).toBe("head-of-body-needs-full-powers");
  expect(await refusal(treaty, "MLSP", "ambassador")).toBe("office-not-exempt");
  const memorandum = await drafted(parties, { binding: false, authority: "full-powers" });
  expect(await refusal(memorandum, "MLSP", "head-of-body")).toBeNull();
  const dispensed = await drafted(parties, { binding: true, authority: "dispensed" });
  expect(await refusal(dispensed, "MLSP", "head-of-body")).toBeNull();
});

test("an organisation has no list: its executive head speaks for it by its rules", async () => {
  const id = await drafted([{ code: "HUB" }, { code: "AE" }], binding);
  for (const held of [...high, "ambassador", "delegate", "head-of-body"]) {
    expect(await refusal(id, "HUB", held)).toBe("office-not-exempt");
  }
  expect(await refusal(id, "HUB", "executive-head")).toBeNull();
});

test("each refusal names its rule, and that the Convention of 1986 is not in force", () => {
  expect(problemWords("office-not-exempt", "en")).toMatch(
    /VCLT 7\(2\)\(a\).*VCLT-IO.*not in force/,
  );
  expect(problemWords("ambassador-adopts-between-two", "en")).toContain("VCLT 7(2)(b)");
  expect(problemWords("head-of-body-needs-full-powers", "en")).toContain("VCLT 7(1)(b)");
});
