import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import { withdraw } from "#src/agreements/text/withdraw.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import type { JobContext } from "#src/jobs/job-context.ts";
import { addAuthenticator } from "#tests/support/chromium.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { trials } from "#tests/support/length.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, circulate, draft, told } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web, wordsIn } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let room: JobContext;
let id: string;
let desktop: Page;
let phone: Page;

const kazakhstan = () => office.as("representative", "KZ");
const emirates = () => office.as("representative", "AE");
const reads = async (who: Client, language: string) =>
  expect((await who.send("PATCH", "/session", { language })).status).toBe(200);

type Status = {
  participants: { party: string; credentials: { id: string; file?: string }[] }[];
};

/** Both people of the secretariat verify what a party has presented last. */
async function verify(party: string) {
  const { participants } = await kazakhstan().get<Status>(`/agreements/${id}/participation`);
  const own = participants.find((one) => one.party === party)?.credentials.at(-1);
  for (const nth of [0, 1]) {
    const body = { party, credential: own?.id };
    const done = await office
      .as("secretariat", null, nth)
      .act(id, "credential-verifications", body);
    expect(done.status).toBe(201);
  }
}

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  office.ctx.publicUrl = web.url;
  room = await roomOf(office);
  await reads(kazakhstan(), "en");
  await reads(emirates(), "ar");
  id = await draft(office, {
    languages: ["en", "ar"],
    terms: { authority: "full-powers", clearance: true, consent: ["definitive", "ad-referendum"] },
  });
  await bringToOriginal(office, id);
  await work(office, room);
  desktop = await web.device({ width: 1440, as: kazakhstan().person.email });
  phone = await web.device({ width: 360, language: "ar", as: emirates().person.email });
  for (const page of [desktop, phone]) page.setDefaultTimeout(15_000);
}, 120_000);
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("before signing is open the page says why, and what is missing", async () => {
  await desktop.goto(`${web.url}/agreements/${id}/sign`);
  await desktop.getByText("You cannot sign yet").waitFor();
  await desktop.getByRole("link", { name: "To your authority" }).click();
  await desktop.getByText("What is still missing").waitFor();
  await desktop.getByText("full powers, or an office that needs none").waitFor();
});

test("full powers are presented with their scan, and the clearance is recorded", async () => {
  await desktop.getByRole("button", { name: "Open the form: Present credentials" }).click();
  const dialog = desktop.getByRole("dialog", { name: "Present credentials" });
  await dialog.getByRole("combobox", { name: "Representative" }).click();
  await desktop.getByRole("option").first().click();
  await dialog.getByLabel("Issuing authority").fill("Ministry of Foreign Affairs");
  await dialog.getByLabel("Signed by").fill("The Minister for Foreign Affairs");
  await dialog.getByLabel("Place").fill("Astana");
  await dialog.getByLabel("Issued on").fill("2026-01-15");
  await dialog.getByLabel("Restrictions").fill("Only for this instrument.");
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const scan = { name: "full-powers.png", mimeType: "image/png", buffer: png };
  await dialog.locator("input[type=file]").setInputFiles(scan);
  const digest = createHash("sha256").update(png).digest("hex");
  await dialog.getByText(digest).waitFor();
  await dialog.getByRole("button", { name: "Present credentials" }).click();
  await dialog.waitFor({ state: "detached" });
  await desktop.getByText("the verification of what you presented").waitFor();
  await verify("KZ");
  await desktop.reload();
  await desktop.getByText("Verified by two").waitFor();
  await desktop.getByRole("button", { name: "Open the form: Clear the signature" }).click();
  const clearing = desktop.getByRole("dialog", { name: "Clear the signature" });
  await clearing.getByLabel("Authority that has cleared the text").fill("Government Office");
  await clearing.getByLabel("Its reference").fill("GO-17");
  await clearing.getByRole("button", { name: "Clear the signature" }).click();
  await desktop.getByText("Nothing is missing").waitFor();
  await desktop.getByRole("tab", { name: "Parties" }).click();
  await desktop.getByText("Restrictions of authority notified to all").waitFor();
});

test("a file that is not the one on record stops the signing", async () => {
  for (const nth of [0, 1]) {
    const officer = office.as("legal-officer", null, nth);
    const closesAt = new Date(Date.now() + 3 * 86_400_000);
    closesAt.setUTCHours(12, 0, 0, 0);
    await openSigning(office.ctx, await told(office, id, officer), { closesAt });
  }
  const pattern = /\/pdf\?kind=original/;
  await desktop.route(pattern, async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    body[body.length - 1] = 0;
    await route.fulfill({ response: answer, body });
  });
  await desktop.goto(`${web.url}/agreements/${id}/sign`);
  await desktop.getByRole("alert", { name: /this is not the file on record/ }).waitFor();
  expect(await desktop.getByRole("heading", { name: "Your signature" }).count()).toBe(0);
  await desktop.unroute(pattern);
});

test("the signatory makes a passkey, reads to the end and signs", async () => {
  await addAuthenticator(desktop);
  await desktop.reload();
  await desktop.getByText("Your device computed its digest").waitFor();
  await desktop.getByRole("radio", { name: /Definitive signature/ }).check();
  await desktop.getByRole("button", { name: "Add a declaration" }).click();
  await desktop.getByRole("textbox", { name: "Add a declaration" }).fill("As Kazakhstan reads it.");
  await desktop.getByText("Read the text to its end first").waitFor();
  await desktop.getByRole("button", { name: "Go to the end of the text" }).click();
  await desktop.getByText("Read the text to its end first").waitFor({ state: "detached" });
  await desktop.getByRole("button", { name: "Make a passkey" }).click();
  await desktop.getByRole("button", { name: "Sign with your passkey" }).click();
  await desktop.getByRole("heading", { name: "You have signed" }).waitFor();
  const { original } = await kazakhstan().get<{ original: string }>(`/agreements/${id}`);
  await desktop.getByText(original).waitFor();
  await desktop.getByText(/Waiting for: .*Emirates/).waitFor();
  // The passkey answered for the declaration too: it was asked for with it.
  await fill(office);
  const exported = await exportOf(office, id);
  expect(exported).toContain('"text":"As Kazakhstan reads it."');
  expect(verifyExport(exported, { key: vkeyOf(office.log) })).toMatchObject({
    verdict: "HOLDS",
    consents: [{ party: "KZ", method: "passkey", stated: true }],
  });
});

