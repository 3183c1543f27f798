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
 * Remembers from what device a person signs in, and writes to the person if it is a new one: another browser or
 * system than before, or another network (/24 of IPv4, /48 of IPv6). Browsers that only have another release, and
 * addresses that change within a network, are known. The sign-in that follows an invitation is expected: no letter.
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
  await orderLetter(tx, { person, at, origin, name: "new-device", path: "/account", values });
}
