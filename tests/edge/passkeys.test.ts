import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EdgeOffice, openEdgeOffice } from "#tests/support/edge.ts";

const site = "http://localhost";
const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();
const words = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

let at: EdgeOffice;

beforeAll(async () => {
  at = await openEdgeOffice();
});
afterAll(() => at.close());

const post = (path: string, body: unknown) =>
  at.edge.fetch(`${site}/api/v1${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** A passkey of this person on record, and how it answers (WebAuthn, 6.1 and 6.3.3; RFC 9052, 7). */
async function keepPasskey(person: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const key = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const id = words(randomBytes(16));
  await at.office.db
    .insertInto("passkeys")
    .values({
      id,
      person,
      public_key: words(key),
      counter: 0,
      transports: ["internal"],
      label: "Laptop",
      created_at: new Date(),
      used_at: null,
      revoked_at: null,
    })
    .execute();
  return (challenge: string, counter: number, origin = site) => {
    const client = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin }));
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    // The person is present and verified.
    const data = Buffer.concat([sha256("localhost"), Buffer.from([0x05]), count]);
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
    return {
      id,
      rawId: id,
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: words(client),
        authenticatorData: words(data),
        signature: words(signature),
      },
    };
  };
}

test("a passkey signs in at the edge, once for each challenge and only from its site", async () => {
  const { person } = at.office.as("legal-officer");
  const answer = await keepPasskey(person.id);
  const ask = async () => (await post("/session/passkeys", {})).json() as Promise<Asked>;
  type Asked = { id: string; options: { challenge: string } };
  // Enough signatures that some have an integer that DER pads, and one that it does not.
  for (let counter = 1; counter <= 4; counter++) {
    const { id, options } = await ask();
    const passkey = { id, response: answer(options.challenge, counter) };
    expect((await post("/session", { passkey })).status).toBe(201);
    expect((await post("/session", { passkey })).status).toBeGreaterThanOrEqual(400);
  }
  const { id, options } = await ask();
  const elsewhere = answer(options.challenge, 9, "https://elsewhere.example");
  const refused = await post("/session", { passkey: { id, response: elsewhere } });
  expect(refused.status).toBeGreaterThanOrEqual(400);
});
