import type { Context } from "#src/context.ts";
import { Refusal, type RefusalCode } from "#src/errors.ts";
import { nameParties } from "#src/text/name-parties.ts";
import { partyName } from "#src/text/party-name.ts";
import { problemTitle, problemWords } from "#src/text/problem-words.ts";
import { basisWords, relationWords } from "#src/text/relation-words.ts";
import type { ActType } from "#workflows/acts.ts";
import type { SecondPersonRule } from "#workflows/second-person.ts";
import { partyNouns } from "../party-names.ts";
import { Rehearsed } from "../rehearse.ts";
import { consequenceWords, type ForeseenConsequence } from "./consequence-words.ts";

export type Foretold = {
  /** The act; null if it was refused before the law was asked. */
  act: ActType | null;
  /** Why a second officer would confirm it first; null if it would happen at once. */
  rule: SecondPersonRule | null;
  /** Why the act would be refused now. */
  refusal: {
    code: RefusalCode;
    title: string;
    detail: string;
    errors: { pointer: string | null; detail: string }[];
  } | null;
  consequence: ForeseenConsequence | null;
  /** What would newly apply between two parties, in sentences. */
  relations: {
    parties: [string, string];
    statements: { key: string; text: string; rule: string }[];
  }[];
};

/**
 * Runs a verb whose act is only rehearsed, and says in the reader's language what it would bring about or why it would
 * be refused. Nothing of it stays on record.
 */
export async function foretell(
  ctx: Context,
  agreement: string,
  language: string,
  rehearse: () => Promise<unknown>,
): Promise<Foretold> {
  const nothing: Foretold = {
    act: null,
    rule: null,
    refusal: null,
    consequence: null,
    relations: [],
  };
  try {
    await rehearse();
  } catch (error) {
    if (error instanceof Refusal) return { ...nothing, refusal: inWords(error, language) };
    if (!(error instanceof Rehearsed)) throw error;
    const { act, rule, refusal, consequence, relations } = error.rehearsal;
    const nameOf = await partyNouns(ctx.db, agreement, language);
    return {
      act: act.type,
      rule,
      refusal: refusal && inWords(refusal, language, (code) => nameOf(code).name),
      consequence: consequenceWords(consequence, {
        concerned: () => refusal?.extra.parties ?? [],
        language,
        nameOf,
      }),
      relations: relations.map(({ parties, statements }) => ({
        parties,
        statements: statements.map((one) => ({
          key: one.key,
          text: relationWords(one, language, nameOf),
          rule: basisWords(one.basis, language),
        })),
      })),
    };
  }
  throw new Error("A rehearsed act was taken.");
}

function inWords(
  { code, message, extra }: Refusal,
  language: string,
  nameOf = (party: string) => partyName({ code: party }, language),
) {
  const sentence = language === "en" ? message : problemWords(code, language);
  return {
    code,
    title: problemTitle(code, language),
    detail: nameParties(sentence, extra.parties ?? [], language, nameOf),
    errors: (extra.errors ?? []).map(({ pointer = null, detail }) => ({ pointer, detail })),
  };
}
