import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import { roomOf, work } from "./jobs.ts";
import type { Office } from "./office.ts";
import { bringToOriginal, draft, openAndSign } from "./scenario.ts";

/** An agreement signed by all and sealed, with its typeset files; published where asked for. */
export async function sealAgreement(
  office: Office,
  change: Partial<NewAgreement>,
  { published }: { published: boolean },
): Promise<{ id: string; reference: string; digest: string; pdf: Uint8Array }> {
  const room = await roomOf(office);
  const officer = office.as("legal-officer");
  const id = await draft(office, change);
  await bringToOriginal(office, id);
  await work(office, room);
  await openAndSign(office, id);
  await work(office, room);
  if (published) {
    const answer = await officer.act(id, "publication");
    if (answer.status !== 201) throw new Error(await answer.text());
    await work(office, room);
  }
  type Sealed = { reference: string; sealed: { digest: string } };
  const { reference, sealed } = await officer.get<Sealed>(`/agreements/${id}`);
  const pdf = await office.ctx.objects.get(sealed.digest);
  if (!pdf) throw new Error(`${sealed.digest} is not in the store`);
  return { id, reference, digest: sealed.digest, pdf };
}
