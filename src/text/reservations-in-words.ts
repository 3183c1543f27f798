import type { Terms } from "#workflows/terms.ts";
import type { TermWords } from "./term-words.ts";

/** What the text says on reservations and its rules on them, as one sentence. */
export function reservationsInWords(
  { reservations, reservationRules: rules = {} }: Terms,
  { say, join }: TermWords,
): string {
  const { except, only, authorised, atSignature, acceptance, objectionMonths, lateMonths } = rules;
  const listed = (numbers: number[]) => {
    const [last = "", ...before] = numbers.map(String).reverse();
    const all = before.length > 0 ? [join("join.comma", before.reverse()), last] : [last];
    return { numbers: join("join.and", all), count: numbers.length };
  };
  return join("join.then", [
    say(`reservations.${reservations}`),
    ...(except ? [say("reservations.except", listed(except))] : []),
    ...(only ? [say("reservations.only", listed(only))] : []),
    ...(authorised ? [say("reservations.authorised")] : []),
    ...(atSignature ? [say("reservations.at-signature")] : []),
    ...(acceptance ? [say(`reservations.${acceptance}`)] : []),
    ...(objectionMonths === undefined
      ? []
      : [say("reservations.objection", { months: objectionMonths })]),
    ...(lateMonths === undefined ? [] : [say("reservations.late", { months: lateMonths })]),
  ]);
}
