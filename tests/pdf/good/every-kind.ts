import { memberLanguages } from "../typeset/support/udhr.ts";

/** One file of a kind that the service makes. */
export type Kind = {
  what: "instrument" | "annex";
  languages: string[];
  layout: "sequential" | "parallel";
  /** How each party signs: attested by the depositary, with its own key, or not at all. */
  parties: ("attested" | "own RSA" | "own ECDSA" | "own PSS" | "absent")[];
  key: "demonstration" | "RSA" | "ECDSA P-256" | "ECDSA P-384";
  level: "B-B" | "B-T" | "B-LTA" | "renewed";
  /** Carries its texts as files. */
  attached: boolean;
  /** The seal says where the log has its last act. */
  logged: boolean;
};

const fonts = memberLanguages.filter((language) => !["ja", "zh"].includes(language));
const signing = ["attested", "own RSA", "attested", "own ECDSA", "own PSS"] as const;
const keys = ["RSA", "demonstration", "ECDSA P-256", "RSA", "ECDSA P-384"] as const;
const levels = ["B-B", "B-LTA", "B-T", "renewed"] as const;

/** As many kinds as asked for, each unlike the others: every language, level, key and way of signing comes round. */
export function everyKind(count: number): Kind[] {
  return Array.from({ length: count }, (_, n): Kind => {
    const what = n % 7 === 6 ? "annex" : "instrument";
    const level = levels[n % 4] ?? "B-B";
    // What is demonstrated has no authority that could publish lists.
    const key = level === "B-B" ? (keys[n % 5] ?? "RSA") : (keys[[0, 2, 4][n % 3] ?? 0] ?? "RSA");
    const many = n % 4;
    const languages = Array.from(
      { length: 1 + (n % 3) },
      (_, i) => fonts[(n * 3 + i * 17) % fonts.length] ?? "en",
    );
    const parties = Array.from({ length: n % 23 === 22 ? 30 : 2 + many }, (_, i) =>
      what === "annex" || (n % 11 === 10 && i === 0)
        ? ("absent" as const)
        : key === "demonstration" || level === "B-B"
          ? ("attested" as const)
          : (signing[(n + i) % signing.length] ?? "attested"),
    );
    return {
      what,
      languages: [...new Set(languages)],
      layout: languages.length === 2 && n % 2 === 0 ? "parallel" : "sequential",
      parties: what === "annex" ? [] : parties,
      key,
      level,
      attached: n % 9 === 8,
      logged: n % 2 === 1,
    };
  });
}
