import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "./folder.ts";

/** Arguments of `openssl genpkey`. */
export const rsa = (bits: number) => `-algorithm RSA -pkeyopt rsa_keygen_bits:${bits}`;
export const ec = (curve: string) => `-algorithm EC -pkeyopt ec_paramgen_curve:${curve}`;

/** How many keys of each kind the present test file has. */
const given = new Map<string, number>();

/** Each test file gets keys that are all different; the next file may have the same ones. An RSA key takes a second. */
export function giveKeysAgain(): void {
  given.clear();
}

/** A private key in PEM. `kind` are the arguments of `openssl genpkey`. All workers of a run share the keys. */
export function privateKey(kind: string): string {
  const nth = given.get(kind) ?? 0;
  given.set(kind, nth + 1);
  const file = join(folder(), `${kind.replace(/[^\w]+/g, "-")}-${nth}.pem`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const made = execFileSync("openssl", ["genpkey", ...kind.split(" ")], { stdio: "pipe" });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, made, { mode: 0o600 });
  renameSync(beside, file);
  return made.toString();
}

/** The run's folder of keys. A bench has no run: it gets a folder that ends with its process. */
function folder(): string {
  if (process.env.TEST_KEYS) return process.env.TEST_KEYS;
  const { path, remove } = freshFolder();
  process.once("exit", remove);
  process.env.TEST_KEYS = path;
  return path;
}
