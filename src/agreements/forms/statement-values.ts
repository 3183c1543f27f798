import { worded } from "#src/people/person.ts";
import type { ActForm, FormValues } from "#src/text/act-form.ts";
import { beside } from "#src/text/beside.ts";
import { formsOf } from "#src/text/forms.ts";
import type { Known, Lodged } from "./known.ts";
import { dayIn, named } from "./values.ts";

type Of = { party?: string | undefined; reservation?: string | undefined };

/** Forms about a party's own reservation or declaration, and about another's. */
const ofOwn: readonly string[] = [
  "reservation",
  "reservation-modification",
  "reservation-withdrawal",
  "declaration",
];
const ofAnothers: readonly string[] = ["objection", "objection-withdrawal"];

/** The act whose day a form names. */
const dated: Record<string, string> = {
  "provisional-application": "apply-provisionally",
  "withdrawal-revocation": "give-notice",
};

/** What a party's statement says, from its row where it is on record; else blanks. */
export function ofStatement(form: ActForm, known: Known, of: Of, language: string): FormValues {
  const { name } = form;
  const act = known.acts[dated[name] ?? ""];
  if (act) return { on: dayIn(act.on, language) };
  if (name === "succession") return ofSuccession(known, language);
  const lodged = lodgedFor(name, known.reservations, of);
  if (name === "objection") {
    const excludes = lodged && known.objections[lodged.id];
    const line = excludes === undefined ? "undecided" : excludes ? "excluded" : "not_excluded";
    return { exclusion: { line }, ...(lodged && wordsOf(lodged, known, language)) };
  }
  return lodged ? wordsOf(lodged, known, language) : {};
}

/** The reservation that the form is about: the one named, else the last one that fits. */
function lodgedFor(form: string, all: Lodged[], { party, reservation }: Of): Lodged | undefined {
  const kind = form === "declaration" ? "declaration" : "reservation";
  const fits = (one: Lodged) =>
    one.kind === kind &&
    ((ofOwn.includes(form) && one.party === party) ||
      (ofAnothers.includes(form) && one.party !== party));
  return all.findLast((one) => fits(one) && (!reservation || one.id === reservation));
}

function wordsOf(lodged: Lodged, { parties, headings }: Known, language: string): FormValues {
  const { article } = formsOf(language, { headings });
  const names = lodged.articles.map((number) => article(number));
  return {
    made_on: dayIn(lodged.on, language),
    statements: [lodged.text],
    articles: beside(names, language),
    other: named(parties, lodged.party, language),
  };
}

function ofSuccession({ acts, parties }: Known, language: string): FormValues {
  const { predecessor, succeededOn } = acts.succeed?.detail ?? {};
  return {
    ...(typeof predecessor === "string" && { other: named(parties, predecessor, language) }),
    ...(typeof succeededOn === "string" && { on: dayIn(succeededOn, language) }),
  };
}

/** The values of a procès-verbal of deposit: the instrument, the day it was received, and what came with it. */
export function ofDeposit({ acts }: Known, language: string): FormValues {
  const deposit = acts.deposit ?? acts.accede;
  const found = deposit ?? acts["notify-completion"];
  if (!found) return {};
  const { kind, signedBy } = found.detail;
  const line = !deposit ? "notification" : typeof kind === "string" ? kind : "accession";
  return {
    kind: { line },
    on: dayIn(found.on, language),
    officer: worded(found.by, language),
    ...(typeof signedBy === "string" && { signed_by: signedBy }),
  };
}
