import type { Consent, EntryClause } from "#workflows/entry-into-force.ts";

/** So many parties, their consents one a day, and codes that do not sort by day. */
export function consentsOf(parties: number): Consent[] {
  return Array.from({ length: parties }, (_, index) => ({
    party: codeOf((index * 7) % parties),
    on: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
    act: "deposit" as const,
  }));
}

/** The clauses that are timed: the simplest, the usual one, and conditions as heavy as the schema admits. */
export function clausesFor(parties: number): Record<string, EntryClause> {
  const codes = Array.from({ length: parties }, (_, index) => codeOf(index));
  const shares = Object.fromEntries(codes.map((code) => [code, 100 / parties]));
  const group = (from: number) => ({
    kind: "consents" as const,
    needed: 5,
    among: codes.slice(from, from + 10),
  });
  return {
    "on the last consent": { form: "all-consented" },
    "thirty days after the sixtieth deposit": { form: "nth-deposit", deposits: 60, days: 30 },
    "ninety days after two thirds with 55 per cent of emissions and seven of a group": {
      form: "conditions",
      when: {
        kind: "all",
        of: [
          { kind: "consents", needed: "two-thirds" },
          { kind: "quantity", what: "emissions", shares, atLeast: 55 },
          { kind: "consents", needed: 7, among: codes.slice(0, 10) },
        ],
      },
      delay: { unit: "days", count: 90 },
      later: { unit: "days", count: 30 },
    },
    "the most that the schema admits: 400 conditions in twenty groups": {
      form: "conditions",
      when: {
        kind: "all",
        of: Array.from({ length: 20 }, (_, at) => ({
          kind: "any" as const,
          of: Array.from({ length: 20 }, (_, one) => group((at * 9 + one) % (parties - 10))),
        })),
      },
      delay: { unit: "months", count: 3, counting: "full-month" },
      later: { unit: "months", count: 3, counting: "full-month" },
    },
  };
}

function codeOf(index: number): string {
  return `P${String(index).padStart(3, "0")}`;
}
