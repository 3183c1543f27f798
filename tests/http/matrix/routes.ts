import type { Permission } from "#src/people/can.ts";
import type { Role } from "#src/people/person.ts";
import { actRows, digest } from "./act-rows.ts";

/**
 * Who may ask a route: the public; people who have signed in; those who see the agreement; of these the roles
 * that hold a permission; its holders without an agreement; the owner of a thing of one's own.
 */
export type Access =
  | { kind: "public"; notFor?: Role }
  | { kind: "signed-in"; notFor?: Role }
  | { kind: "seen" }
  | { kind: "seen-and-held"; permission: Permission }
  | { kind: "held"; permission: Permission }
  | { kind: "own" };

export type Row = Access & {
  body?: unknown;
  type?: string;
  query?: string;
  /** What stands for the address's other parameters. */
  params?: Record<string, string>;
};

const id = "00000000-0000-4000-8000-00000000aaaa";
const seen = { kind: "seen" } as const;
const own = { kind: "own" } as const;
const signedIn = { kind: "signed-in" } as const;
const manage = { kind: "held", permission: "manage-accounts" } as const;
const keepsDesk = { kind: "held", permission: "keep-correspondence" } as const;
const ceremony = {
  title: { en: "Forum" },
  place: { en: "Astana" },
  date: "2027-01-10",
  time: "10:00",
  zone: "Asia/Almaty",
  languages: ["en"],
};
const person = { email: "x@y.example", names: { en: "X" }, language: "en", roles: ["archivist"] };

