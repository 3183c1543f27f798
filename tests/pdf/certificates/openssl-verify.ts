import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "#tests/support/folder.ts";
import { asPem } from "./forge.ts";

export type Asked = {
  leaf: Uint8Array;
  trust: Uint8Array[];
  between?: Uint8Array[];
  /** Asks of revocations if given. */
  lists?: Uint8Array[];
};

/** What `openssl verify` says: OK, or the words of its first error. Fails if there is no openssl. */
export function opensslSays({ leaf, trust, between = [], lists }: Asked): string {
  execFileSync("openssl", ["version"]);
  const folder = freshFolder();
  const file = (name: string, all: Uint8Array[], label: string) => {
    const path = join(folder.path, name);
    writeFileSync(path, all.map((one) => asPem(one, label)).join(""));
    return path;
  };
  try {
    const { stdout, stderr } = spawnSync("openssl", [
      ...["verify", "-purpose", "any", "-policy_check", "-policy", "2.5.29.32.0"],
      ...["-CAfile", file("trust.pem", trust, "CERTIFICATE")],
      ...(between.length > 0 ? ["-untrusted", file("between.pem", between, "CERTIFICATE")] : []),
      ...(lists
        ? ["-crl_check", "-extended_crl", "-CRLfile", file("lists.pem", lists, "X509 CRL")]
        : []),
      file("leaf.pem", [leaf], "CERTIFICATE"),
    ]);
    const said = `${stdout}${stderr}`;
    if (/: OK\s*$/.test(stdout.toString())) return "OK";
    return /error \d+ at \d+ depth lookup: ?(.*)/.exec(said)?.[1]?.trim() ?? said;
  } finally {
    folder.remove();
  }
}
