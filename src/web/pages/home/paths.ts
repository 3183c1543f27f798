import { holds, type Role, type Session } from "../../api/session.ts";

/** A step of a guided path. It leads to a page, or with `stage` to an agreement in that stage. */
export type PathStep = { name: string; to: string; stage?: string };
export type Path = { role: Role; steps: PathStep[] };

const paths: Path[] = [
  {
    role: "legal-officer",
    steps: [
      { name: "draft", to: "/agreements/$id/draft", stage: "draft.editing" },
      { name: "review", to: "/agreements/$id/review", stage: "review" },
      { name: "acts", to: "/agreements/$id", stage: "review" },
      { name: "new", to: "/agreements/new" },
      { name: "ceremony", to: "/ceremonies" },
    ],
  },
  {
    role: "representative",
    steps: [
      { name: "read", to: "/agreements/$id", stage: "review.circulated" },
      { name: "compare", to: "/agreements/$id/review", stage: "review" },
      { name: "sign", to: "/agreements/$id/sign", stage: "sign.open" },
      { name: "passkey", to: "/account" },
    ],
  },
  {
    role: "archivist",
    steps: [
      { name: "search", to: "/archive" },
      { name: "record", to: "/agreements/$id/record", stage: "publish" },
      { name: "verify", to: "/verify" },
      { name: "register", to: "/register" },
    ],
  },
  {
    role: "secretariat",
    steps: [
      { name: "credentials", to: "/secretariat/credentials" },
      { name: "people", to: "/secretariat/people" },
      { name: "parties", to: "/secretariat/parties" },
      { name: "jobs", to: "/secretariat/jobs" },
    ],
  },
];

export function pathOf(session: Session): Path | null {
  return paths.find(({ role }) => holds(session, role)) ?? null;
}
