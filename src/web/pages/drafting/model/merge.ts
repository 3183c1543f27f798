import { pairArticles } from "#src/text/comparison/articles.ts";
import { headingOf, type Part, partsOf } from "#src/text/parts.ts";

/** A part that both have changed: what each has made of it, null where it was taken out. */
export type Conflict = { mine: string | null; theirs: string | null };

/** A part of the merged text; one with a conflict stands with the words of the one who merges. */
export type Merged = { markdown: string; conflict?: Conflict };

/**
 * Three versions of a text merged article by article: what one side has changed is taken from it, what both have
 * changed alike once, and only what both have changed differently is left to a person. The order of the articles is
 * that of the side that has changed it, mine where both have.
 */
export function merge(base: string, theirs: string, mine: string): Merged[] {
  const [b, t, m] = [partsOf(base), partsOf(theirs), partsOf(mine)];
  const [theirOrder, myOrder] = [sameOrder(b, t), sameOrder(b, m)];
  if (theirOrder && myOrder) {
    return b.flatMap((part, at) => decide(part, t[at] ?? null, m[at] ?? null) ?? []);
  }
  return myOrder ? follow(b, m, t, "theirs") : follow(b, t, m, "mine");
}

/** The merged text; where parts meet, an empty line stands between them. */
export function textOf(merged: Merged[]): string {
  return merged
    .map(({ markdown }, at) =>
      at === merged.length - 1 || markdown === "" || markdown.endsWith("\n\n")
        ? markdown
        : `${markdown.trimEnd()}\n\n`,
    )
    .join("");
}

const same = (a: Part | null, b: Part | null) =>
  (a?.markdown.trimEnd() ?? null) === (b?.markdown.trimEnd() ?? null);

function decide(base: Part | null, theirs: Part | null, mine: Part | null): Merged | null {
  const take = (part: Part | null) => part && { markdown: part.markdown };
  if (same(mine, theirs) || same(theirs, base)) return take(mine);
  if (same(mine, base)) return take(theirs);
  const conflict = { mine: mine?.markdown ?? null, theirs: theirs?.markdown ?? null };
  return { markdown: (mine ?? theirs)?.markdown ?? "", conflict };
}

/** Goes along the side whose order is kept, `leader`, and puts in what only the other has added. */
function follow(base: Part[], other: Part[], leader: Part[], leads: "mine" | "theirs"): Merged[] {
  const ofLeader = partners(base, leader);
  const ofOther = partners(base, other);
  const judge = (b: Part | null, o: Part | null, l: Part | null) =>
    leads === "mine" ? decide(b, o, l) : decide(b, l, o);
  const out: { merged: Merged | null; other: Part | null }[] = leader.map((part) => {
    const origin = base.find((one) => ofLeader.get(one) === part) ?? null;
    const partner = origin ? (ofOther.get(origin) ?? null) : null;
    return { merged: judge(origin, partner, part), other: partner };
  });
  for (const [at, part] of other.entries()) {
    if (out.some((one) => one.other === part)) continue;
    const origin = base.find((one) => ofOther.get(one) === part) ?? null;
    // Added there, or taken out here: a part that both have added alike stands once.
    if (!origin && leader.some((one) => same(one, part))) continue;
    const before = other[at - 1];
    const after = out.findLastIndex((one) => one.other !== null && one.other === before);
    out.splice(after + 1 || (at === 0 ? 0 : out.length), 0, {
      merged: judge(origin, part, null),
      other: part,
    });
  }
  return out.flatMap(({ merged }) => merged ?? []);
}

function sameOrder(base: Part[], side: Part[]): boolean {
  const later = partners(base, side);
  const stays = (part: Part, at: number) => !later.has(part) || later.get(part) === side[at];
  return base.length === side.length && base.every(stays);
}

/** Of each part of the base, the part of the side that is its later version. */
function partners(base: Part[], side: Part[]): Map<Part, Part> {
  const asPart = ({ markdown }: Part, number: number) => ({
    number,
    heading: headingOf(markdown),
    text: markdown.trimEnd(),
  });
  const pairs = pairArticles(base.map(asPart), side.map(asPart));
  return new Map(
    pairs.flatMap(({ from, to }) => {
      const [old, young] = [from && base[from.number], to && side[to.number]];
      return old && young ? [[old, young] as const] : [];
    }),
  );
}
