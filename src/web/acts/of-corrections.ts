import {
  type ChangedTerms,
  type Correction,
  form,
  given,
  text,
  today,
  type Values,
  whyNow,
} from "./form.ts";

const grounds = ["error", "concordance"] as const;

/** The places that were filled in, as the API takes them. */
function placesIn(values: Values) {
  return ((values.changes as Correction[] | undefined) ?? [])
    .filter(({ found, corrected }) => found.trim() !== "" || corrected.trim() !== "")
    .map(({ language, article, found, corrected, nth }) => ({
      language,
      article: Number(article),
      found,
      corrected,
      ...(nth && { nth: Number(nth) }),
    }));
}

/** Why each other authentic text is right, by language; only of texts that no place corrects. */
function rightIn(values: Values, corrected: { language: string }[]) {
  const changed = corrected.map(({ language }) => language);
  return ((values.right as string[][] | undefined) ?? []).flatMap(([language = "", reason = ""]) =>
    reason.trim() === "" || changed.includes(language) ? [] : [{ language, reason: reason.trim() }],
  );
}

function termsIn(values: Values) {
  const terms = (values.correctedTerms ?? {}) as ChangedTerms;
  return Object.keys(terms).length > 0 ? { terms: terms as never } : {};
}

const firstPlace = (languages: string[]) => [
  { language: languages[0] ?? "en", article: "1", found: "", corrected: "", nth: "" },
];

/** What an officer adds who records a note of the State. */
const received = [
  { name: "on", kind: "day", office: true },
  { name: "file", kind: "file", optional: true, office: true },
] as const;
const why = { name: "whyNow", kind: "words", optional: true, office: true } as const;
const by = { name: "answering", kind: "party", office: true } as const;

/** The State that answers, and its note; a representative answers for their own. */
const answered = (values: Values) => ({
  ...(text(values, "answering") && { party: text(values, "answering") }),
  ...given(values, "on"),
  ...given(values, "file"),
});
const onToday = (agreement: Parameters<typeof today>[0]) => ({ on: today(agreement) });

/** Forms of the correction of errors in a text and in copies of it (VCLT article 79). */
export const ofCorrections = [
  form("agree-to-correction", {
    fields: [by, ...received, why],
    initial: onToday,
    body: (values) => ({ ...answered(values), ...whyNow(values) }),
    depends: true,
  }),
  form("object-to-correction", {
    fields: [by, { name: "reason", kind: "words" }, ...received],
    initial: onToday,
    body: (values) => ({ ...answered(values), reason: text(values, "reason") }),
    depends: true,
  }),
  form("propose-correction", {
    fields: [
      { name: "correctionGround", kind: "choice", options: grounds },
      { name: "reason", kind: "words" },
      { name: "changes", kind: "corrections" },
      { name: "right", kind: "right-texts" },
      { name: "correctedTerms", kind: "corrected-terms", optional: true },
    ],
    initial: ({ languages }) => ({ correctionGround: "error", changes: firstPlace(languages) }),
    body: (values) => {
      const changes = placesIn(values);
      return {
        ground: grounds.find((one) => one === text(values, "correctionGround")) ?? "error",
        reason: text(values, "reason"),
        changes,
        right: rightIn(values, changes),
        ...termsIn(values),
      };
    },
    depends: true,
  }),
  form("withdraw-correction", {
    fields: [{ name: "reason", kind: "words" }],
    body: (values) => ({ reason: text(values, "reason") }),
  }),
  form("make-correction", {
    fields: [
      { name: "effectiveFrom", kind: "day", optional: true },
      { name: "effectReason", kind: "words", optional: true },
    ],
    body: (values) => {
      const from = text(values, "effectiveFrom");
      const reason = text(values, "effectReason");
      return { ...(from && { from }), ...(reason && { reason }) };
    },
  }),
  form("notify-un-of-correction", {
    fields: [
      { name: "correction", kind: "correction" },
      { name: "on", kind: "day" },
      { name: "reference", kind: "line" },
    ],
    initial: (agreement) => ({ on: today(agreement) }),
    body: (values) => ({
      correction: text(values, "correction"),
      reference: text(values, "reference"),
      ...given(values, "on"),
    }),
  }),
  form("correct-certified-copy", {
    fields: [
      { name: "serial", kind: "number" },
      { name: "reason", kind: "words" },
      { name: "changes", kind: "copy-corrections" },
    ],
    initial: ({ languages }) => ({ changes: firstPlace(languages) }),
    body: (values) => ({
      serial: Number(text(values, "serial")),
      reason: text(values, "reason"),
      changes: placesIn(values),
    }),
    depends: true,
  }),
];
