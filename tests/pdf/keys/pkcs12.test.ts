import { createHmac, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { ConfigError } from "#src/config/config.ts";
import { integer, objectId, octets, sequence, tagged } from "#src/pdf/cms/der.ts";
import { KeyFault } from "#src/pdf/keys/key-fault.ts";
import { derive } from "#src/pdf/keys/pkcs12/derive.ts";
import { readPkcs12 } from "#src/pdf/keys/pkcs12/read-pkcs12.ts";
import { privateKey } from "#tests/support/private-keys.ts";
import { ceremony, ec, holds, rsa, sealedByAll } from "./ceremony.ts";

const own = ceremony(rsa(3072));
afterAll(() => own.close());

const password = "correct horse – été";
const withPassword = "-passout file:password";
const settings = (name: string) => ({
  SEAL_KEY_FILE: own.file(name),
  SEAL_KEY_PASSWORD_FILE: own.file("password"),
});

function exported(name: string, options = ""): string {
  const words = `pkcs12 -export -inkey key.pem -in cert.pem -certfile above.pem ${withPassword} -out ${name}`;
  own.openssl(options ? `${words} ${options}` : words);
  return name;
}

async function refusal(env: Record<string, string>): Promise<string> {
  const error = await own.open(env).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ConfigError);
  return (error as Error).message;
}

describe("a PKCS #12 file", () => {
  test.each([
    ["by default", ""],
    ["with AES-128 and SHA-512", "-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg sha512"],
    ["with AES-192, many rounds", "-keypbe AES-192-CBC -certpbe AES-192-CBC -iter 100000"],
    ["with certificates in the clear", "-certpbe NONE"],
    ["with all in the clear but its check", "-certpbe NONE -keypbe NONE -macalg sha384"],
    ["as Windows does", "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1"],
  ])("that openssl writes %s is opened, with its chain in order", async (_, options) => {
    const seal = await own.open(settings(exported("seal.p12", options)));
    const subjects = [seal.key.certificate, ...seal.key.chain].map(
      (der) => new X509Certificate(der).subject,
    );
    expect(subjects).toEqual(["CN=Seal", "CN=Authority", "CN=Root"]);
    expect(seal.trust).toHaveLength(2);
    expect(seal.key.trusted).toBe(true);
  });

  test("seals an instrument and an annex, which we, Poppler and qpdf find whole", async () => {
    expect(await sealedByAll(await own.open(settings(exported("seal.pfx"))))).toEqual(holds);
  });

  test("may hold an ECDSA key, and seals with it", async () => {
    const curve = ceremony(ec("P-384"));
    curve.openssl(
      `pkcs12 -export -inkey key.pem -in cert.pem -certfile above.pem ${withPassword} -out seal.p12`,
    );
    const seal = await curve.open({
      SEAL_KEY_FILE: curve.file("seal.p12"),
      SEAL_KEY_PASSWORD_FILE: curve.file("password"),
    });
    expect(await sealedByAll(seal)).toEqual(holds);
    curve.close();
  });

  test("without certificates takes them from files", async () => {
    own.openssl(`pkcs12 -export -inkey key.pem -nocerts ${withPassword} -out bare.p12`);
    expect(await refusal(settings("bare.p12"))).toMatch(/no certificate of its key/);
    const files = { SEAL_CERT_FILE: own.file("cert.pem"), SEAL_CHAIN_FILE: own.file("above.pem") };
    const { key } = await own.open({ ...settings("bare.p12"), ...files });
    expect(key.chain).toHaveLength(2);
  });
});

