import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import { checkRestore, isOfLost, type Restore } from "./continued.ts";
import { isConsistent, leafHash, rootByInclusion } from "./merkle.ts";
import { type Checkpoint, openCheckpoint, openStatement, type Statement } from "./open-note.ts";
import { type Exported, replayAccount, type Seen } from "./replay-account.ts";
import { type Consent, replayConsent } from "./replay-consent.ts";

/** `reasons` are sentences; if broken, they name the first bad entry. `entries`: how many hold before it. */
export type Found = {
  verdict: "HOLDS" | "HOLDS IN PART" | "BROKEN";
  reasons: string[];
  entries: number;
  consents: (Consent & { agreement: string; seq: number })[];
};
type Given = { key?: string | null; earlier?: string | null };

/** Checks an export against the key of its log, and against an earlier checkpoint if given. */
export function verifyExport(text: string, given: Given = {}): Found {
  const found: Found = { verdict: "BROKEN", reasons: [], entries: 0, consents: [] };
  try {
    const open = check(text, given, found);
    found.verdict = open.length > 0 ? "HOLDS IN PART" : "HOLDS";
    found.reasons.push(...open);
  } catch (error) {
    found.reasons.unshift((error as Error).message);
  }
  return found;
}

/** Throws at the first fault. Returns sentences about points that cannot be decided. */
function check(text: string, { key, earlier }: Given, found: Found): string[] {
  const [first = "", ...lines] = text.split("\n");
  must(lines.pop() === "", "The last line is cut short.");
  const head = readLine<Record<string, unknown>>(first, 1);
  const vkey = key ?? String(head.vkey);
  const isExport = ["depositary evidence 1", "depositary evidence 2"].includes(String(head.export));
  must(isExport && "consistency" in head, "This is no export.");
  must(head.vkey === vkey, "Line 1: the export is of a log with another key.");
  const now = openCheckpoint(String(head.checkpoint), vkey);
  if (!now) throw new Error("Line 1: the checkpoint is not signed by the log's key.");
  const stated = new Map<string, Statement>();
  for (const note of "agreement" in head ? [head.statement, ...list(head.accounts)] : []) {
    const one = openStatement(String(note), vkey);
    if (!one) throw new Error("Line 1: the log's key states nothing about this.");
    must(
      one.agreement === head.agreement || one.agreement.startsWith("account/"),
      "Line 1: a statement is of another.",
    );
    stated.set(one.agreement, one);
  }
  const whole = !("agreement" in head);
  must(
    whole || stated.has(String(head.agreement)),
    "Line 1: the log's key states nothing about this.",
  );
  found.reasons.push(`The log is ${now.origin}, with ${now.size} entries, signed by ${vkey}.`);
  const told = (head.continued ?? []) as Exported[];
  const restores = told.map((entry) => checkRestore(entry, now, vkey));
  found.reasons.push(...restores.map(({ sentence }) => sentence));
  const before = earlier ? openCheckpoint(earlier, vkey) : null;
  must(before || !earlier, "The earlier checkpoint is not signed by the log's key.");
  const lost = before && continues(before, now, head.consistency, restores);
  if (before && !lost)
    found.reasons.push(`It continues the earlier checkpoint of ${before.size} entries.`);
  const heads = new Map<string, Exported>();
  const seen: Seen = {
    log: now.origin,
    counters: new Map(),
    stated: false,
    keys: new Map(),
    signatories: new Map(),
  };
  let last = "";
  for (const [nth, line] of lines.entries()) {
    const entry = readLine<Exported>(line, nth + 2);
    const { account, agreement, seq, act = entry.event, at } = entry;
    const own = entry.chain && `chain/${entry.chain}`;
    const chain = own ?? (account ? `account/${account}` : agreement);
    try {
      must(whole || rank(last) <= rank(chain), "it is out of its place");
      const cut = [...stated.values()].find(
        (one) => rank(one.agreement) < rank(chain) && !isWhole(one, heads),
      );
      must(!cut, `before it, an entry of ${cut?.agreement} is missing`);
      last = chain;
      const said = stated.get(chain) ?? (account ? { entries: 0, head: "" } : undefined);
      checkEntry(entry, heads.get(chain), [nth, now, whole ? null : said]);
      const isTold = act !== "continue" || told.some(({ hash }) => hash === entry.hash);
      must(own !== "chain/restores" || isTold, "line 1 does not tell of this restore");
      if (account) replayAccount(entry, seen);
      const consent = account ? null : replayConsent(entry, seen);
      if (consent) found.consents.push({ agreement, seq, ...consent });
    } catch (error) {
      const of = own ?? (account ? `account ${account}` : `agreement ${agreement}`);
      const name = `Line ${nth + 2}, entry ${seq} of ${of} (${act}, ${at})`;
      throw new Error(`${name} is the first bad entry: ${(error as Error).message}.`);
    }
    heads.set(chain, entry);
    found.entries++;
  }
  const ends = [...stated].map(([chain, { entries }]) => [entries, heads.get(chain)?.seq ?? 0]);
  const wanted = whole ? now.size : ends.reduce((sum, [entries = 0]) => sum + entries, 0);
  const are = whole ? lines.length : ends.reduce((sum, end) => sum + Math.min(...end), 0);
  must(are >= wanted, `Cut: of ${wanted} entries the last ${wanted - are} are missing.`);
  const open = lines.length - wanted;
  const partial = lines.filter((line) => !("detail" in JSON.parse(line))).length;
  return [
    lost ?? "",
    open > 0 ? `The last ${open} entries are not in the log yet; ask again.` : "",
    partial > 0 ? `Of ${partial} entries a part is left out: their words are not checked.` : "",
  ].filter(Boolean);
}

