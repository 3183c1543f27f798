import type { Text } from "../../articles.ts";
import { fold } from "../../fold.ts";
import { type AmountWords, amountWords, anyOf } from "../../quantities/amount-words.ts";
import { quantitiesOf } from "../../quantities/in-text.ts";
import type { Quantity } from "../../quantities/quantity.ts";
import type { Sentence } from "../sentence.ts";
import type { Warning } from "../warning.ts";

type Slip = { found: string[]; detail: Sentence };

/**
 * Sums of money that cannot be meant: a negative one, parts that are more than their total, shares that are more than
 * the whole, a half that is none, one sum in two currencies. Totals and shares need words that we know in five
 * languages; a negative sum and two currencies are seen in every language.
 */
export function oddAmounts(text: Text): Warning[] {
  const words = amountWords(text.language.split("-")[0] ?? "");
  return quantitiesOf(text).flatMap(({ article, label, text: paragraph, quantities }) => {
    const amounts = quantities.filter(({ currency, unit }) => currency || unit === "percent");
    if (amounts.length === 0) return [];
    return slipsIn(paragraph, quantities, words).map(({ found, detail }) => ({
      rule: "amounts" as const,
      source: { key: "practice-amounts" } as const,
      language: text.language,
      article,
      paragraph: label,
      detail,
      found,
    }));
  });
}

function slipsIn(text: string, quantities: Quantity[], words: AmountWords | null): Slip[] {
  const said = (one: Quantity) => text.slice(one.from, one.to);
  const sums = quantities.filter(({ currency }) => currency);
  const negative = sums
    .filter((one) => one.negative)
    .map((one): Slip => {
      const amount = said(one);
      return { found: [amount], detail: { key: "negative-amount", values: { amount } } };
    });
  const sentences = sentencesOf(text, quantities);
  return [
    ...negative,
    ...twoCurrencies(sentences, said),
    ...(words
      ? [
          ...partsOfTotal(sentences, words, said),
          ...shareOfTotal(sums, quantities, text),
          ...equalParts(sentences, words, text),
          ...shares(sentences, words, said),
        ]
      : []),
  ];
}

type InSentence = { words: string[]; quantities: Quantity[] };

const sentenceEnd = /[.!?։。؟](?=\s|$)/g;

function sentencesOf(text: string, quantities: Quantity[]): InSentence[] {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index }) => index);
  const cuts = [...ends, text.length];
  return cuts.map((end, at) => {
    const from = at === 0 ? 0 : (cuts[at - 1] ?? 0) + 1;
    return {
      words: fold(text.slice(from, end)).split(" "),
      quantities: quantities.filter((one) => one.from >= from && one.from < end),
    };
  });
}

type Said = (one: Quantity) => string;

/** The same number in two currencies, in two sentences. */
function twoCurrencies(sentences: InSentence[], said: Said): Slip[] {
  const sums = sentences.map(({ quantities }) => quantities.filter(({ currency }) => currency));
  return sums.flatMap((own, at) => {
    const [first, ...others] = own;
    const next = sums.slice(at + 1).flat();
    const [second, ...more] = next;
    if (!first || !second || others.length + more.length > 0) return [];
    if (first.value !== second.value || first.currency === second.currency) return [];
    const [one, other] = [said(first), said(second)];
    const values = { first: one, second: other };
    return [{ found: [one, other], detail: { key: "two-currencies", values } }];
  });
}

/** The budget is 600,000 euros. A pays 400,000 euros and B 300,000 euros. */
function partsOfTotal(sentences: InSentence[], words: AmountWords, said: Said): Slip[] {
  return sentences.flatMap(({ words: own, quantities }, at) => {
    const [total, ...rest] = quantities.filter(({ currency }) => currency);
    if (!total || rest.length > 0 || !anyOf(own, words.total)) return [];
    const next = sentences[at + 1];
    if (!next || !anyOf(next.words, words.pays) || anyOf(next.words, words.each)) return [];
    const parts = next.quantities.filter((one) => isPart(one, total));
    const sum = parts.reduce((all, { value }) => all + value, 0);
    if (parts.length < 2 || parts.some(({ value }) => value >= total.value)) return [];
    if (sum <= total.value) return [];
    const values = { parts: parts.map(said), total: said(total) };
    return [{ found: [...parts.map(said)], detail: { key: "parts-unlike-total", values } }];
  });
}

/** A later sum may leave its currency out. */
function isPart({ currency, kind, unit, value }: Quantity, total: Quantity): boolean {
  if (currency) return currency === total.currency;
  return kind === "number" && unit === undefined && value > total.value / 100;
}

/** A total of 600,000 euros, of which each pays half, that is 200,000 euros. */
function shareOfTotal(sums: Quantity[], quantities: Quantity[], text: string): Slip[] {
  const [total] = sums;
  if (!total) return [];
  return quantities.flatMap((share, at) => {
    const part = quantities[at + 1];
    if (share.kind !== "share" || share.from < total.to || !part || part === total) return [];
    if (part.currency !== total.currency || part.value >= total.value) return [];
    if (!isThatIs(text.slice(share.to, part.from))) return [];
    if (Math.abs(total.value * share.value - part.value) < 0.01 * total.value) return [];
    const [one, of, whole] = [part, share, total].map((each) => text.slice(each.from, each.to));
    const values = { part: one ?? "", share: of ?? "", total: whole ?? "" };
    const found = [text.slice(share.from, part.to)];
    return [{ found, detail: { key: "share-unlike-total", values } }];
  });
}

const thatIs = /^[,،(\s]*(?:that is|i\.e\.|or|то есть|т\. ?е\.|أي|яғни|soit|c’est-à-dire)[,\s]*$/;

function isThatIs(between: string): boolean {
  return thatIs.test(between);
}

/** Each pays 30,000 dollars, 50,000 dollars in total. */
function equalParts(sentences: InSentence[], words: AmountWords, text: string): Slip[] {
  return sentences.flatMap(({ words: own, quantities }) => {
    const [part, total, ...rest] = quantities.filter(({ currency }) => currency);
    if (!part || !total || rest.length > 0 || part.currency !== total.currency) return [];
    const said = (one: Quantity) => text.slice(one.from, one.to);
    const around = fold(text.slice(part.to, total.to + maxBehind));
    if (!words.altogether.some((phrase) => around.includes(phrase))) return [];
    if (!isDistributed(own, said(part), words)) return [];
    if (total.value <= part.value || total.value % part.value === 0) return [];
    const values = { part: said(part), total: said(total) };
    return [{ found: Object.values(values), detail: { key: "total-unlike-each", values } }];
  });
}

/** Characters behind a total in which "in total" may follow. */
const maxBehind = 16;

/** Each of several, or the Kazakh ablative of a sum: 30 000 доллардан. */
function isDistributed(own: string[], part: string, words: AmountWords): boolean {
  return anyOf(own, words.each) || /(?:дан|ден|тан|тен|нан|нен)$/.test(part);
}

/** Costs are shared: 50 per cent, 40 per cent and 20 per cent. */
function shares(sentences: InSentence[], words: AmountWords, said: Said): Slip[] {
  return sentences.flatMap(({ words: own, quantities }) => {
    const parts = quantities.filter(({ unit, kind }) => unit === "percent" && kind === "number");
    if (parts.length < 2 || !anyOf(own, words.divided) || anyOf(own, words.each)) return [];
    if (parts.some(({ value }) => value >= 100)) return [];
    if (parts.reduce((all, { value }) => all + value, 0) <= 100) return [];
    const found = parts.map(said);
    return [{ found, detail: { key: "shares-exceed", values: { shares: found } } }];
  });
}
