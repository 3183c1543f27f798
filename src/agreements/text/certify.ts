import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";

type Certificate = { language: string; digest: string };

/** An officer who did not draft a language version certifies that it says the same as the others. */
export function certify(
  ctx: Context,
  asked: Asked,
  { language, digest }: Certificate,
): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "certify", by, language, digest }, detail: { language, digest } },
    async ({ tx, writes, agreement, at }) => {
      const { id, text_version: number } = agreement;
      writes.push(
        tx
          .insertInto("concordances")
          .values({ agreement: id, number, language, person: by, digest, at }),
      );
      return undefined;
    },
  );
}