/** Accounts come in their order before the agreement. */
const rank = (chain: string) => (chain.startsWith("account/") ? chain : chain && "agreement");
const isWhole = ({ agreement, entries }: Statement, heads: Map<string, Exported>) =>
  (heads.get(agreement)?.seq ?? 0) >= entries;

/** `stated`: null for the whole log, undefined for a chain that the log has made no statement about. */
type Place = [
  nth: number,
  now: Checkpoint,
  stated: Omit<Statement, "agreement"> | null | undefined,
];
function checkEntry(entry: Exported, before: Exported | undefined, [nth, now, stated]: Place) {
  const { hash, log, ...content } = entry;
  const { seq, previous } = entry;
  const expected = (before?.seq ?? 0) + 1;
  must(stated !== undefined, "it is of another agreement");
  must(!(seq > expected), `before it, entry ${expected} is missing`);
  must(seq === expected, `entry ${expected} should stand here`);
  must(previous === (before?.hash ?? "0".repeat(64)), "it does not follow the one before");
  const words = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const partial = stated && !("account" in content) && !("detail" in content);
  must(partial || words === hash, "it was edited: what it says does not give its hash");
  must(stated || log?.index === nth, `the log's entry ${nth} should stand here`);
  must(seq !== stated?.entries || hash === stated.head, "the log states another head");
  must(!stated || (log === null) === seq > stated.entries, "the log states another length");
  if (log === null) return;
  const { index, proof } = log;
  must(Object.keys(log).join() === "index,proof" && proof.every(isHash), "its proof is none");
  must(index > (before?.log?.index ?? -1), "its place in the log is another's");
  const root = rootByInclusion({ leaf: leafHash(hash), index, size: now.size, proof });
  must(root === now.root, `the log has another entry at ${index}: it was edited, moved or put in`);
}

/** Null if the log continues the earlier checkpoint; a sentence if that belongs to a part lost in a restore. */
function continues(earlier: Checkpoint, now: Checkpoint, given: unknown, restores: Restore[]) {
  const { size } = earlier;
  const proved = size === now.size ? { from: size, proof: [] } : (given ?? {});
  const { from, proof } = proved as { from?: number; proof?: unknown[] };
  if (from === size && proof?.every(isHash) && isConsistent(earlier, now, proof)) return null;
  if (restores.some((restore) => isOfLost(restore, earlier))) {
    return `The earlier checkpoint of ${size} entries is of the log before that restore; it is not continued.`;
  }
  must(size <= now.size, "The export is older than the earlier checkpoint.");
  must(from === size, `The export does not say how it continues: ask for it since=${size}.`);
  throw new Error(`The log has forked: it does not continue its checkpoint of ${size} entries.`);
}

function readLine<T>(line: string, number: number): T {
  try {
    const value = JSON.parse(line);
    if (typeof value === "object" && value && canonicalJson(value) === line) return value;
  } catch {}
  throw new Error(`Line ${number} is damaged: it is no canonical JSON.`);
}

const list = (value: unknown) => (Array.isArray(value) ? value : []);
const isHash = (text: unknown): text is string =>
  typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
const must = (holds: unknown, why: string) => {
  if (!holds) throw new Error(why);
};
