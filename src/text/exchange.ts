import { type Exchange, isWordedForNotes, proposerOf } from "#workflows/exchange.ts";
import type { Terms } from "#workflows/terms.ts";
import words from "../../templates/exchange-words.json" with { type: "json" };
import { findKey } from "./languages.ts";
import { literal } from "./literal.ts";
import { isHeading, nodesOf } from "./markdown.ts";
import { partyGenitive, type SourceParty } from "./party-name.ts";
import { partyName, type Source } from "./source.ts";

type Words = (typeof words)["en"];
const byLanguage = words as Record<string, Words>;

type Exchanged = Pick<Terms, "binding"> & { exchange: Exchange };

/** What each party signs in an exchange, by its code: the agreed text within its own note, letter or instrument. */
export function exchangedSources(
  source: Source,
  terms: Exchanged,
): { party: string; source: Source }[] {
  const codes = source.parties.flatMap(({ code }) => code ?? []);
  return codes.map((party) => ({ party, source: exchangedSource(source, terms, party) }));
}

/**
 * One party's note, letter or instrument, signed by that party alone. A reply quotes the whole proposal, so that it
 * shows all that is agreed.
 */
export function exchangedSource(source: Source, terms: Exchanged, party: string): Source {
  const { parties, reference } = source;
  const own = parties.find(({ code }) => code === party);
  const other = parties.find(({ code }) => code !== party);
  if (!own || !other) throw new Error(`${party} has nobody to exchange with.`);
  const first =
    proposerOf(
      terms,
      parties.flatMap(({ code }) => code ?? []),
    ) === party;
  const sides = first ? { first: own, second: other } : { first: other, second: own };
  const texts = Object.entries(source.texts).map(([language, text]) => {
    const say = sayer(language, { ...sides, own, other }, terms.binding, reference);
    return [language, framed(text, frameOf(terms.exchange.of, { isReply: !first, say }))] as const;
  });
  return { ...source, parties: [own], texts: Object.fromEntries(texts) };
}

/** The source whose draft shows everything: the reply, which quotes the proposal; else the text as it is. */
export function draftOf(source: Source, terms: Terms): Source {
  const { exchange, binding } = terms;
  const codes = source.parties.flatMap(({ code }) => code ?? []);
  if (!exchange || codes.length !== 2 || !source.languages.every(isWordedForNotes)) return source;
  const first = proposerOf({ exchange }, codes) ?? codes[0];
  const last = codes.find((code) => code !== first) ?? codes[1] ?? "";
  return exchangedSource(source, { exchange, binding }, last);
}

type Say = (of: (words: Words) => string) => string;
type Sides = { first: SourceParty; second: SourceParty; own: SourceParty; other: SourceParty };

/** Fills sentences with the parties' names and their forms after "of". */
function sayer(language: string, sides: Sides, binding: boolean, reference: string): Say {
  const own = wordsOf(language);
  const named = Object.entries(sides).flatMap(([side, party]) => [
    [side, literal(partyName(party, language))],
    [`of${side[0]?.toUpperCase()}${side.slice(1)}`, literal(partyGenitive(party, language))],
  ]);
  const values = {
    ...Object.fromEntries(named),
    reference: literal(reference),
    agreement: binding ? own.agreement.binding : own.agreement.other,
  };
  return (of) => fill(of(own), values);
}

type Frame = { before: string[]; after: string[] };

function frameOf(of: Exchange["of"], { isReply, say }: { isReply: boolean; say: Say }): Frame {
  if (of === "instruments") {
    return { before: [], after: [say(({ instruments }) => instruments.offers)] };
  }
  const salutation = say((words) => words.salutation);
  const courtesy = say((words) => words.courtesy);
  const before = [salutation, say((words) => words.proposes)];
  const after = [say((words) => words[of].offers), courtesy];
  if (!isReply) return { before, after };
  const [open, close] = [
    say(({ quotes }) => quotes[0] ?? ""),
    say(({ quotes }) => quotes[1] ?? ""),
  ];
  return {
    before: [
      salutation,
      say((words) => words[of].receives),
      `${open}${before[0]}`,
      ...before.slice(1),
    ],
    after: [
      ...after.slice(0, -1),
      closed(courtesy, close),
      say((words) => words[of].accepts),
      courtesy,
    ],
  };
}

/** A sentence with its closing quotation mark, after which some languages put the full stop (`»։` in Armenian). */
function closed(sentence: string, mark: string): string {
  const moves = mark.length > 1 && sentence.endsWith(mark.slice(-1));
  return moves ? `${sentence.slice(0, -1)}${mark}` : `${sentence}${mark}`;
}

/** The text with paragraphs after its title, and others at its end, before its annexes. */
function framed(markdown: string, { before, after }: Frame): string {
  const nodes = nodesOf(markdown);
  const annex = nodes.find((node, at) => at > 0 && isHeading(node, 1));
  const lines = markdown.split("\n");
  const body = nodes[0]?.position?.end.line ?? 0;
  const end = annex?.position ? annex.position.start.line - 1 : lines.length;
  const parts = [
    lines.slice(0, body).join("\n"),
    ...before,
    lines.slice(body, end).join("\n").trim(),
    ...after,
    lines.slice(end).join("\n").trim(),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function wordsOf(language: string): Words {
  const own = byLanguage[findKey(language, (key) => Object.hasOwn(byLanguage, key)) ?? ""];
  if (!own) throw new Error(`There are no words for notes in ${language}.`);
  return own;
}

function fill(sentence: string, values: Record<string, string>): string {
  return sentence.replaceAll(/\{([A-Za-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
