import type { Terms } from "#workflows/terms.ts";
import type { TermWords } from "./term-words.ts";

/** What the text says on reservations and its rules on them, as one sentence. */
export function reservationsInWords(
  { reservations, reservationRules: rules = {} }: Terms,
  { say, count, join }: TermWords,
): string {
  const { except, only, authorised, atSignature, acceptance, objectionMonths, lateMonths } = rules;
  const listed = (numbers: number[]) => ({ numbers: join("join.comma", numbers.map(String)) });
  return join("join.then", [
    say(`reservations.${reservations}`),
    ...(except ? [say("reservations.except", listed(except))] : []),
    ...(only ? [say("reservations.only", listed(only))] : []),
    ...(authorised ? [say("reservations.authorised")] : []),
    ...(atSignature ? [say("reservations.at-signature")] : []),
    ...(acceptance ? [say(`reservations.${acceptance}`)] : []),
    ...(objectionMonths === undefined
      ? []
      : [say("reservations.objection", { period: count("months", objectionMonths) })]),
    ...(lateMonths === undefined
      ? []
      : [say("reservations.late", { period: count("months", lateMonths) })]),
  ]);
}
