import { verify, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ConfigError } from "#src/config/config.ts";
import { KeyUnavailable } from "#src/pdf/keys/key-fault.ts";
import { type Cryptoki, loadCryptoki } from "#src/pdf/keys/pkcs11/cryptoki.ts";
import { inTurn } from "#src/pdf/keys/pkcs11/in-turn.ts";
import { expectTries } from "#src/pdf/keys/pkcs11/open-session.ts";
import type { SealKey } from "#src/pdf/seal-key.ts";
import { privateKey } from "#tests/support/private-keys.ts";
import { startProcess } from "#tests/support/processes.ts";
import { ceremony, ec, holds, rsa, sealedByAll } from "./ceremony.ts";
import { pin, softHsm, softTokens } from "./soft-token.ts";

const own = ceremony(rsa(3072));
const tokens = softTokens(own);
tokens.make("office");
tokens.putKey("office", "seal", "a1");
for (const [id, name] of [
  ["a1", "cert.pem"],
  ["c1", "root.pem"],
  ["c2", "ca.pem"],
]) {
  tokens.putCertificate("office", id!, name!);
}
own.write("other.key", privateKey(rsa(3072)));
own.certify("other.key", "Other", "other.pem");
afterAll(() => own.close());

const settings = (more: Record<string, string> = {}) => ({
  SEAL_PKCS11_MODULE: softHsm,
  SEAL_PKCS11_TOKEN: "office",
  SEAL_PKCS11_KEY: "seal",
  SEAL_PKCS11_PIN_FILE: own.file("pin"),
  ...more,
});

const bytes = new TextEncoder().encode("attributes");
const isSignature = ({ certificate }: SealKey, signature: Uint8Array) =>
  verify("sha256", bytes, new X509Certificate(certificate).publicKey, signature);

let cryptoki: Cryptoki;
beforeEach(async () => {
  cryptoki = await loadCryptoki(softHsm);
  // Each test finds the module as a process does that has not begun with it.
  await cryptoki.call("C_Finalize", null).catch(() => {});
});

describe("a key on a token", () => {
  test("RSA, with its certificate and chain beside it, seals what we, Poppler and qpdf find whole", async () => {
    const seal = await own.open(settings());
    const subjects = [seal.key.certificate, ...seal.key.chain].map(
      (der) => new X509Certificate(der).subject,
    );
    expect(subjects).toEqual(["CN=Seal", "CN=Authority", "CN=Root"]);
    expect(await sealedByAll(seal)).toEqual(holds);
  });

  test.each(["P-256", "P-384"])("ECDSA on %s, named by its id, seals too", async (curve) => {
    own.openssl(`genpkey ${ec(curve)} -out ec.key`);
    own.certify("ec.key", curve, "ec.pem");
    tokens.make(curve);
    tokens.putKey(curve, "no name that is known", "e1", "ec.key");
    const files = { SEAL_CERT_FILE: own.file("ec.pem"), SEAL_CHAIN_FILE: own.file("above.pem") };
    const place = { SEAL_PKCS11_TOKEN: curve, SEAL_PKCS11_KEY: "E1" };
    expect(await sealedByAll(await own.open(settings({ ...place, ...files })))).toEqual(holds);
  });

  test("that was made on the token and has never left it seals", async () => {
    tokens.make("born");
    const made = ["--key-type", "rsa:3072", "--id", "b1", "--label", "born"];
    tokens.tool("born", "--keypairgen", ...made);
    // Its certificate says the public key that the token shows.
    tokens.tool("born", "--read-object", "--type", "pubkey", "--id", "b1", "-o", own.file("b.pub"));
    own.openssl("pkey -pubin -inform DER -in b.pub -out b.pem");
    own.openssl(
      "x509 -new -subj /CN=Born -force_pubkey b.pem -CA ca.pem -CAkey ca.key -days 9 -out born.pem",
    );
    tokens.putCertificate("born", "b1", "born.pem");
    const place = { SEAL_PKCS11_TOKEN: "born", SEAL_PKCS11_KEY: "born" };
    const seal = await own.open(settings({ ...place, SEAL_CHAIN_FILE: own.file("above.pem") }));
    expect(await sealedByAll(seal)).toEqual(holds);
  });

  test("that asks for its PIN at each signature is given it", async () => {
    tokens.make("asking");
    own.openssl("rsa -in key.pem -outform DER -out plain.der");
    const key = ["--type", "privkey", "--id", "a1", "--label", "seal", "--always-auth"];
    tokens.tool("asking", "--write-object", own.file("plain.der"), ...key);
    const files = { SEAL_CERT_FILE: own.file("cert.pem"), SEAL_PKCS11_TOKEN: "asking" };
    const { key: seal } = await own.open(settings(files));
    for (let i = 0; i < 3; i++) expect(isSignature(seal, await seal.sign(bytes))).toBe(true);
  });

  test("signs many at once, each in its turn", async () => {
    const { key } = await own.open(settings());
    const all = await Promise.all(Array.from({ length: 20 }, () => key.sign(bytes)));
    expect(all.every((signature) => isSignature(key, signature))).toBe(true);
  });
});

