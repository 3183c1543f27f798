import { latin } from "./write-revision.ts";

export type SignatureText = {
  name: string;
  reason: string;
  date: Date;
  /** Fields that stay empty, as the sealer states: their parties were not needed. */
  unsigned?: string[];
  /** The place in the evidence log of the last act before it. */
  log?: { origin: string; index: number } | null;
};

/** A dictionary with zeros in place of the CMS. Positions count from the first byte of `body`. */
export type WaitingDictionary = {
  body: Uint8Array;
  range: number;
  contents: { start: number; end: number };
  /** Always as long as its reserved space. */
  rangeText(range: readonly number[]): string;
};

/**
 * The signature dictionary of a PAdES signature (ETSI EN 319 142-1, 6.3).
 */
export function signatureDictionary(text: SignatureText, contentsSize: number): WaitingDictionary {
  const { unsigned = [], log = null } = text;
  const left = unsigned.length > 0 ? `/DEPO_Unsigned ${hexText(unsigned.join(" "))}\n` : "";
  const place = log ? `/DEPO_Log ${hexText(`${log.origin} ${log.index}`)}\n` : "";
  const tail = `/M (${pdfDate(text.date)})\n/Name ${hexText(text.name)}\n/Reason ${hexText(text.reason)}\n${left}${place}`;
  return waiting(
    "/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached",
    contentsSize,
    tail,
  );
}

/** The dictionary of a document timestamp (ETSI EN 319 142-1, 5.4.3), which makes no statement of its own. */
export function timestampDictionary(contentsSize: number): WaitingDictionary {
  return waiting(
    "/Type /DocTimeStamp\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.RFC3161",
    contentsSize,
    "",
  );
}

function waiting(kind: string, contentsSize: number, tail: string): WaitingDictionary {
  const head = `<<\n${kind}\n/ByteRange `;
  const start = head.length + rangeWidth + "\n/Contents ".length;
  const end = start + contentsSize * 2 + 2;
  const room = "0".repeat(contentsSize * 2);
  return {
    body: latin(`${head}${" ".repeat(rangeWidth)}\n/Contents <${room}>\n${tail}>>`),
    range: head.length,
    contents: { start, end },
    rangeText: (range) => `[${range.join(" ")}]`.padEnd(rangeWidth),
  };
}

/** Space for `[0 n n n]` with numbers of ten digits. */
const rangeWidth = 36;

/** ISO 32000-1, 7.9.4, in UTC. */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
}

/** A text string in UTF-16, so that every script is legible in the viewer's panel. */
function hexText(text: string): string {
  let out = "FEFF";
  for (let i = 0; i < text.length; i++) {
    out += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, "0");
  }
  return `<${out}>`;
}
