import { form, given, text, today } from "./form.ts";
import { instrument, reservationOf, signedInstrument } from "./of-consent.ts";

const bases = ["newly-independent", "separation", "uniting", "other"] as const;

/** Forms of what States notify and declare beside their consent. */
export const ofStatements = [
  form("succeed", {
    fields: [
      { name: "party", kind: "any-party" },
      { name: "predecessor", kind: "party" },
      { name: "succeededOn", kind: "day" },
      { name: "basis", kind: "choice", options: bases },
      { name: "agreedBilaterally", kind: "words", optional: true },
      ...instrument,
    ],
    initial: (agreement) => ({
      basis: "separation",
      signedAs: "foreign-minister",
      on: today(agreement),
      reservedIn: agreement.languages[0] ?? "en",
    }),
    body: (values) => ({
      kind: "succession" as const,
      ...signedInstrument(values),
      predecessor: text(values, "predecessor"),
      ...given(values, "succeededOn"),
      basis: bases.find((one) => one === text(values, "basis")) ?? ("other" as const),
      ...(text(values, "agreedBilaterally") && { agreed: text(values, "agreedBilaterally") }),
      ...(text(values, "reserved") && { reservations: [reservationOf(values)] }),
    }),
    depends: true,
  }),
  form("declare-continuity", {
    fields: [
      { name: "party", kind: "party" },
      { name: "formerName", kind: "line" },
      ...instrument.filter(({ name }) => name !== "reserved" && name !== "reservedIn"),
    ],
    initial: (agreement) => ({ signedAs: "foreign-minister", on: today(agreement) }),
    body: (values) => ({
      kind: "continuity" as const,
      ...signedInstrument(values),
      ...given(values, "formerName"),
    }),
    depends: true,
  }),
];