describe("a session that is lost", () => {
  test.each([
    ["closed", () => closeAll()],
    ["forgotten by the module", () => cryptoki.call("C_Finalize", null)],
  ])("because it was %s is opened again, and nobody notices", async (_, lose) => {
    const { key } = await own.open(settings());
    await lose();
    expect(isSignature(key, await key.sign(bytes))).toBe(true);
    const all = Array.from({ length: 5 }, () => key.sign(bytes));
    expect((await Promise.all(all)).every((one) => isSignature(key, one))).toBe(true);
  });

  test("because the token was drawn is unavailable until it is back", async () => {
    const { key } = await own.open(settings());
    await key.sign(bytes);
    tokens.draw();
    try {
      await expect(key.sign(bytes)).rejects.toThrow(KeyUnavailable);
      await expect(key.sign(bytes)).rejects.toThrow(/No token is called "office"/);
    } finally {
      tokens.putBack();
    }
    expect(isSignature(key, await key.sign(bytes))).toBe(true);
  });

  test("a PIN that is no longer taken is given once more and never again", async () => {
    tokens.make("changing");
    tokens.putKey("changing", "seal", "a1");
    const files = { SEAL_CERT_FILE: own.file("cert.pem"), SEAL_PKCS11_TOKEN: "changing" };
    const { key } = await own.open(settings(files));
    tokens.tool("changing", "--change-pin", "--new-pin", "another");
    await cryptoki.call("C_Finalize", null);
    await expect(key.sign(bytes)).rejects.toThrow(/does not take the PIN/);
    // With the old PIN back it would sign, if it asked.
    tokens.tool("changing", "--change-pin", "--pin", "another", "--new-pin", pin);
    await expect(key.sign(bytes)).rejects.toThrow(/does not take the PIN/);
    await cryptoki.call("C_Finalize", null);
    expect((await own.open(settings(files))).key.trusted).toBe(true);
  });
});

