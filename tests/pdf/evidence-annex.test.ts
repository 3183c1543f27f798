import { expect, test } from "vitest";
import { type EvidenceAnnex, typesetEvidenceAnnex } from "#src/pdf/evidence-annex.ts";
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
  date: "2026-11-23T10:00:00Z",
  signatures: [
    {
      party: { en: "Republic of Kazakhstan", ru: "Республика Казахстан", ar: "جمهورية كازاخستان" },
      person: "Ana Ivanova",
      method: "passkey",
      at: "2026-11-23T09:00:00Z",
    },
  ],
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

test("a language without labels of its own gets the English ones", async () => {
  const pdf = await typesetEvidenceAnnex({ ...annex, languages: ["fr"] });
  expect(textOf(pdf)).toContain("Annex of evidence");
});
