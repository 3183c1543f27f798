import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { type EvidenceAnnex, typesetEvidenceAnnex } from "#src/pdf/evidence-annex.ts";
import { freshFolder } from "../support/folder.ts";
import { fontsOf, recovered, run, textOf, wordsOf } from "./typeset/support/read-pdf.ts";

const hash = (seed: number) =>
  Array.from({ length: 64 }, (_, i) => ((seed * 7 + i * i + 3) % 16).toString(16)).join("");

const annex: EvidenceAnnex = {
  instrument: {
    reference: "ACSH/2026/004",
    title: { en: "Memorandum of Understanding", ru: "Меморандум", ar: "مذكرة تفاهم" },
    digest: hash(1),
    textDigests: { en: hash(2), ru: hash(3), ar: hash(4) },
    version: 3,
  },
  languages: ["en", "ru", "ar"],
  trusted: true,
  date: "2026-11-23T20:35:07Z",
  zone: "Asia/Almaty",
  signatures: [
    {
      party: { en: "Republic of Kazakhstan", ru: "Республика Казахстан", ar: "جمهورية كازاخستان" },
      person: { en: "Ana Ivanova", ru: "Анна Иванова", ar: "آنا إيفانوفا" },
      title: {
        en: "Minister of Foreign Affairs",
        ru: "Министр иностранных дел",
        ar: "وزيرة الخارجية",
      },
      as: "definitive",
      authority: {
        kind: "full-powers",
        issuedBy: "Government of Kazakhstan",
        signedBy: "Prime Minister",
        on: "2026-05-12",
      },
      method: { kind: "passkey" },
      on: "2026-11-23",
      at: "2026-11-23T09:00:00.000Z",
    },
    {
      party: {
        en: "United Arab Emirates",
        ru: "Объединённые Арабские Эмираты",
        ar: "الإمارات العربية المتحدة",
      },
      person: { en: "Noura Al Mansoori", ar: "نورة المنصوري" },
      title: { en: "Minister of State", ar: "وزيرة دولة" },
      as: "subject-to-ratification",
      authority: { kind: "ex-officio", office: "foreign-minister" },
      method: { kind: "code", reason: "Her passkey is in another country." },
      on: "2026-11-23",
      at: "2026-11-23T09:30:00.000Z",
    },
    {
      party: { en: "Regional Hub", ru: "Региональный хаб", ar: "المركز الإقليمي" },
      person: { en: "John Example" },
      title: {},
      as: "definitive",
      authority: { kind: "dispensed" },
      method: { kind: "certificate", holder: "CN=John Example, C=KZ" },
      on: "2026-11-23",
      at: "2026-11-23T09:45:00.000Z",
    },
  ],
  level: "B-LTA",
  verifyUrl: "https://depositary.example/verify?agreement=6cc7a8a2-1f6e-4f7e-9a52-0d5f2a5f7c11",
  events: Array.from({ length: 80 }, (_, i) => ({
    seq: i + 1,
    at: "2026-11-22T09:00:00Z",
    act: "approve",
    actor: `person${i}`,
    hash: hash(i),
    logged: i + 1000,
  })),
  checkpoint:
    "localhost/evidence/1\n1080\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— localhost/evidence/1 Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n",
};

test("the annex says in each language what was signed, and lists every act", async () => {
  const pdf = await typesetEvidenceAnnex(annex);
  expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
  for (const font of fontsOf(pdf)) {
    expect(font).toMatchObject({ embedded: "yes", subset: "yes", unicode: "yes" });
  }
  const text = textOf(pdf);
  const wanted =
    "Annex of evidence Приложение с доказательствами ملحق الأدلة Memorandum Меморандум";
  expect(recovered(wordsOf(wanted), wordsOf(text))).toBe(1);
  for (let i = 0; i < 80; i++) expect(text).toContain(`person${i}`);
  // A digest may be broken over two lines.
  expect(text.replace(/\s/g, "")).toContain(hash(1));
  expect(text).not.toContain("demonstration");
  for (const line of annex.checkpoint?.split("\n").slice(0, 3) ?? []) {
    expect(text.replace(/\s/g, "")).toContain(line);
  }
  expect(text.replace(/\s/g, "")).toContain("Az3grlgtzPICa5OS8npVmf1Myq");
  for (const index of [1000, 1079]) expect(text).toContain(String(index));
});

test("the time of each act stands whole on its line, with the zone's offset", async () => {
  const text = textOf(await typesetEvidenceAnnex({ ...annex, languages: ["en"] }));
  expect(text.match(/14:00:00[ \u00a0]\+05:00/g)).toHaveLength(80);
});

