import { pairArticles } from "#src/text/comparison/articles.ts";
import { headingOf, type Part, partsOf } from "#src/text/parts.ts";

/** A part that both sides changed. Null for a side that removed it. */
export type Conflict = { mine: string | null; theirs: string | null };

/** A part of the merged text. A conflicting part holds the merging person's words. */
export type Merged = { markdown: string; conflict?: Conflict };

/**
 * Three-way merge, article by article. A change made by one side, or the same change made by both, is taken;
 * different changes are conflicts for a person to resolve. The order of articles comes from the side that changed it,
 * mine if both did.
 */
export function merge(base: string, theirs: string, mine: string): Merged[] {
  const [b, t, m] = [partsOf(base), partsOf(theirs), partsOf(mine)];
  const [theirOrder, myOrder] = [sameOrder(b, t), sameOrder(b, m)];
  if (theirOrder && myOrder) {
    return b.flatMap((part, at) => decide(part, t[at] ?? null, m[at] ?? null) ?? []);
  }
  return myOrder ? follow(b, m, t, "theirs") : follow(b, t, m, "mine");
}

/** Joins the merged parts with blank lines. */
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

/** Follows the side whose order is kept, `leader`, and inserts what only the other side added. */
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
    // Added there, or removed here. A part that both added is taken once.
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

/** Maps each part of the base to its later version on one side. */
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