/** Every route of the contract but the acts, with what a request to it needs. */
const others: Record<string, Row> = {
  "POST /session": { kind: "public", body: { key: "none" } },
  "POST /session/codes": { kind: "public", body: { email: "nobody@nowhere.example" } },
  "POST /session/passkeys": { kind: "public" },
  "GET /service": { kind: "public" },
  "GET /demo/people": { kind: "public" },
  "GET /demo/letters": { kind: "public" },
  "GET /session/sign-on": { kind: "public" },
  "GET /session/sign-on/callback": { kind: "public" },
  "GET /register": { kind: "public" },
  "GET /register/statistics": { kind: "public" },
  "GET /register/{id}": { kind: "public" },
  "GET /register/{id}/pdf": { kind: "public" },
  "GET /register/notifications": { kind: "public" },
  "GET /register/{id}/notifications": { kind: "public" },
  "GET /register/{id}/papers/{serial}": { kind: "public", params: { serial: "1" } },
  "GET /registered-files/{digest}": { kind: "public" },
  "POST /verifications": {
    kind: "public",
    notFor: "service",
    body: "%PDF-",
    type: "application/pdf",
  },
  "GET /session": signedIn,
  "PATCH /session": { ...signedIn, body: { language: "en" } },
  "DELETE /session": signedIn,
  "POST /session/verification/passkeys": { ...signedIn, notFor: "service" },
  "POST /session/verification/codes": { ...signedIn, notFor: "service" },
  "POST /session/verification": { ...own, body: { code: { id, code: "1" } } },
  "GET /sessions": signedIn,
  "DELETE /sessions": signedIn,
  "DELETE /sessions/{id}": own,
  "GET /passkeys": signedIn,
  "POST /passkeys/options": signedIn,
  "POST /passkeys": { ...own, body: passkey() },
  "DELETE /passkeys/{id}": own,
  "GET /keys": signedIn,
  "POST /keys": { ...signedIn, body: { label: "R", scopes: ["read"], days: 1 } },
  "DELETE /keys/{id}": own,
  "GET /people": { kind: "held", permission: "list-people" },
  "POST /people": { ...manage, body: person },
  "PATCH /people/{id}": { ...manage, body: { language: "en" } },
  "GET /people/{id}/events": manage,
  "POST /people/{id}/recoveries": { ...manage, body: { email: "x@y.example", reason: "Lost." } },
  "GET /office-proposals": { kind: "held", permission: "propose-template" },
  "POST /office-proposals/{id}/confirmations": { ...own, body: {} },
  "POST /office-proposals/{id}/rejections": { ...own, body: { reason: "No." } },
  "GET /recoveries": manage,
  "POST /recoveries/{id}/approvals": { ...manage, body: {} },
  "DELETE /recoveries/{id}": manage,
  "GET /parties": signedIn,
  "POST /parties": {
    kind: "held",
    permission: "manage-parties",
    body: { code: "ZZ", kind: "state", names: { en: "Z" } },
  },
  "PATCH /parties/{code}": {
    kind: "held",
    permission: "manage-parties",
    body: { protocolOrder: 9999 },
    params: { code: "ZZ" },
  },
  "POST /parties/{code}/endings": {
    kind: "held",
    permission: "manage-parties",
    body: { on: "2020-01-01", reason: "By union." },
    params: { code: "ZZ" },
  },
  "GET /parties/{code}/events": {
    kind: "held",
    permission: "manage-parties",
    params: { code: "ZZ" },
  },
  "GET /general-powers": signedIn,
  "POST /general-powers": {
    kind: "held",
    permission: "present-general-powers",
    body: {
      party: "KZ",
      person: id,
      acts: ["sign"],
      issuedBy: "M",
      signedBy: "M",
      place: "P",
      issuedOn: "2026-01-05",
      form: "original",
    },
  },
  "POST /general-powers/{id}/verifications": {
    kind: "held",
    permission: "manage-general-powers",
    body: {},
  },
  "POST /general-powers/{id}/endings": {
    kind: "held",
    permission: "manage-general-powers",
    body: { verdict: "revoked", reason: "Recalled." },
  },
  "GET /parties/{code}/actions": {
    kind: "held",
    permission: "see-actions",
    params: { code: "own-party" },
  },
  "GET /correspondence": { kind: "held", permission: "see-correspondence" },
  "POST /correspondence": { ...keepsDesk, body: { direction: "in", ...paper() } },
  "GET /correspondence/{id}": own,
  "POST /correspondence/{id}/corrections": { ...keepsDesk, body: { ...paper(), reason: "Slip." } },
  "POST /correspondence/{id}/originals": {
    ...keepsDesk,
    body: { on: "2026-01-05", time: "09:30" },
  },
  "POST /correspondence/{id}/checks": { ...keepsDesk, body: { answers: { sealed: "yes" } } },
  "POST /correspondence/{id}/acknowledgements": { ...keepsDesk, body: {} },
  "POST /correspondence/{id}/returns": { ...keepsDesk, body: { reason: "Not signed." } },
  "POST /correspondence/{id}/scans": { ...keepsDesk, body: "%PDF-1.7", type: "application/pdf" },
  "GET /correspondence/{id}/scans/{digest}": { ...own, params: { digest } },
  "GET /templates": signedIn,
  "POST /templates": {
    kind: "held",
    permission: "propose-template",
    body: { name: "x", files: { "template.yaml": "name: x" } },
  },
  "PATCH /templates/{name}": {
    kind: "held",
    permission: "manage-templates",
    body: { retired: false },
    params: { name: "x" },
  },
  "GET /templates/{name}/events": {
    kind: "held",
    permission: "manage-templates",
    params: { name: "x" },
  },
  "GET /templates/{name}/versions": { ...signedIn, params: { name: "x" } },
  "GET /templates/{name}/versions/{digest}": { ...signedIn, params: { name: "x", digest } },
  "GET /forms": signedIn,
  "GET /credentials": signedIn,
  "POST /agreements": { kind: "held", permission: "create-agreement", body: agreement() },
  "POST /previews": { kind: "held", permission: "create-agreement", body: agreement() },
  "POST /agreements/{id}/previews": { kind: "seen-and-held", permission: "revise-text", body: {} },
  "GET /waiting": signedIn,
  "GET /filters": signedIn,
  "PUT /filters/{name}": { ...signedIn, body: { query: {} }, params: { name: "Mine" } },
  "DELETE /filters/{name}": { ...own, params: { name: "Nobody's" } },
  "GET /agreements": signedIn,
  "GET /agreements/counts": signedIn,
  "GET /agreements/{id}": seen,
  "GET /agreements/{id}/answers": seen,
  "GET /agreements/{id}/corrections": seen,
  "GET /agreements/{id}/certified-copies": seen,
  "PUT /agreements/{id}/reading": { ...seen, body: { textVersion: 1 } },
  "PUT /agreements/{id}/presence": { ...seen, body: { place: null } },
  "PATCH /agreements/{id}": { kind: "seen-and-held", permission: "describe", body: { areas: [] } },
  "GET /agreements/{id}/texts/{language}": { ...seen, params: { language: "en" } },
  "GET /agreements/{id}/texts/{language}/articles": { ...seen, params: { language: "en" } },
  "PUT /agreements/{id}/texts/{language}": {
    kind: "seen-and-held",
    permission: "revise-text",
    body: "# A\n\nB.\n\n## C\n\nD.",
    type: "text/markdown",
    params: { language: "en" },
  },
  "GET /agreements/{id}/versions": seen,
  "POST /agreements/{id}/versions": {
    kind: "seen-and-held",
    permission: "revise-text",
    body: { texts: { en: "# A\n\nB.\n\n## C\n\nD." } },
  },
  "GET /agreements/{id}/working-texts": { kind: "seen-and-held", permission: "revise-text" },
  "PUT /agreements/{id}/working-texts/{language}": {
    kind: "seen-and-held",
    permission: "revise-text",
    body: { markdown: "# A" },
    params: { language: "en" },
  },
  "DELETE /agreements/{id}/working-texts/{language}": {
    kind: "seen-and-held",
    permission: "revise-text",
    params: { language: "en" },
  },
  "GET /agreements/{id}/versions/{number}": { ...seen, params: { number: "1" } },
  "GET /agreements/{id}/source": seen,
  "GET /agreements/{id}/comparison": { ...seen, query: "from=1&to=1&language=en" },
  "GET /agreements/{id}/checks": seen,
  "GET /agreements/{id}/relations/{party}/{other}": {
    ...seen,
    params: { party: "KZ", other: "AE" },
  },
  "GET /agreements/{id}/terms": seen,
  "GET /agreements/{id}/terms/{party}/{other}": { ...seen, params: { party: "KZ", other: "AE" } },
  "GET /agreements/{id}/comments": seen,
  "POST /agreements/{id}/comments/{thread}/replies": {
    ...own,
    body: { body: "Yes." },
    params: { thread: id },
  },
  "POST /agreements/{id}/comments/{thread}/resolutions": {
    ...own,
    body: { resolved: true },
    params: { thread: id },
  },
  "POST /agreements/{id}/files": {
    kind: "seen-and-held",
    permission: "attach-files",
    body: "%PDF-1.7",
    type: "application/pdf",
  },
  "GET /agreements/{id}/files/{digest}": { ...own, params: { digest } },
  "GET /agreements/{id}/forms/{form}": {
    ...seen,
    query: "language=en",
    params: { form: "proces-verbal-of-signature" },
  },
  "GET /agreements/{id}/participation": seen,
  "GET /agreements/{id}/procedures": seen,
  "POST /agreements/{id}/procedures": {
    kind: "seen-and-held",
    permission: "report-procedure",
    body: { party: "KZ", step: "cabinet" },
  },
  "GET /agreements/{id}/proposals": { kind: "seen-and-held", permission: "confirm-proposal" },
  "POST /agreements/{id}/consequences": { ...seen, body: { resource: "seals", body: {} } },
  "GET /agreements/{id}/people": seen,
  "GET /agreements/{id}/notifications": seen,
  "GET /agreements/{id}/un-registration": seen,
  "GET /agreements/{id}/papers/{serial}": { ...seen, params: { serial: "1" } },
  "GET /agreements/{id}/pdf": {
    kind: "seen-and-held",
    permission: "see-unsealed",
    query: "kind=draft",
  },
  "GET /agreements/{id}/evidence": seen,
  "GET /agreements/{id}/evidence/{seq}/proof": { ...seen, params: { seq: "1" } },
  "GET /evidence": { kind: "held", permission: "export-log" },
  "GET /checkpoints": { kind: "public" },
  "GET /checkpoints/{size}": { kind: "public", params: { size: "1" } },
  "GET /checkpoints/{size}/consistency": {
    kind: "public",
    params: { size: "2" },
    query: "from=1",
  },
  "POST /agreements/{id}/signatures/options": {
    kind: "seen-and-held",
    permission: "sign",
    body: { original: digest, binding: false },
  },
  "POST /agreements/{id}/signatures/codes": {
    kind: "seen-and-held",
    permission: "sign",
    body: { original: digest, binding: false },
  },
  "POST /agreements/{id}/signatures/preparations": {
    kind: "seen-and-held",
    permission: "sign",
    body: { original: digest, binding: false, certificate: "AAAA" },
  },
  "GET /signatures/{id}": own,
  "GET /signatures/{id}/content": own,
  "PUT /signatures/{id}/cms": { ...own, body: { originals: [{ signature: "AAAA" }] } },
  "DELETE /signatures/{id}": own,
  "GET /ceremonies": signedIn,
  "POST /ceremonies": { kind: "held", permission: "hold-ceremonies", body: ceremony },
  "GET /ceremonies/{id}": own,
  "GET /ceremonies/{id}/run-sheet": own,
  "PUT /ceremonies/{id}/run-sheet": { ...own, body: { items: [] } },
  "POST /ceremonies/{id}/opening": { ...own, body: {} },
  "POST /ceremonies/{id}/closing": { ...own, body: {} },
  "GET /ceremonies/{id}/proces-verbal": { ...own, query: "language=en" },
  "GET /seal": { kind: "held", permission: "see-keys" },
  "GET /jobs": { kind: "held", permission: "run-jobs" },
  "GET /jobs/{id}": { kind: "held", permission: "run-jobs", params: { id: "1" } },
  "POST /jobs/runs": { kind: "held", permission: "run-jobs", body: { effect: null } },
  "POST /jobs/{id}/stops": { kind: "held", permission: "run-jobs", params: { id: "1" }, body: {} },
  "POST /jobs/{id}/runs": { kind: "held", permission: "run-jobs", params: { id: "1" }, body: {} },
};

function paper() {
  return {
    kind: "note-verbale",
    party: "KZ",
    channel: "by-hand",
    subject: "Note",
    on: "2026-01-05",
    time: "09:30",
    languages: ["en"],
  };
}

function agreement() {
  return {
    template: "memorandum-of-understanding",
    title: { en: "Memorandum of Understanding" },
    parties: [{ code: "KZ" }, { code: "AE" }],
    languages: ["en"],
    variables: { place: "Astana" },
  };
}

function passkey() {
  const response = { clientDataJSON: "AA", attestationObject: "AA" };
  const credential = { id: "AA", rawId: "AA", type: "public-key", clientExtensionResults: {} };
  return { id, label: "L", response: { ...credential, response } };
}

const acts = Object.entries(actRows).map(([name, { permission, body }]): [string, Row] => [
  `POST /agreements/{id}/${name}`,
  { kind: "seen-and-held", permission, body },
]);

export const routes: Record<string, Row> = { ...others, ...Object.fromEntries(acts) };