test("an annex of what the log has not taken says so", async () => {
  const events = annex.events.map((event) => ({ ...event, logged: null }));
  const text = textOf(await typesetEvidenceAnnex({ ...annex, events, checkpoint: null }));
  expect(text.replace(/\s+/g, " ")).toContain(
    "the evidence log had not yet taken and signed all these acts",
  );
});

test("an annex under a demonstration seal says so", async () => {
  const text = textOf(await typesetEvidenceAnnex({ ...annex, trusted: false }));
  expect(text).toContain("demonstration authority");
  expect(text).toContain("демонстрационным");
});

test("the annex has one empty field for the seal and is the same at each render", async () => {
  const pdf = await typesetEvidenceAnnex(annex);
  const fields = Buffer.from(pdf)
    .toString("latin1")
    .match(/\/T \((.*?)\)/g);
  expect(fields).toEqual(["/T (Seal)"]);
  expect(Buffer.from(await typesetEvidenceAnnex(annex)).equals(Buffer.from(pdf))).toBe(true);
});

test("a language without labels of its own gets the English ones, and French and Spanish have theirs", async () => {
  const titleIn = async (language: string) =>
    textOf(await typesetEvidenceAnnex({ ...annex, languages: [language] }));
  expect(await titleIn("de")).toContain("Annex of evidence");
  expect(await titleIn("fr")).toContain("Annexe des preuves");
  expect(await titleIn("es")).toContain("Anexo de pruebas");
});

test("each signature says who, for whom, as what, under which authority, how and when, in each language", async () => {
  const text = textOf(await typesetEvidenceAnnex(annex)).replace(/\s+/g, " ");
  for (const words of [
    "Ana Ivanova",
    "Minister of Foreign Affairs",
    "Full powers of 12 May 2026, issued by Government of Kazakhstan, signed by Prime Minister",
    "Passkey, its user verified",
    "By office, without full powers: minister for foreign affairs",
    "Signature subject to ratification",
    "One-time code, the weaker method. Reason: Her passkey is in another country.",
    "Full powers are dispensed with",
    "certificate: CN=John Example, C=KZ",
    "Day of signature 23 November 2026",
    "23 November 2026, 14:30:00 (Asia/Almaty, UTC+05:00)",
    "Date of this annex 24 November 2026, 01:35:07 (Asia/Almaty, UTC+05:00)",
    "Times are in the zone Asia/Almaty",
    "Time (Asia/Almaty)",
    "PAdES B-LTA",
    "timestamp of an independent authority",
    "Анна Иванова",
    "Полномочия от 12 мая 2026",
    "Одноразовый код, более слабый способ",
  ]) {
    expect(text).toContain(words);
  }
  const arabic = "وثيقة تفويض كامل رمز لمرة واحدة وهو الطريقة الأضعف بحكم المنصب وزير الخارجية";
  expect(recovered(wordsOf(arabic), wordsOf(text))).toBe(1);
});

test("without a timestamp the clock is the server's alone", async () => {
  const text = textOf(await typesetEvidenceAnnex({ ...annex, level: "B-B" }));
  expect(text.replace(/\s+/g, " ")).toContain("no other clock vouches for them");
});

test("a code on the first page of each language leads to the verify page, and says so to who cannot see it", async () => {
  const pdf = await typesetEvidenceAnnex(annex);
  for (const page of await pagesWithCode(pdf)) expect(page).toBe(annex.verifyUrl);
  expect(
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/S ?\/Figure/g),
  ).toHaveLength(3);
  const without = await typesetEvidenceAnnex({ ...annex, verifyUrl: null });
  expect(Buffer.from(without).toString("latin1")).not.toMatch(/\/S ?\/Figure/);
});

/** What a camera would read on the page that each language begins with. */
async function pagesWithCode(pdf: Uint8Array): Promise<string[]> {
  const folder = freshFolder();
  writeFileSync(join(folder.path, "annex.pdf"), pdf);
  const words = ["-r", "110", "-png", "annex.pdf", "page"];
  execFileSync("pdftoppm", words, { cwd: folder.path });
  const found = readdirSync(folder.path)
    .filter((name) => name.endsWith(".png"))
    .flatMap((name) => {
      const { width, height, data } = PNG.sync.read(readFileSync(join(folder.path, name)));
      try {
        return [decodeQR({ width, height, data: new Uint8ClampedArray(data) })];
      } catch {
        return [];
      }
    });
  folder.remove();
  expect(found).toHaveLength(annex.languages.length);
  return found;
}
