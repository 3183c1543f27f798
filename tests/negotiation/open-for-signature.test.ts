import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  refused,
  seconded,
  signs,
  standings,
  takes,
} from "./hall.ts";

/**
 * A convention that three negotiate, and that all members may sign for a year: the ceremony is closed and sealed while
 * it stays open, States ratify while others still sign, and those that come after the year accede.
 */
let hall: Hall;
let id = "";
let sealed = "";

const negotiators = ["KZ", "KR", "EE"];

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title: { en: "Convention on Civil Service", ru: "Конвенция о государственной службе" },
    parties: [{ code: "KZ" }, { code: "KR" }, { code: "EE", as: "government" }],
    languages: ["en", "ru"],
    variables: { place: "Astana", entry_deposits: 3, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: {
      authority: "dispensed",
      clearance: false,
      zone: "Asia/Almaty",
      accession: true,
      participation: {
        signature: { to: "members", until: { months: 12 } },
        accession: { to: "members", from: "closing" },
      },
    },
  });
  await designates(hall, id, negotiators);
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, negotiators);
  await authenticates(hall, id, ["en", "ru"]);
});
afterAll(() => hall.office.close());

type Paper = { serial: number; kind: string; party: string; digest: string; level: string };
type Open = { act: string; until: string | null }[];

const view = () =>
  hall.officers[0].get<{
    stage: string;
    publish: Record<string, string>;
    papers: Paper[];
    parties: { code: string }[];
    originals: { sealed: string }[];
  }>(`/agreements/${id}`);
const openTo = async (party: string) =>
  (await hall.of(party).get<{ openTo: Open }>(`/agreements/${id}`)).openTo;
const ratifies = (party: string, on: string) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
  });
const pdf = async (path: string) =>
  new Uint8Array(await (await hall.archivist.send("GET", path)).arrayBuffer());
const as = "subject-to-ratification";

test("it has no end of signing but its own, and the first signatures wait for the ceremony", async () => {
  const plan = { closesAt: "2027-02-01T00:00:00Z" };
  expect((await refused(hall.officers[0], id, "signing", plan))[1]).toBe("invalid-signing-plan");
  await both(hall.officers, id, "signing", {});
  expect((await refused(hall.officers[0], id, "ceremony-closings"))[1]).toBe("nobody-signed");
});

test("a State that did not negotiate sees it, and signs after the ceremony", async () => {
  expect(await openTo("US")).toEqual([{ act: "sign", until: "2028-01-10" }]);
  expect((await view()).parties.map(({ code }) => code)).toEqual(expect.arrayContaining(["US"]));
  const { original } = await hall.view(id);
  const early = { original, binding: true, as };
  expect((await refused(hall.of("US"), id, "signatures", early))[1]).toBe("signs-after-ceremony");
});

test("the last of the negotiators does not seal it: the depositary closes the ceremony", async () => {
  await signs(hall, id, "KZ", { as });
  await signs(hall, id, "KR", { as });
  expect((await view()).stage).toBe("sign.open");
  await takes(hall.officers[0], id, "ceremony-closings");
  await hall.work();
  const { publish, originals } = await view();
  expect(publish).toMatchObject({ signature: "open", legal: "notInForce" });
  sealed = originals[0]?.sealed ?? "";
  await takes(hall.officers[0], id, "publication");
});

test("a State ratifies while others still sign", async () => {
  await hall.at("2027-03-01T09:00:00+05:00");
  await ratifies("KZ", "2027-02-25");
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "contracting", US: "invited" });
});

test("a later signature has a sealed page of its own, which names the sealed original", async () => {
  await takes(hall.officers[0], id, "designations", {
    party: "US",
    signatory: hall.of("US").person.id,
  });
  await signs(hall, id, "US", { as });
  await signs(hall, id, "EE", {
    as,
    binding: true,
    ...{ original: (await hall.view(id)).original },
  });
  await hall.work();
  const { papers: all, originals } = await view();
  const papers = all.filter(({ kind }) => kind === "signature-page");
  expect(papers.map(({ party }) => party)).toEqual(["US", "EE"]);
  const headings = all.filter(({ kind }) => kind === "notification").map(({ party }) => party);
  // The opening, a ratification, and the two signatures.
  expect(headings.toSorted()).toEqual([null, "EE", "KZ", "US"].toSorted());
  expect(originals[0]?.sealed).toBe(sealed);
  const page = await pdf(`/agreements/${id}/papers/${papers[0]?.serial}`);
  expect(await sha256(page)).toBe(papers[0]?.digest);
  const answer = await hall.office.app.request("/api/v1/verifications", {
    method: "POST",
    headers: { "Content-Type": "application/pdf" },
    body: page,
  });
  expect(await answer.json()).toMatchObject({ verdict: "VALID" });
  const words = textOf(await pdf(`/agreements/${id}/papers/${papers[1]?.serial}`)).replaceAll(
    /\s+/g,
    " ",
  );
  expect(words).toContain("for the Government of the Republic of Estonia");
  expect(words).toContain("от имени Правительства");
  expect(words).toContain("За Правительство Эстонской Республики");
  expect(
    (
      await refused(hall.of("US"), id, "signatures", {
        original: "0".repeat(64),
        binding: true,
        as,
      })
    )[1],
  ).toBe("stale-original");
});

test("accession opens when signature closes", async () => {
  const accession = { party: "LV", kind: "accession", signedBy: "The President", on: "2027-03-01" };
  expect((await refused(hall.secretaries[0], id, "deposits", accession))[1]).toBe(
    "accession-not-open",
  );
  await hall.at("2028-01-11T00:00:00+05:00");
  expect((await view()).publish.signature).toBe("closed");
  const late = { original: (await hall.view(id)).original, binding: true, as };
  expect((await refused(hall.of("AE"), id, "signatures", late))[0]).toBe(409);
  expect(await openTo("AE")).toEqual([{ act: "accede", until: null }]);
  await takes(hall.secretaries[0], id, "deposits", { ...accession, on: "2028-01-11" });
  await ratifies("EE", "2028-01-11");
  const { entry, participants } = await hall.status(id);
  expect(entry).toMatchObject({ state: "dated", on: "2028-02-10" });
  expect(participants.find(({ party }) => party === "LV")?.standing).toBe("contracting");
});

test("an organisation is let in by a decision that two officers record", async () => {
  const wanted = { party: "HUB", ways: ["accede"], reason: "Decision 4 of the Conference." };
  await seconded(hall.officers, id, "entitlements", wanted);
  expect(await openTo("HUB")).toEqual([{ act: "accede", until: null }]);
  expect((await refused(hall.officers[0], id, "entitlements", wanted))[1]).toBe("already-entitled");
});
