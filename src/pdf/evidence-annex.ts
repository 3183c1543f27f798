import { formatInstant, instantInFigures } from "#src/text/format-instant.ts";
import { isolate } from "#src/text/isolate.ts";
import { labelsOf } from "./evidence-annex/labels-of.ts";
import { heading, inLanguage, type Page, paragraph, table } from "./evidence-annex/sections.ts";
import { type AnnexSignature, signatureTables } from "./evidence-annex/signatures.ts";
import { verifyBlock } from "./evidence-annex/verify-block.ts";
import { frameFor, size, textWidth } from "./instrument/page-design.ts";
import { drawRunningLines } from "./instrument/running-lines.ts";
import { setSignatureBlock } from "./instrument/signature-block.ts";
import { type Block, place, type TextBlock } from "./typeset/flow.ts";
import { newGalley } from "./typeset/galley.ts";
import { printGalley } from "./typeset/print.ts";
import { element } from "./typeset/structure.ts";

export type EvidenceAnnex = {
  instrument: {
    reference: string;
    /** By language. */
    title: Record<string, string>;
    /** SHA-256 in hex, of the sealed file and of each language's text. */
    digest: string;
    textDigests: Record<string, string>;
    version: number;
  };
  /** In the order of the instrument. */
  languages: string[];
  /** False if the seal's authority is only for demonstration. */
  trusted: boolean;
  /** The instrument's IANA zone, in which days and times are printed and which is named. */
  zone: string;
  /** RFC 3339; becomes the date of the file. */
  date: string;
  signatures: AnnexSignature[];
  /** The lowest level of the seals, as PAdES names it. */
  level: string;
  /** The page that compares a file with the register; no code is printed if null. */
  verifyUrl: string | null;
  events: {
    seq: number;
    at: string;
    act: string;
    actor: string;
    party?: string;
    hash: string;
    /** Its index in the evidence log, if the log has taken it. */
    logged: number | null;
  }[];
  /** The signed checkpoint of the evidence log that covers the events, if there is one. */
  checkpoint: string | null;
};

/**
 * Typesets the annex of evidence: an explanation, the instrument's digests and the signatures in each language of the
 * instrument, then the record of acts and an empty signature field named `Seal`. The same input gives the same bytes.
 *
 * @throws Refusal `unprintable-character`
 */
export async function typesetEvidenceAnnex(input: EvidenceAnnex): Promise<Uint8Array> {
  const languages = input.languages.length > 0 ? input.languages : ["en"];
  const [main = "en"] = languages;
  const galley = newGalley(main);
  const titles = languages.map((language): [string, string] => [
    language,
    labelsOf(language).title,
  ]);
  const onNewPage = (language: string, title: string, set: (page: Page) => Block[]) => {
    const frame = frameFor(language);
    const cursor = { sheet: galley.sheets.length, y: frame.top };
    galley.outline.push({ title, sheet: cursor.sheet, top: cursor.y, children: [] });
    const section = element("Sect", galley.document, { language });
    place(galley, frame, cursor, set({ galley, language, section }));
  };
  for (const [language, title] of titles)
    onNewPage(language, title, (page) => summary(page, input));
  onNewPage(main, labelsOf(main).events, (page) => [...record(page, input), seal(page, languages)]);
  drawRunningLines(galley, input.instrument.reference, new Map(titles));
  const { reference, digest } = input.instrument;
  const id = `evidence ${digest} ${input.date}`;
  return printGalley(galley, { titles, reference, date: input.date, id });
}

function summary(page: Page, annex: EvidenceAnnex): Block[] {
  const { instrument, trusted, date, zone, level, verifyUrl } = annex;
  const labels = labelsOf(page.language);
  const facts = [
    [labels.instrument, inLanguage(instrument.title, page.language)],
    [labels.reference, instrument.reference],
    [labels.version, String(instrument.version)],
    [labels.instrumentDigest, instrument.digest],
    ...Object.entries(instrument.textDigests).map(([language, digest]) => [
      `${labels.textDigest} (${language})`,
      digest,
    ]),
    [labels.level, `PAdES ${level}`],
    [labels.date, formatInstant(new Date(date), page.language, { zone, seconds: true })],
    [labels.clock, level === "B-B" ? labels.ownClock(zone) : labels.stampedClock(zone)],
  ];
  return [
    heading(page, labels.title, 1),
    paragraph(page, labels.about),
    ...(trusted ? [] : [paragraph(page, labels.untrusted, true)]),
    ...table(page, [], facts, size.small),
    ...(verifyUrl ? [verifyBlock(page, labels, verifyUrl)] : []),
    heading(page, labels.signatures, 2),
    ...signatureTables(page, labels, annex),
  ];
}

function record(page: Page, { events, checkpoint, zone }: EvidenceAnnex): Block[] {
  const labels = labelsOf(page.language);
  const time = `${labels.time} (${zone})`;
  const header = [labels.number, time, labels.act, labels.actor, labels.hash, labels.logged];
  const rows = events.map(({ seq, at, act, actor, party, hash, logged }) => [
    String(seq),
    instantInFigures(new Date(at), zone),
    act,
    party ? `${isolate(actor, page.language)} (${party})` : actor,
    hash,
    logged === null ? "–" : String(logged),
  ]);
  const lines = (checkpoint ?? "").split("\n").filter((line) => line !== "");
  return [
    heading(page, labels.events, 2),
    ...table(page, header, rows, 8),
    heading(page, labels.log, 2),
    // Keeps the seal from a page of its own.
    kept(paragraph(page, checkpoint ? labels.aboutLog : labels.notInLog)),
    ...lines.map((line) => kept(paragraph(page, line))),
  ];
}

function kept(block: TextBlock): TextBlock {
  return { ...block, keepNext: true };
}

function seal({ galley, section }: Page, languages: string[]): Block {
  const width = textWidth / 2;
  const above = languages.map((language) => ({ language, text: labelsOf(language).seal }));
  const tooltip = above[0]?.text ?? "Seal";
  const block = setSignatureBlock(
    galley,
    { field: "Seal", tooltip, above, below: [] },
    section,
    width,
  );
  return {
    kind: "whole",
    height: block.above + block.field + block.below,
    before: 26,
    draw: (cursor) => block.draw(cursor, (textWidth - width) / 2, block.above),
  };
}
