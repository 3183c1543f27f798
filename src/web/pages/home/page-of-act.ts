import type { Waiting } from "../../api/contract.d.ts";

/** The page on which an act is taken, if it is not the agreement's page. */
const pages = {
  "revise-text": "/agreements/$id/draft",
  sign: "/agreements/$id/sign",
  "issue-certified-copy": "/agreements/$id/record",
  ingest: "/agreements/$id/record",
  "check-fixity": "/agreements/$id/record",
  "submit-to-un": "/agreements/$id/record",
  "register-with-un": "/agreements/$id/record",
} as const satisfies Partial<Record<Waiting["act"], string>>;

export function pageOfAct(act: Waiting["act"]) {
  return act in pages ? pages[act as keyof typeof pages] : "/agreements/$id";
}
