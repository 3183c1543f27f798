import { afterAll, beforeAll, expect, test } from "vitest";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  signs,
  takes,
} from "#tests/negotiation/hall.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** A text that stays open for signature in the app: what the register, the office and an entitled State read. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";
const negotiators = ["KZ", "KR", "EE"];
const as = "subject-to-ratification";

const convention = {
  template: "multilateral-partnership-agreement",
  title: { en: "Convention on Civil Service" },
  parties: negotiators.map((code) => ({ code })),
  languages: ["en"],
  variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
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
} satisfies Parameters<typeof drafts>[1];

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  hall = await openHall("2027-01-11T09:00:00+05:00", office);
  id = await drafts(hall, convention);
  await designates(hall, id, negotiators);
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, negotiators);
  await authenticates(hall, id, ["en"]);
  await both(hall.officers, id, "signing", {});
  await signs(hall, id, "KZ", { as });
  await takes(hall.officers[0], id, "ceremony-closings");
  await hall.work();
  await takes(hall.officers[0], id, "publication");
  await signs(hall, id, "EE", { as });
  await hall.work();
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test.each([
  ["en", 1280],
  ["ar", 360],
] as const)(
  "the register says in %s at %i px until when it is open, with the page of a later signature",
  async (language, width) => {
    const page = await web.device({ width, language });
    await page.goto(`${web.url}/register/${id}`);
    const part = page.locator("section[aria-labelledby=open-to]");
    await part.waitFor();
    expect(await part.getByRole("link").count()).toBe(1);
    const { papers } = await hall.archivist.get<{ papers: { kind: string; pdf: string }[] }>(
      `/register/${id}`,
    );
    const own = papers.find(({ kind }) => kind === "signature-page");
    expect(await part.getByRole("link").getAttribute("href")).toBe(own?.pdf);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  },
);

test("a State that did not negotiate reads on its page what is open to it", async () => {
  const page = await web.device({ as: hall.of("US").person.email, width: 360 });
  page.setDefaultTimeout(15_000);
  await page.goto(`${web.url}/agreements/${id}`);
  await page.getByText(/Your party may sign this text until January 11, 2028/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
