import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "../../support/folder.ts";

export type PdfsigSignature = { field: string; validation: string; total: boolean };

/** What Poppler says about each signature: its text is read, for its exit code is no verdict. */
export function pdfsig(pdf: Uint8Array): PdfsigSignature[] {
  const text = withFile(pdf, (path) =>
    execFileSync("pdfsig", ["-nocert", path], { encoding: "utf8" }),
  );
  return text
    .split(/^Signature #\d+:$/m)
    .slice(1)
    .map((part) => ({
      field: /Field Name: (.*)/.exec(part)?.[1] ?? "",
      validation: /Signature Validation: (.*)/.exec(part)?.[1] ?? "",
      total: /^ {2}- Total document signed$/m.test(part),
    }));
}

/** The exit code of `qpdf --check`: 0 without a single warning. */
export function qpdfCheck(pdf: Uint8Array): number {
  return withFile(pdf, (path) => spawnSync("qpdf", ["--check", path]).status ?? -1);
}

/** Whether openssl agrees that the CMS is the signer's, over `content`, under the authority given, at that time. */
export function opensslVerifies(
  cms: Uint8Array,
  content: Uint8Array,
  authority: string,
  at: Date,
): boolean {
  const folder = freshFolder();
  const file = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder.path, name);
    writeFileSync(path, bytes);
    return path;
  };
  const { stderr, status } = spawnSync(
    "openssl",
    [
      "cms",
      "-verify",
      "-binary",
      "-inform",
      "DER",
      "-in",
      file("in.cms", cms),
      "-content",
      file("content.bin", content),
      "-CAfile",
      file("ca.pem", authority),
      "-purpose",
      "any",
      "-cades",
      "-attime",
      String(Math.floor(at.getTime() / 1000)),
      "-out",
      join(folder.path, "out"),
    ],
    { encoding: "utf8" },
  );
  folder.remove();
  return status === 0 && stderr.includes("Verification successful");
}

/** The text as Poppler reads it, with every space an ordinary one. */
export function textOf(pdf: Uint8Array): string {
  const text = withFile(pdf, (path) =>
    execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }),
  );
  return text.replaceAll("\u00a0", " ");
}

export function withFile<T>(pdf: Uint8Array, use: (path: string) => T): T {
  const folder = freshFolder();
  const path = join(folder.path, "file.pdf");
  writeFileSync(path, pdf);
  try {
    return use(path);
  } finally {
    folder.remove();
  }
}
