import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import type { Ceremony } from "./ceremony.ts";

export const pin = "1234-hush";

/** SoftHSM's module, where Debian or another system puts it. */
export const softHsm = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib64/pkcs11/libsofthsm2.so",
  "/usr/local/lib/softhsm/libsofthsm2.so",
  "/opt/homebrew/lib/softhsm/libsofthsm2.so",
].find((file) => existsSync(file))!;

/** A place for SoftHSM's tokens, which this process and its children use from now on. */
export function softTokens({ file, write, openssl }: Ceremony, lines = "") {
  const path = file("tokens");
  mkdirSync(path, { recursive: true });
  const conf = `directories.tokendir = ${path}\nobjectstore.backend = file\nlog.level = ERROR\n${lines}`;
  const env = { SOFTHSM2_CONF: write("softhsm2.conf", conf) };
  Object.assign(process.env, env);
  write("pin", `${pin}\n`);
  const run = (program: string, ...words: string[]) =>
    execFileSync(program, words, { stdio: "pipe" });
  return {
    env,
    make: (token: string) =>
      run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        token,
        "--pin",
        pin,
        "--so-pin",
        pin,
      ),
    /** Puts a private key of the ceremony on a token. */
    putKey(token: string, label: string, id: string, name = "key.pem"): void {
      openssl(`pkcs8 -topk8 -nocrypt -in ${name} -out import.pem`);
      const place = ["--import", file("import.pem"), "--token", token, "--pin", pin];
      run("softhsm2-util", ...place, "--label", label, "--id", id);
    },
    putCertificate(token: string, id: string, name: string): void {
      openssl(`x509 -in ${name} -outform DER -out import.der`);
      tool(token, "--write-object", file("import.der"), "--type", "cert", "--id", id);
    },
    tool,
    /** Takes all tokens away, as when a card is drawn, and puts them back. */
    draw(): void {
      renameSync(path, `${path}.away`);
      mkdirSync(path);
    },
    putBack(): void {
      rmdirSync(path);
      renameSync(`${path}.away`, path);
    },
    configure: (more: string) => writeFileSync(file("softhsm2.conf"), conf + more),
  };

  function tool(token: string, ...words: string[]): string {
    const login = ["--module", softHsm, "--token-label", token, "--login"];
    if (!words.includes("--pin")) login.push("--pin", pin);
    return run("pkcs11-tool", ...login, ...words).toString();
  }
}
