import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import type { Site } from "#src/accounts/site.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { sign as signAgreement } from "#src/agreements/signing/sign.ts";
import { askToSign, type ByPasskey } from "#src/agreements/signing/sign-by-passkey.ts";
import { appendAccount } from "#src/evidence/append-account.ts";
import type { Office } from "./office.ts";
import { privateKey as privateKeyOf, rsa } from "./private-keys.ts";
import { told } from "./scenario.ts";

export const site: Site = { id: "depositary.example", origin: "https://depositary.example" };

export type Algorithm = "ES256" | "EdDSA" | "RS256";
export type Answer = ByPasskey["response"];

/** A passkey in software of a person: real keys, no browser. */
export async function newSoftPasskey(
  office: Office,
  person: string,
  algorithm: Algorithm = "ES256",
): Promise<{ id: string; answers(challenge: string, at: Site): Answer }> {
  const id = randomBytes(16).toString("base64url");
  const { privateKey, cose } = newKey(algorithm);
  let counter = 0;
  const at = office.ctx.now();
  const public_key = cose.toString("base64url");
  await office.db.transaction().execute(async (tx) => {
    await tx
      .insertInto("passkeys")
      .values({
        ...{ id, person, public_key, counter: 0, transports: [], label: "Software" },
        ...{ created_at: at, used_at: null, revoked_at: null },
      })
      .execute();
    await appendAccount(tx, {
      ...{ account: person, by: person, at, event: "passkey-added" },
      detail: { added: [{ credential: id, publicKey: public_key }] },
    });
  });
  return {
    id,
    answers: (challenge, at) => {
      const client = { type: "webauthn.get", challenge, origin: at.origin, crossOrigin: false };
      const clientDataJSON = Buffer.from(JSON.stringify(client));
      const count = Buffer.alloc(4);
      count.writeUInt32BE(++counter);
      const authenticatorData = Buffer.concat([hash(at.id), Buffer.from([5]), count]);
      const signed = Buffer.concat([authenticatorData, hash(clientDataJSON)]);
      const signature = sign(algorithm === "EdDSA" ? null : "sha256", signed, privateKey);
      return {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientDataJSON.toString("base64url"),
          authenticatorData: authenticatorData.toString("base64url"),
          signature: signature.toString("base64url"),
        },
      };
    },
  };
}

export type SoftPasskey = {
  id: string;
  party: string;
  /** Signs the original on record for the party, as a browser with this passkey would. */
  signs(agreement: string): Promise<void>;
};

/** A passkey in software of the party's demo representative: real keys, no browser. */
export async function softPasskey(
  office: Office,
  party: string,
  algorithm: Algorithm = "ES256",
): Promise<SoftPasskey> {
  const { person } = office.as("representative", party);
  const key = await newSoftPasskey(office, person.id, algorithm);
  return {
    id: key.id,
    party,
    signs: async (agreement) => {
      const { original } = await readFacts(office.db, agreement);
      const given = { original: original ?? "", as: "definitive", binding: true } as const;
      const asked = await askToSign(office.ctx, { agreement, person }, given, site);
      const response = key.answers(asked.options.challenge, site);
      const passkey = { id: asked.id, response, site };
      const by = await told(office, agreement, office.as("representative", party));
      await signAgreement(office.ctx, by, { ...given, method: "account", passkey });
    },
  };
}

const hash = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();

/** A key pair, and the public key as COSE (RFC 9052) in CBOR. */
function newKey(algorithm: Algorithm): { privateKey: KeyObject; cose: Buffer } {
  const { privateKey, publicKey } =
    algorithm === "ES256"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : algorithm === "EdDSA"
        ? generateKeyPairSync("ed25519")
        : rsaPair();
  const jwk = publicKey.export({ format: "jwk" });
  const part = (text = "") => bytes(Buffer.from(text, "base64url"));
  const hex = (text: string) => Buffer.from(text, "hex");
  const coses = {
    ES256: () => [hex("a5010203262001"), hex("21"), part(jwk.x), hex("22"), part(jwk.y)],
    EdDSA: () => [hex("a401010327200621"), part(jwk.x)],
    RS256: () => [hex("a401030339010020"), part(jwk.n), hex("21"), part(jwk.e)],
  };
  return { privateKey, cose: Buffer.concat(coses[algorithm]()) };
}

function rsaPair(): { privateKey: KeyObject; publicKey: KeyObject } {
  const pem = privateKeyOf(rsa(2048));
  return { privateKey: createPrivateKey(pem), publicKey: createPublicKey(pem) };
}

/** A byte string in CBOR (RFC 8949, 3.1). */
function bytes(content: Buffer): Buffer {
  const { length } = content;
  const head =
    length < 24
      ? [0x40 + length]
      : length < 256
        ? [0x58, length]
        : [0x59, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}
