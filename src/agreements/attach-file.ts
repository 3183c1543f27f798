import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { may } from "#src/people/may.ts";
import type { Person } from "#src/people/person.ts";
import { findAgreement } from "./find.ts";

export type Attached = { digest: string; type: string };

/** What a scan may be, by its first bytes; what the sender calls it is not believed. */
const kinds: [type: string, start: number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];

/** Keeps a scan under its digest and puts it down as the agreement's; the same one again changes nothing. */
export async function attachFile(
  ctx: Context,
  { agreement, person }: { agreement: string; person: Person },
  bytes: Uint8Array,
): Promise<Attached> {
  await findAgreement(ctx.db, agreement, person);
  if (!may(person, "attach-files")) {
    throw new Refusal("forbidden", "Your role does not attach files.");
  }
  const type = kinds.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  if (!type) throw new Refusal("invalid-source", "Attach a PDF, a PNG or a JPEG.");
  const digest = await ctx.objects.put(bytes);
  await ctx.db
    .insertInto("files")
    .values({ agreement, digest, type, person: person.id, party: person.party, at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { digest, type };
}
