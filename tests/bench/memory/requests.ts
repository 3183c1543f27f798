import type { Ask } from "./load.ts";

const base = "/api/v1";
const of = <T>(list: readonly T[], nth: number): T => list[nth % list.length]!;

/** What people and programs read all day: the session, lists, an agreement with its parts, and the public register. */
export async function mixedRequests(
  json: (path: string, key: string | null) => Promise<{ items: { id: string }[] }>,
  keys: readonly string[],
): Promise<(nth: number) => Ask> {
  const idsOf = async (path: string, key: string | null) =>
    (await json(`${base}${path}?limit=50`, key)).items.map(({ id }) => id);
  const agreements = await idsOf("/agreements", keys[0] ?? null);
  const entries = await idsOf("/register", null);
  const paths: { path(nth: number): string; isPublic?: true }[] = [
    { path: () => "/session" },
    { path: () => "/agreements" },
    { path: () => `/agreements?q=agreement` },
    { path: () => "/agreements/counts" },
    { path: () => "/waiting" },
    { path: (nth) => `/agreements/${of(agreements, nth)}` },
    { path: (nth) => `/agreements/${of(agreements, nth)}/texts/en` },
    { path: (nth) => `/agreements/${of(agreements, nth)}/versions` },
    { path: (nth) => `/agreements/${of(agreements, nth)}/participation` },
    { path: (nth) => `/agreements/${of(agreements, nth)}/evidence` },
    { path: () => "/register", isPublic: true },
    { path: (nth) => `/register/${of(entries, nth)}`, isPublic: true },
    { path: () => "/register/statistics", isPublic: true },
  ];
  return (nth) => {
    const { path, isPublic } = of(paths, nth);
    const key = isPublic ? null : of(keys, nth);
    return { path: `${base}${path(Math.floor(nth / paths.length))}`, key };
  };
}
