import { isolate } from "#src/text/isolate.ts";
import { directionOf } from "#src/text/languages.ts";
import { signedForLine } from "#src/text/party-forms.ts";
import { namedIn, partyName, type SourceParty } from "#src/text/party-name.ts";
import type { Source } from "#src/text/source.ts";
import type { Block } from "../typeset/flow.ts";
import type { Cursor } from "../typeset/frame.ts";
import type { Galley, OutlineEntry } from "../typeset/galley.ts";
import { element, type StructureElement } from "../typeset/structure.ts";
import { set, size, textWidth } from "./page-design.ts";
import { type SignatureBlock, setSignatureBlock } from "./signature-block.ts";

/**
 * The signatures: two blocks side by side for each pair of parties in their order, then the seal of the depositary.
 * Each block names the party in every language and holds one empty field. Never splits a block.
 */
export function signatureBlocks(
  galley: Galley,
  source: Source,
  textDigest: string | undefined,
): Block[] {
  const language = source.languages[0] ?? "en";
  const section = element("Sect", galley.document, { language });
  const entry: OutlineEntry = { title: "", sheet: 0, top: 0, children: [] };
  // What only the depositary seals has no signatures to head.
  const alone = source.parties.length === 0;
  if (!alone) galley.outline.push(entry);
  const blocks = alone ? [] : headings(galley, source, section, entry);
  const parties = source.parties.map((party, index) =>
    setSignatureBlock(galley, partyBlock(source, party, index), section, blockWidth),
  );
  // The seal takes the empty place beside an odd party, or the middle of its own row.
  const mirrored = directionOf(language) === "rtl";
  if (source.act && !source.sealed)
    return [...blocks, ...parties.map((one) => sideBySide([one], mirrored))];
  const seal = setSignatureBlock(galley, sealBlock(galley, source), section, blockWidth);
  const places = parties.length % 2 === 1 ? [...parties, seal] : parties;
  for (let i = 0; i < places.length; i += 2)
    blocks.push(sideBySide(places.slice(i, i + 2), mirrored));
  if (places === parties) blocks.push(sideBySide([seal], mirrored, (textWidth - blockWidth) / 2));
  if (textDigest) {
    // Keeps the digest from a page of its own.
    const last = blocks.at(-1);
    if (last) last.keepNext = true;
    blocks.push(...digestLines(galley, source, section, textDigest));
  }
  return blocks;
}

const gutter = 28;
const blockWidth = (textWidth - gutter) / 2;

/** The name of a party's field: its code, or its position among the parties. */
export function fieldName(party: SourceParty, index: number): string {
  return `Party-${party.code ?? index + 1}`;
}

function headings(
  galley: Galley,
  source: Source,
  section: StructureElement,
  entry: OutlineEntry,
): Block[] {
  const words = source.languages
    .map((language) => ({ language, text: galley.forms(language).signatures }))
    .filter(({ text }) => text !== "");
  entry.title = words.map(({ text }) => text).join(" · ") || source.reference;
  const owner = element("H1", section);
  return words.map(
    ({ language, text }, index): Block => ({
      kind: "text",
      paragraph: set(galley, language, [{ text }], "signatures", {
        align: "center",
        size: size.party,
        style: "bold",
      }),
      owner: element("Span", owner, { language }),
      x: 0,
      before: index === 0 ? 24 : 0,
      keepNext: true,
      ...(index === 0 && {
        placed: (at: Cursor) => {
          entry.sheet = at.sheet;
          entry.top = at.y;
        },
      }),
    }),
  );
}

function partyBlock(source: Source, party: SourceParty, index: number): SignatureBlock {
  const names = source.languages.map((language) => ({
    language,
    text: partyName(party, language),
  }));
  const { name, title } = party.signatory ?? {};
  return {
    field: fieldName(party, index),
    tooltip: `Signature: ${names[0]?.text ?? fieldName(party, index)}`,
    above: source.languages.map((language) => ({
      language,
      text: isolate(signedForLine(namedIn(party, language), language), language),
    })),
    below: source.languages.flatMap((language) => [
      ...(name?.[language] ? [{ language, text: name[language], bold: true }] : []),
      ...(title?.[language] ? [{ language, text: title[language] }] : []),
    ]),
  };
}

function sealBlock(galley: Galley, source: Source): SignatureBlock {
  const lines = source.languages
    .map((language) => ({ language, text: galley.forms(language).seal }))
    .filter(({ text }) => text !== "");
  return {
    field: "Seal",
    tooltip: lines[0]?.text ?? "Seal",
    above: lines,
    below: [],
  };
}

/** `from`: points from the side where lines begin, which is the right if the page is `mirrored`. */
function sideBySide(
  pair: ReturnType<typeof setSignatureBlock>[],
  mirrored: boolean,
  from = 0,
): Block {
  const above = Math.max(...pair.map((block) => block.above));
  const below = Math.max(...pair.map((block) => block.below));
  const first = pair[0]!;
  return {
    kind: "whole",
    height: above + first.field + below,
    before: 20,
    draw: (cursor) => {
      for (const [index, block] of pair.entries()) {
        const x = from + index * (blockWidth + gutter);
        block.draw(cursor, mirrored ? textWidth - blockWidth - x : x, above);
      }
    },
  };
}

function digestLines(
  galley: Galley,
  source: Source,
  section: StructureElement,
  digest: string,
): Block[] {
  const language = source.languages[0] ?? "en";
  const text = `${galley.forms(language).digest} (SHA-256): ${isolate(digest, language)}`;
  const paragraph = set(galley, language, [{ text }], "signatures", {
    size: size.small - 0.5,
    align: "center",
  });
  return [{ kind: "text", paragraph, owner: element("P", section), x: 0, before: 24 }];
}