describe("a token is refused at the start in a sentence of its own, without its PIN", () => {
  test.each([
    ["a wrong PIN", { SEAL_PKCS11_PIN_FILE: own.write("wrong", "4321-hush\n") }, /take the PIN/],
    ["another token", { SEAL_PKCS11_TOKEN: "elsewhere" }, /No token is called "elsewhere"/],
    ["another key", { SEAL_PKCS11_KEY: "other" }, /has no private key "other"/],
    ["no module", { SEAL_PKCS11_MODULE: own.file("cert.pem") }, /no PKCS #11 module/],
    ["a missing module", { SEAL_PKCS11_MODULE: own.file("none.so") }, /no PKCS #11 module/],
    ["a library of another kind", { SEAL_PKCS11_MODULE: "libc.so.6" }, /no PKCS #11 module/],
    ["no PIN file", { SEAL_PKCS11_PIN_FILE: own.file("none") }, /PIN_FILE cannot be read/],
    ["a certificate that is none", { SEAL_CERT_FILE: own.file("pin") }, /holds no PEM/],
    ["another's certificate", { SEAL_CERT_FILE: own.file("other.pem") }, /does not belong/],
    ["a certificate of another kind", { SEAL_CERT_FILE: own.file("ca.pem") }, /does not belong/],
  ])("%s", async (_, more, sentence) => {
    const error: unknown = await own.open(settings(more)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).toMatch(sentence);
    expect((error as Error).message).not.toContain("hush");
  });

  test("two tokens of one name, and two keys of one label", async () => {
    for (const token of ["twin", "twin", "pair"]) tokens.make(token);
    await expect(own.open(settings({ SEAL_PKCS11_TOKEN: "twin" }))).rejects.toThrow(
      /Two tokens are called "twin"; name one by its serial number/,
    );
    for (const id of ["d1", "d2"]) tokens.putKey("pair", "seal", id);
    const pair = { SEAL_PKCS11_TOKEN: "pair", SEAL_CERT_FILE: own.file("cert.pem") };
    await expect(own.open(settings(pair))).rejects.toThrow(/two private keys "seal"/);
    expect((await own.open(settings({ ...pair, SEAL_PKCS11_KEY: "d2" }))).key.trusted).toBe(true);
  });

  test("a key without a certificate, and a weak key", async () => {
    tokens.make("bare");
    tokens.putKey("bare", "seal", "a1");
    await expect(own.open(settings({ SEAL_PKCS11_TOKEN: "bare" }))).rejects.toThrow(
      /no certificate beside the key: set SEAL_CERT_FILE/,
    );
    own.write("weak.key", privateKey(rsa(1024)));
    own.certify("weak.key", "Weak", "weak.pem");
    tokens.putKey("bare", "weak", "f1", "weak.key");
    tokens.putCertificate("bare", "f1", "weak.pem");
    const weak = { SEAL_PKCS11_TOKEN: "bare", SEAL_PKCS11_KEY: "weak" };
    await expect(own.open(settings(weak))).rejects.toThrow(/neither RSA of 2048 bits/);
  });

  test("the last try of a PIN is left to a person", () => {
    // CKF_USER_PIN_INITIALIZED and CKF_LOGIN_REQUIRED, alone and with a first wrong try.
    for (const flags of [0xc, 0x1000c]) expect(() => expectTries(flags)).not.toThrow();
    for (const flags of [0x3000c, 0x4000c]) {
      expect(() => expectTries(flags)).toThrow(/one try of its PIN left/);
    }
  });
});

test("a token that takes no digests is given the whole content", async () => {
  // SoftHSM reads its settings once in a process, so this is one of its own.
  tokens.configure("slots.mechanisms = CKM_SHA256_RSA_PKCS,CKM_SHA256\n");
  const opener = join(import.meta.dirname, "open-and-sign.ts");
  const run = startProcess(opener, [], { ...settings(), ...tokens.env, DATA_DIR: own.path });
  const { code } = await run.ended;
  tokens.configure("");
  expect(run.output()).toMatch(/offers 1: false\nsigned: true/);
  expect(code).toBe(0);
});

test("without the binding the refusal names its package and version", async () => {
  const opener = join(import.meta.dirname, "open-and-sign.ts");
  const hidden = `--import=data:text/javascript,${encodeURIComponent(hideBinding)}`;
  const env = { ...settings(), DATA_DIR: own.path, NODE_OPTIONS: hidden };
  const run = startProcess(opener, [], env);
  expect((await run.ended).code).toBe(1);
  const manifest = join(import.meta.dirname, "../../../package.json");
  const { koffi } = JSON.parse(readFileSync(manifest, "utf8")).devDependencies;
  expect(run.output()).toContain(`npm install --no-save koffi@${koffi}.`);
});

const hideBinding = `
import { registerHooks } from "node:module";

registerHooks({
  resolve(name, context, next) {
    if (name === "koffi") throw Object.assign(new Error("absent"), { code: "ERR_MODULE_NOT_FOUND" });
    return next(name, context);
  },
});`;

test("what a module never answers is given up, and what is behind it waits its turn", async () => {
  const turn = inTurn("never", 50);
  await expect(turn(() => new Promise(() => {}))).rejects.toThrow("within 0.05 s");
  const begun: string[] = [];
  const next = turn(async () => begun.push("next"));
  await expect(next).rejects.toThrow("within 0.05 s");
  expect(begun).toEqual([]);
});

async function closeAll(): Promise<void> {
  const { call, words, readWord, wordSize } = cryptoki;
  const count = words(0);
  await call("C_GetSlotList", 1, null, count);
  const slots = Buffer.alloc(readWord(count) * wordSize);
  await call("C_GetSlotList", 1, slots, count);
  for (let at = 0; at < readWord(count); at++) {
    await call("C_CloseAllSessions", readWord(slots, at * wordSize)).catch(() => {});
  }
}