describe("a PKCS #12 file is refused in a sentence of its own, without its password", () => {
  const wrong = own.write("wrong", "incorrect horse\n");

  test("with a wrong password", async () => {
    const env = { ...settings(exported("seal.p12")), SEAL_KEY_PASSWORD_FILE: wrong };
    const said = await refusal(env);
    expect(said).toMatch(/does not open with its password\.$/);
    expect(said).not.toContain("horse");
  });

  test("without a key", async () => {
    own.openssl(`pkcs12 -export -nokeys -in cert.pem ${withPassword} -out keyless.p12`);
    expect(await refusal(settings("keyless.p12"))).toMatch(/holds no private key\.$/);
  });

  test("with two keys", async () => {
    own.openssl(`genpkey ${ec("P-256")} -out second.pem`);
    own.write("two.p12", twoKeys(["key.pem", "second.pem"]));
    // To openssl too it is a file of two keys.
    const seen = own.openssl("pkcs12 -in two.p12 -passin file:password -nodes").toString();
    expect(seen.match(/BEGIN PRIVATE KEY/g)).toHaveLength(2);
    expect(await refusal(settings("two.p12"))).toMatch(/more than one private key/);
  });

  test("where the named certificate is another's", async () => {
    own.write("other.key", privateKey(rsa(3072)));
    own.certify("other.key", "Other", "other.pem");
    const env = { ...settings(exported("seal.p12")), SEAL_CERT_FILE: own.file("other.pem") };
    expect(await refusal(env)).toMatch(/does not belong to its certificate\.$/);
  });

  test("where the key is weak", async () => {
    own.write("weak.key", privateKey(rsa(1024)));
    own.certify("weak.key", "Weak", "weak.pem");
    own.openssl(`pkcs12 -export -inkey weak.key -in weak.pem ${withPassword} -out weak.p12`);
    expect(await refusal(settings("weak.p12"))).toMatch(/neither RSA of 2048 bits/);
  });

  test.each([
    ["-keypbe PBE-SHA1-RC4-128 -legacy", /old or unknown cipher/],
    ["-certpbe PBE-SHA1-RC2-40 -legacy", /old or unknown cipher/],
    ["-nomac", /no check of its contents/],
  ])("where it is written with %s", async (options, sentence) => {
    expect(await refusal(settings(exported("odd.p12", options)))).toMatch(sentence);
  });

  test("where it is something else, or changed in any byte of its head", async () => {
    own.write("pem.p12", own.read("key.pem"));
    expect(await refusal(settings("pem.p12"))).toMatch(/no PKCS #12 file in DER/);
    own.write("large.p12", Buffer.alloc(2_000_000));
    expect(await refusal(settings("large.p12"))).toMatch(/larger than 1 MB/);
    expect(await refusal({ ...settings("absent.p12") })).toMatch(/^SEAL_KEY_FILE cannot be read/);
  });
});

test("a PKCS #12 file with any byte changed or cut off gives what was in it, or a sentence", () => {
  const whole = new Uint8Array(readFileSync(own.file(exported("seal.p12", "-iter 1 -maciter"))));
  const read = (bytes: Uint8Array) => {
    const { key, certificates } = readPkcs12(bytes, password);
    return [key.export({ type: "pkcs8", format: "pem" }), ...certificates.map(String)];
  };
  const good = read(whole);
  let refused = 0;
  for (let at = 0; at < whole.length; at += 1 + Math.floor(at / 100)) {
    const changed = whole.slice();
    changed[at]! ^= 1 << (at % 8);
    expect(() => readPkcs12(whole.subarray(0, at), password), `cut at ${at}`).toThrow(KeyFault);
    try {
      // Such as the parameters of a digest, which are nothing.
      expect(read(changed), `byte ${at}`).toEqual(good);
    } catch (error) {
      expect(error, `byte ${at}`).toBeInstanceOf(KeyFault);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(300);
});

/** A file of two keys, which `openssl pkcs12 -export` does not write. */
function twoKeys(names: string[]): Uint8Array {
  const keyBag = (name: string) => {
    own.openssl(`pkcs8 -topk8 -nocrypt -in ${name} -outform DER -out one.der`);
    const info = new Uint8Array(readFileSync(own.file("one.der")));
    return sequence(objectId("1.2.840.113549.1.12.10.1.1"), tagged(0, info));
  };
  const data = objectId("1.2.840.113549.1.7.1");
  const contents = sequence(sequence(data, tagged(0, octets(sequence(...names.map(keyBag))))));
  const salt = new Uint8Array(8).fill(7);
  const shared = { digest: "sha256", password, salt, iterations: 1 } as const;
  const macKey = derive({ ...shared, purpose: "mac", length: 32 });
  const mac = new Uint8Array(createHmac("sha256", macKey).update(contents).digest());
  const sha256 = sequence(objectId("2.16.840.1.101.3.4.2.1"));
  return sequence(
    integer(3),
    sequence(data, tagged(0, octets(contents))),
    sequence(sequence(sha256, octets(mac)), octets(salt), integer(1)),
  );
}
