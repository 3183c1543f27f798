import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JobContext } from "#src/jobs/job-context.ts";
import { languageNames } from "#src/text/testimonium.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { signFor } from "#tests/support/scenario.ts";
import { openWeb, overflows, type Say, signIn, type Web, wordsIn } from "#tests/support/web.ts";

/** The app names languages as Arabic texts do, and not as CLDR does. */
const arabicNames: Record<string, string | undefined> = languageNames("ar");

let office: Office;
let web: Web;
let room: JobContext;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  room = await roomOf(office);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const officer = () => office.as("legal-officer");
const second = () => office.as("legal-officer", null, 1);
const parties = ["KZ", "AE"];
const place = { en: "Place of signature", ar: "مكان التوقيع" };
const template = { en: "Memorandum of Understanding", ar: "مذكرة تفاهم" };

type Agreement = {
  reference: string;
  digest: string;
  closesAt: string;
  sealed: { digest: string };
  originals: { pages: number }[];
  acts: { act: string; blockedBy: { detail: string }[] }[];
};

describe.each(["en", "ar"] as const)("an officer's journey, in %s", (language) => {
  let say: Say;
  let page: Page;
  let id: string;
  let reference: string;

  const named = (type: "region" | "language", code: string) =>
    (type === "language" && language === "ar" ? arabicNames[code] : undefined) ??
    new Intl.DisplayNames(language, { type }).of(code) ??
    code;
  const agreement = () => officer().get<Agreement>(`/agreements/${id}`);

  beforeAll(async () => {
    say = await wordsIn(language);
    await officer().send("PATCH", "/session", { language });
    page = await web.device({ language });
    page.setDefaultTimeout(20_000);
  });

  const stands = (stage: string) =>
    page
      .getByRole("region", { name: say("agreement", "stages") })
      .getByText(say("shell", `stage.${stage}`), { exact: true })
      .waitFor();

  async function choose(field: string, option: string): Promise<void> {
    const name = say("agreement", `field.${field}`);
    await page.getByRole("dialog").getByRole("combobox", { name, exact: true }).click();
    await page.getByRole("option", { name: option }).click();
  }

  /** Opens an act's form, has it filled in, and does it. */
  async function take(act: string, fill: () => Promise<void> = async () => {}): Promise<void> {
    const name = say("acts", `name.${act}`);
    await page.getByRole("button", { name, exact: true }).click();
    const dialog = page.getByRole("dialog", { name });
    await dialog.getByText(say("agreement", "onRecord", { reference })).waitFor();
    await fill();
    await dialog.getByRole("button", { name, exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** The page as it is on a wide screen and on a telephone; a picture of each where asked for. */
  async function look(name: string): Promise<void> {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => overflows(page)).toBe(false);
      const path = `${process.env.SHOTS}/${name}-${width}-${language}.png`;
      if (process.env.SHOTS) await page.screenshot({ path, fullPage: true });
    }
  }

  test("signs in with the code of the letter and drafts from a template", async () => {
    await signIn(page, { office, url: `${web.url}/sign-in`, email: officer().person.email, say });
    await page.getByRole("heading", { name: say("home", "waiting.title"), exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await look("home");
    await page.getByRole("link", { name: say("home", "new") }).click();
    await page.getByRole("button", { name: new RegExp(`^${template[language]}`) }).click();
    const finder = page.getByPlaceholder(say("agreement", "taking.add"));
    for (const code of parties) {
      const name = named("region", code);
      await finder.fill(name.slice(0, 8));
      await page.getByRole("option", { name }).click();
    }
    const arabic = named("language", "ar");
    const chip = page.getByRole("checkbox", { name: arabic });
    if (!(await chip.isChecked())) await page.getByText(arabic, { exact: true }).first().click();
    await page.getByLabel(place[language]).fill("Astana");
    await look("new");
    await page.getByRole("button", { name: say("new-agreement", "create") }).click();
    await page.waitForURL(/\/agreements\/[\w-]+\/draft$/);
    id = page.url().split("/").at(-2) ?? "";
    ({ reference } = await agreement());
    await look("draft");
    await page.getByRole("link", { name: reference }).click();
    await page.getByText(say("agreement", "means.draft.editing")).waitFor();
  });

  test("designates signatories and circulates the text", async () => {
    for (const code of parties) {
      await take("designate", async () => {
        await choose("party", named("region", code));
        const { names } = office.as("representative", code).person;
        await choose("person", names[language] ?? "");
      });
    }
    await look("drafted");
    await take("submit", () =>
      page.getByLabel(say("agreement", "field.respondBy")).fill("2099-01-10T10:00"),
    );
    await stands("review.circulated");
    await page.getByText(say("agreement", "deadline.respondBy")).waitFor();
  });

  test("answers to changes, certifies nothing of their own draft, and authenticates", async () => {
    const reason = "The title of article 3.";
    await office.as("representative", "KZ").act(id, "change-requests", { reason });
    const { texts } = await officer().get<{ texts: { language: string; markdown: string }[] }>(
      `/agreements/${id}/versions/1`,
    );
    const changed = texts.map(({ language, markdown }) => [language, `${markdown}\n\n—`]);
    await second().act(id, "versions", { texts: Object.fromEntries(changed) });
    await page.reload();
    await stands("review.reconciling");
    await page.getByRole("link", { name: say("agreement", "toReview") }).click();
    await page.getByRole("button", { name: say("review", "panel.round") }).click();
    await page.getByText(reason).first().waitFor();
    await look("review");
    await page.goBack();
    await take("submit");
    await stands("review.circulated");
    for (const party of parties) {
      const { digest } = await agreement();
      const approved = await office.as("representative", party).act(id, "approvals", { digest });
      expect(approved.status).toBe(201);
    }
    await page.reload();
    await stands("review.concordance");
    await look("concordance");
    for (const tag of ["en", "ar"]) {
      await take("certify", () => choose("language", named("language", tag)));
    }
    await stands("review.settled");
    await take("authenticate");
    const { digest, acts } = await agreement();
    const [blocked] = acts.find(({ act }) => act === "authenticate")?.blockedBy ?? [];
    await page
      .getByText(blocked?.detail ?? "")
      .first()
      .waitFor();
    await look("half-authenticated");
    expect((await second().act(id, "authentication", { digest })).status).toBe(201);
    await work(office, room);
    await page.reload();
    await stands("sign.authenticated");
  });

  test("opens signing with a plan that the second officer repeats", async () => {
    await take("open-signing", () =>
      page.getByLabel(say("agreement", "field.closesAt")).fill("2099-02-01T10:00"),
    );
    const { closesAt } = await agreement();
    expect((await second().act(id, "signing", { closesAt })).status).toBe(201);
    await page.reload();
    await stands("sign.open");
    await look("open");
    for (const party of parties) await signFor(office, id, party);
    await work(office, room);
    await page.reload();
    await stands("publish");
  });

  test("publishes, and has the sealed PDF in hand that the record names", async () => {
    await take("publish");
    await page.getByText(say("agreement", "publish.published"), { exact: true }).waitFor();
    await look("published");
    await page.getByRole("button", { name: say("agreement", "file.sealed") }).click();
    const dialog = page.getByRole("dialog");
    const { sealed, originals } = await agreement();
    await dialog.getByText(sealed.digest).waitFor();
    const of = { page: 1, pages: originals[0]?.pages ?? 0 };
    await dialog.getByRole("region", { name: say("shell", "pdf.page", of) }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("link", { name: say("shell", "pdf.download") }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${reference.replaceAll("/", "-")}-sealed-common.pdf`);
    const bytes = Buffer.concat(await (await file.createReadStream()).toArray());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sealed.digest);
    await look("sealed");
    expect(web.complaints()).toEqual([]);
    await page.context().close();
  });
});
