import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";
import { namedDevice } from "#src/text/named-device.ts";
import { networkOf } from "./network.ts";
import type { Device } from "./open-session.ts";

type Noted = {
  person: string;
  device: Device;
  at: Date;
  first: boolean;
  origin: Context["origin"];
};

/**
 * Remembers the device of a sign-in, and writes to the person if it is new: another browser or system, or another
 * network (/24 of IPv4, /48 of IPv6). A browser update or an address change within a network is not new. The sign-in
 * after an invitation is expected and causes no letter.
 */
export async function noteDevice(
  tx: Tx,
  { person, device, at, first, origin }: Noted,
): Promise<void> {
  const named = namedDevice(device.agent) ?? device.agent.split("/")[0]?.slice(0, 60) ?? "";
  const network = networkOf(device.address, { octets: 3, groups: 3 });
  const digest = await sha256(`${named}\n${network}`);
  const { rows } = await sql<{ isNew: boolean }>`
    SELECT identity.note_device(${person}::uuid, ${digest}, ${at}::timestamptz) AS "isNew"`.execute(
    tx,
  );
  if (!rows[0]?.isNew || first) return;
  const values = { device: named || "–", address: device.address };
  await orderLetter(tx, { person, at, origin, name: "new-device", values });
}
