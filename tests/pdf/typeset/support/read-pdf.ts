import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a PDF tool of the system on these bytes; `%` among the arguments stands for the file. */
export function run(pdf: Uint8Array, tool: string, ...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  try {
    const file = join(folder, "file.pdf");
    writeFileSync(file, pdf);
    const parts = options.map((option) => (option === "%" ? file : option));
    const { status, stdout, stderr, error } = spawnSync(tool, parts, { maxBuffer: 2 ** 28 });
    if (error) throw error;
    return { status, out: stdout.toString(), problems: stderr.toString() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function textOf(pdf: Uint8Array): string {
  return run(pdf, "pdftotext", "-enc", "UTF-8", "%", "-").out;
}

/** Fonts as pdffonts lists them: name, embedded, subset, with a map to Unicode. */
export function fontsOf(pdf: Uint8Array) {
  return run(pdf, "pdffonts", "%")
    .out.split("\n")
    .slice(2)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [embedded, subset, unicode] = line.trim().split(/\s+/).slice(-5, -2);
      return { name: line.slice(0, 36).trim(), embedded, subset, unicode };
    });
}

/**
 * Words as letters and digits: marks are dropped, controls and punctuation part them; a soft hyphen at the end of
 * a line says that the word goes on.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .replace(/\u00ad\s*/g, "")
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The share of the wanted words that are found, each as often as it is wanted. */
export function recovered(wanted: string[], found: string[]): number {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    hits++;
  }
  return hits / wanted.length;
}