test("without verified authority or clearance the page says what stands in the way", async () => {
  await phone.goto(`${web.url}/agreements/${id}/sign`);
  await phone.getByText("لا يمكنكم التوقيع بعد").waitFor();
  const { person } = emirates();
  const presented = await emirates().act(id, "credentials", {
    person: person.id,
    kind: "ex-officio",
    office: "foreign-minister",
    issuedBy: "Ministry of Foreign Affairs",
    signedBy: "The Minister",
    instrument: "Memorandum",
    place: "Abu Dhabi",
    issuedOn: "2026-01-10",
    form: "original",
  });
  expect(presented.status).toBe(201);
  await emirates().act(id, "clearances", { authority: "Cabinet", reference: "C-3" });
  await phone.reload();
  await phone.getByText("لم يُتحقق من تفويضكم").waitFor();
  await verify("AE");
});

/** The languages with the longest words; the tests around this one read English and Arabic. */
const longest = (["kk", "ru", "fr"] as const).slice(0, trials({ short: 1, long: 3 }));

test.each(longest)("on a phone no button is cut off, in %s", async (language) => {
  await reads(emirates(), language);
  const page = await web.device({ width: 360, language, as: emirates().person.email });
  await page.goto(`${web.url}/agreements/${id}/sign`);
  const say = await wordsIn(language);
  await page.getByRole("button", { name: say("signing", "certificate.title") }).waitFor();
  const cut = await page.locator("#main .mantine-Button-root").evaluateAll((buttons) =>
    buttons
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        const label = one.querySelector(".mantine-Button-label") ?? one;
        return left < 0 || right > innerWidth || label.scrollWidth > label.clientWidth;
      })
      .map((one) => one.textContent),
  );
  expect(cut).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.context().close();
  await reads(emirates(), "ar");
});

test("on a phone in Arabic the last signature is given, and the sealed PDF is opened", async () => {
  await addAuthenticator(phone);
  await phone.reload();
  await phone.getByText("حُسبت بصمته على جهازكم فطابقت", { exact: false }).waitFor();
  expect(await overflows(phone)).toBe(false);
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole("button", { name: "إلى نهاية النص" }).click();
  await phone.getByRole("button", { name: "إنشاء مفتاح مرور" }).click();
  await phone.getByRole("button", { name: "التوقيع بمفتاح المرور" }).click();
  await phone.getByRole("heading", { name: "لقد وقّعتم" }).waitFor();
  await work(office, room);
  await phone.reload();
  const link = phone.getByRole("link", { name: "فتح ملف PDF المختوم" });
  const address = await link.getAttribute("href");
  const sealed = await phone.request.get(`${web.url}${address}`);
  const bytes = await sealed.body();
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const { sealed: seal } = await emirates().get<{ sealed: { digest: string } }>(
    `/agreements/${id}`,
  );
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(seal.digest);
  await phone.getByRole("link", { name: "إلى الاتفاق" }).click();
  await phone.getByText("الاتفاق موقّع ومختوم.").waitFor();
  await phone.getByRole("tab", { name: "الإجراءات" }).click();
  await phone.getByRole("heading", { name: "موقف طرفكم" }).waitFor();
  expect(await overflows(phone)).toBe(false);
});

test("a decline gives its reason, and the page says where it leads", async () => {
  const other = await draft(office);
  await circulate(office, other);
  await desktop.goto(`${web.url}/agreements/${other}`);
  await desktop.getByRole("button", { name: "Decline" }).click();
  await desktop.getByText("the agreement returns to negotiation").waitFor();
  await desktop.getByLabel("Why your party declines").fill("The budget is not approved.");
  await desktop.getByRole("button", { name: "Decline the agreement" }).click();
  await desktop.getByText("Your party has declined this text.").waitFor();
});

test("after the signing is over nobody is told to wait for it", async () => {
  const other = await draft(office);
  await circulate(office, other);
  for (const nth of [0, 1]) {
    const asked = await told(office, other, office.as("legal-officer", null, nth));
    await withdraw(office.ctx, asked, { reason: "No longer needed." });
  }
  await desktop.goto(`${web.url}/agreements/${other}/sign`);
  await desktop.getByText("You can no longer sign").waitFor();
  await desktop.getByRole("link", { name: "To the agreement" }).click();
  await desktop.getByRole("heading", { level: 1 }).waitFor();
  expect(new URL(desktop.url()).pathname).toBe(`/agreements/${other}`);
});

test.each([
  ["authority", "en", 1440, false],
  ["parties", "ar", 360, true],
  ["acts", "en", 360, false],
] as const)(
  "the part %s is sound in %s at %i px, dark: %s",
  async (part, language, width, dark) => {
    await reads(emirates(), language);
    web.complaints();
    const page = await web.device({ language, width, dark, as: emirates().person.email });
    await page.goto(`${web.url}/agreements/${id}?part=${part}`);
    await page.getByRole("tabpanel").getByRole("heading").first().waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
    expect(web.complaints()).toEqual([]);
    await page.context().close();
  },
);
