import { execFile } from "node:child_process";
import { createHash, verify, X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { verifyPdf } from "#src/pdf/verify.ts";
import type { Pems } from "./engines/engine.ts";

export type Verifier = {
  name: string;
  /** Fails if the file is not found valid. `signature` is over the same bytes' digest, by the seal's key. */
  verify(file: { sealed: Uint8Array; signature: Uint8Array }): Promise<void>;
};

/** A program with the command line of pyHanko, if there is one on this machine. */
const pyhanko = process.env.BENCH_PYHANKO;

/**
 * Those that verify signatures of PDFs, the floor last. Programs start a process for each file. `@libpdf/core` and `@signpdf` sign
 * only.
 */
export function verifiers(pems: Pems, folder: string): Verifier[] {
  const authority = join(folder, "authority.pem");
  const file = join(folder, "to-verify.pdf");
  writeFileSync(authority, pems.authority);
  const key = new X509Certificate(pems.certificate).publicKey;
  const program = (name: string, args: string[], valid: RegExp): Verifier => ({
    name,
    verify: async ({ sealed }) => {
      writeFileSync(file, sealed);
      const [command = "", ...rest] = args;
      const { stdout } = await promisify(execFile)(command, rest);
      if (!valid.test(stdout)) throw new Error(`${name} says:\n${stdout}`);
    },
  });
  return [
    {
      name: "depositary",
      verify: async ({ sealed }) => {
        const { verdict } = await verifyPdf(sealed, { trust: [pems.authority] });
        if (verdict !== "VALID") throw new Error(verdict);
      },
    },
    program("pdfsig (Poppler), a process", ["pdfsig", "-nocert", file], /Signature is Valid/),
    ...(pyhanko
      ? [
          program(
            "pyHanko, a process",
            [pyhanko, "sign", "validate", "--no-revocation-check", "--trust", authority, file],
            /VALID|INTACT:TRUSTED/,
          ),
        ]
      : []),
    {
      name: "hash, verify (floor)",
      verify: async ({ sealed, signature }) => {
        const digest = createHash("sha256").update(sealed).digest();
        if (!verify("sha256", digest, key, signature)) throw new Error("The floor is wrong.");
      },
    },
  ];
}

/** What the page says of pyHanko. */
export const pyhankoNote = pyhanko
  ? "pyHanko is the program that BENCH_PYHANKO names."
  : "pyHanko was not measured: BENCH_PYHANKO names no program.";
