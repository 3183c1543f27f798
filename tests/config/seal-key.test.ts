import { expect, test } from "vitest";
import { ConfigError, readConfig } from "#src/config/config.ts";

test("the seal's key may be in a PEM file, a PKCS #12 file, a token or behind a signer", () => {
  const none = { certFile: null, chainFile: null };
  const file = { SEAL_KEY_FILE: "seal.P12", SEAL_KEY_PASSWORD_FILE: "password" };
  expect(readConfig(file).seal).toEqual({
    kind: "pkcs12",
    keyFile: "seal.P12",
    passwordFile: "password",
    ...none,
  });
  expect(readConfig(token).seal).toEqual({
    kind: "pkcs11",
    module: "hsm.so",
    token: "office",
    key: "seal",
    pinFile: "pin",
    ...none,
  });
  expect(readConfig(signer).seal).toEqual({
    kind: "signer",
    url: "https://kms.example/sign",
    tokenFile: "bearer",
    certFile: "cert.pem",
    chainFile: null,
  });
});

const token = {
  SEAL_PKCS11_MODULE: "hsm.so",
  SEAL_PKCS11_TOKEN: "office",
  SEAL_PKCS11_KEY: "seal",
  SEAL_PKCS11_PIN_FILE: "pin",
};
const signer = {
  SEAL_SIGNER_URL: "https://kms.example/sign",
  SEAL_SIGNER_TOKEN_FILE: "bearer",
  SEAL_CERT_FILE: "cert.pem",
};

test.each<[Record<string, string>, RegExp]>([
  [{ SEAL_KEY_FILE: "seal.p12" }, /^SEAL_KEY_PASSWORD_FILE must be set/],
  [{ SEAL_KEY_FILE: "seal.p12", ...token }, /^SEAL_KEY_FILE and SEAL_PKCS11_MODULE name different/],
  [{ ...token, ...signer }, /^SEAL_PKCS11_MODULE and SEAL_SIGNER_URL name different keys/],
  [{ ...token, SEAL_PKCS11_PIN_FILE: "" }, /^SEAL_PKCS11_PIN_FILE must be set/],
  [{ ...token, SEAL_PKCS11_KEY: "" }, /^SEAL_PKCS11_KEY must be set/],
  [
    { ...token, SEAL_KEY_PASSWORD_FILE: "p" },
    /^SEAL_KEY_PASSWORD_FILE is set without SEAL_KEY_FILE/,
  ],
  [{ SEAL_PKCS11_TOKEN: "office" }, /^SEAL_PKCS11_TOKEN is set without SEAL_PKCS11_MODULE/],
  [{ ...signer, SEAL_CERT_FILE: "" }, /^SEAL_CERT_FILE must be set/],
  [{ ...signer, SEAL_SIGNER_URL: "http://kms.example/" }, /^SEAL_SIGNER_URL must begin with https/],
  [{ ...signer, SEAL_SIGNER_URL: "kms.example" }, /^SEAL_SIGNER_URL must be a URL/],
])("the seal's key has one place, wholly named: %j", (env, sentence) => {
  const read = () => readConfig(env);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(sentence);
});
