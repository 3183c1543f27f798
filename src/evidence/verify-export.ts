import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import { isConsistent, leafHash, rootByInclusion } from "./merkle.ts";
import { type Checkpoint, openCheckpoint, openStatement } from "./open-note.ts";
import { type Consent, type Exported, replayConsent } from "./replay-consent.ts";

export type Found = {
  verdict: "HOLDS" | "HOLDS IN PART" | "BROKEN";
  /** In words; of what is broken the first bad entry. */
  reasons: string[];
  /** How many entries hold, from the first on. */
  entries: number;
  consents: (Consent & { agreement: string; seq: number })[];
};
type Given = { key?: string | null; earlier?: string | null };
type Logged = Exported & { log: { index: number; proof: string[] } | null; previous: string };

/** Checks an export of evidence against the key of its log, and against an earlier checkpoint if given. */
export function verifyExport(text: string, given: Given = {}): Found {
  const found: Found = { verdict: "BROKEN", reasons: [], entries: 0, consents: [] };
  try {
    const open = check(text, given, found);
    found.verdict = open.length > 0 ? "HOLDS IN PART" : "HOLDS";
    found.reasons.push(...open);
  } catch (error) {
    found.reasons.unshift(error instanceof Error ? error.message : String(error));
  }
  return found;
}

/** Throws at the first fault; what cannot be told is answered in words. */
function check(text: string, { key, earlier }: Given, found: Found): string[] {
  const [first = "", ...lines] = text.split("\n");
  if (lines.pop() !== "") throw new Error("The last line is cut short.");
  const head = readLine<Record<string, unknown>>(first, 1);
  const vkey = key ?? String(head.vkey);
  const now = openCheckpoint(String(head.checkpoint), vkey);
  if (head.export !== "depositary evidence 1") throw new Error("This is no export of evidence.");
  if (head.vkey !== vkey) throw new Error("Line 1: the export is of a log with another key.");
  if (!now) throw new Error("Line 1: the checkpoint is not signed by the log's key.");
  const whole = !("agreement" in head);
  const stated = whole ? null : openStatement(String(head.statement), vkey);
  if (!whole && stated?.agreement !== head.agreement)
    throw new Error("Line 1: the statement is not signed by the log's key for this agreement.");
  found.reasons.push(`The log is ${now.origin}, with ${now.size} entries, signed by ${vkey}.`);
  if (earlier) found.reasons.push(continues(openCheckpoint(earlier, vkey), now, head.consistency));
  const heads = new Map<string, Logged>();
  const counters = new Map<string, number>();
  let unlogged = 0;
  let partial = 0;
  for (const [nth, line] of lines.entries()) {
    const entry = readLine<Logged>(line, nth + 2);
    const { hash, log, ...content } = entry;
    const { agreement, seq, act, at, previous } = entry;
    const bad = (why: string) =>
      new Error(
        `Line ${nth + 2}, entry ${seq} of agreement ${agreement} (${act}, ${at}) is the first bad entry: ${why}.`,
      );
    const before = heads.get(agreement);
    const expected = (before?.seq ?? 0) + 1;
    if (stated && agreement !== stated.agreement) throw bad("it is of another agreement");
    if (seq > expected) throw bad(`before it, entry ${expected} is missing`);
    if (seq !== expected) throw bad(`entry ${expected} should stand here`);
    if (previous !== (before?.hash ?? "0".repeat(64)))
      throw bad("it does not follow the one before");
    if (!("detail" in content) && whole) throw bad("its words are left out");
    if (!("detail" in content)) partial++;
    else if (createHash("sha256").update(canonicalJson(content)).digest("hex") !== hash)
      throw bad("it was edited, for what it says does not give its hash");
    if (whole && log?.index !== nth) throw bad(`the log's entry ${nth} should stand here`);
    if (log && !(Object.keys(log).join() === "index,proof" && log.proof.every(isHash)))
      throw bad("its proof is none");
    if (log && log.index <= (before?.log?.index ?? -1)) throw bad("its place in the log is taken");
    if (log && rootByInclusion(leafHash(hash), log.index, now.size, log.proof) !== now.root)
      throw bad(`the log has another entry at ${log.index}; it was edited, moved or inserted`);
    if (!log && seq <= (stated?.entries ?? 0)) throw bad("its place in the log is not given");
    if (log && seq > (stated?.entries ?? seq)) throw bad("the statement does not reach so far");
    if (seq === stated?.entries && hash !== stated.head) throw bad("the log states another head");
    if (!log) unlogged++;
    try {
      const consent = replayConsent(entry, counters);
      if (consent) found.consents.push({ agreement, seq, ...consent });
    } catch (error) {
      throw bad(error instanceof Error ? error.message : String(error));
    }
    heads.set(agreement, entry);
    found.entries++;
  }
  const wanted = stated?.entries ?? now.size;
  if (lines.length < wanted)
    throw new Error(`Cut: of ${wanted} entries the last ${wanted - lines.length} are missing.`);
  if (whole && lines.length > wanted) throw new Error("There are more entries than the log has.");
  return [
    ...(unlogged ? [`The last ${unlogged} entries are not in the log yet; ask again later.`] : []),
    ...(partial
      ? [`Of ${partial} entries only a part is shown; their words cannot be checked.`]
      : []),
  ];
}

const isHash = (text: unknown) => typeof text === "string" && /^[0-9a-f]{64}$/.test(text);

function readLine<T>(line: string, number: number): T {
  let value: T | undefined;
  try {
    value = JSON.parse(line);
  } catch {}
  const plain = typeof value === "object" && value !== null && canonicalJson(value) === line;
  if (!plain) throw new Error(`Line ${number} is damaged: it is no canonical JSON.`);
  return value as T;
}

function continues(earlier: Checkpoint | null, now: Checkpoint, given: unknown): string {
  if (!earlier) throw new Error("The earlier checkpoint is not signed by the log's key.");
  const { from, proof } = (
    earlier.size === now.size ? { from: now.size, proof: [] } : (given ?? {})
  ) as { from?: number; proof?: string[] };
  if (earlier.size > now.size) throw new Error("The export is older than the earlier checkpoint.");
  if (from !== earlier.size)
    throw new Error(`The export does not say how it continues: ask for it since=${earlier.size}.`);
  if (!proof?.every(isHash) || !isConsistent(earlier, now, proof))
    throw new Error(`The log has forked: it does not continue its checkpoint of ${earlier.size}.`);
  return `It continues the earlier checkpoint of ${earlier.size} entries.`;
}
