import type { Facts } from "./facts.ts";

/** The parties for which the instrument is in force, including those with a running notice of withdrawal, and none that ceased to exist. */
export function bound({ standing, ceased }: Facts): string[] {
  return Object.keys(standing).filter(
    (code) => ["party", "noticeRunning"].includes(standing[code] ?? "") && !(code in ceased),
  );
}
