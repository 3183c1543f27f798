import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { listTemplates } from "./find.ts";
import { checkManager, recordTemplateEvent } from "./manage.ts";

/** Hides a template from new agreements, or shows it again. Agreements made from it stay. */
export async function retireTemplate(
  { db, now }: Context,
  by: Person,
  { name, retired }: { name: string; retired: boolean },
): Promise<{ name: string; retired: boolean }> {
  checkManager(by);
  return db.transaction().execute(async (tx) => {
    const template = (await listTemplates(tx, { retired: true })).find((one) => one.name === name);
    if (!template) throw new Refusal("not-found", "There is no such template.");
    if (template.retired !== retired) {
      const event = retired ? "retired" : "restored";
      await recordTemplateEvent(tx, { at: now(), actor: by.id, name, event, digest: null });
    }
    return { name, retired };
  });
}
