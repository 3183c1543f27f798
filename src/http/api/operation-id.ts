/** Operations for which the rule would give a wrong or duplicate name. */
const exceptions: Record<string, string> = {
  "DELETE /session": "signOut",
  "DELETE /sessions": "deleteOtherSessions",
  "GET /demo/people": "listDemoPeople",
  "POST /passkeys/options": "createPasskeyOptions",
  "POST /agreements/{id}/signatures/options": "createAgreementSignatureOptions",
  "POST /agreements/{id}/consents-to-end": "createAgreementConsentToEnd",
  "GET /agreements/{id}/people": "listAgreementPeople",
  "POST /jobs/runs": "createFailedJobRuns",
  "GET /ceremonies/{id}/run-sheet": "getCeremonyRunSheet",
  "GET /checkpoints": "getLatestCheckpoint",
  "GET /register/{id}": "getRegisterEntry",
  "GET /register/{id}/pdf": "getRegisterEntryPdf",
  "GET /register/{id}/notifications": "listRegisterEntryNotifications",
};

const verbs: Record<string, string> = {
  GET: "get",
  POST: "create",
  PUT: "put",
  PATCH: "update",
  DELETE: "delete",
};

/**
 * The name of an operation in a generated client, derived from its method and path, so it is as stable as they are:
 * `GET /agreements/{id}/versions` is `listAgreementVersions`. `lists` says whether it answers with items.
 */
export function operationId(method: string, path: string, lists: boolean): string {
  const exception = exceptions[`${method} ${path}`];
  if (exception) return exception;
  const parts = path.split("/").filter(Boolean);
  const words = parts.map((part, at) => {
    if (part.startsWith("{")) return "";
    const isLast = at === parts.length - 1;
    const isOne = !isLast || method === "POST";
    return inCamels(isOne ? singular(part) : part);
  });
  return `${lists ? "list" : verbs[method]}${words.join("")}`;
}

function singular(word: string): string {
  if (word.endsWith("people")) return word.replace(/people$/, "person");
  if (word.endsWith("ies")) return word.replace(/ies$/, "y");
  return word.endsWith("ss") ? word : word.replace(/s$/, "");
}

function inCamels(part: string): string {
  const words = part.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("");
}
