import { fill } from "./evidence.ts";
import type { Office } from "./office.ts";
import { draft, openForSigning, signFor } from "./scenario.ts";
import { type SoftPasskey, softPasskey } from "./soft-passkey.ts";

export type Story = { agreements: string[]; passkeys: SoftPasskey[] };

/**
 * Three agreements whose acts stand among each other in the log: one signed by passkeys of each kind, one
 * by a passkey and an account, one still in draft. The log is signed several times on the way.
 */
export async function tellStory(office: Office): Promise<Story> {
  const agreements: string[] = [];
  for (const parties of [[{ code: "KZ" }, { code: "AE" }, { code: "EE" }], undefined, undefined]) {
    agreements.push(await draft(office, parties ? { parties } : {}));
  }
  const [first = "", second = ""] = agreements;
  await fill(office);
  await openForSigning(office, first);
  await openForSigning(office, second);
  await fill(office);
  const passkeys = [
    await softPasskey(office, "KZ"),
    await softPasskey(office, "AE", "EdDSA"),
    await softPasskey(office, "EE", "RS256"),
  ];
  const [kazakhstan, emirates, estonia] = passkeys;
  await kazakhstan?.signs(first);
  await emirates?.signs(first);
  await kazakhstan?.signs(second);
  await estonia?.signs(first);
  await signFor(office, second, "AE");
  await fill(office);
  return { agreements, passkeys };
}
