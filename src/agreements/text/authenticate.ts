import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";

/**
 * A legal officer records the agreed procedure of authentication for the text with this digest. The second officer's
 * record freezes the text (VCLT article 10).
 */
export function authenticate(
  ctx: Context,
  asked: Asked,
  { digest }: { digest: string },
): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "authenticate", by, digest }, detail: { digest } },
    async ({ tx, writes, agreement, at }) => {
      const { id, text_version: number } = agreement;
      writes.push(
        tx.insertInto("authentications").values({ agreement: id, number, person: by, digest, at }),
      );
      return undefined;
    },
  );
}
