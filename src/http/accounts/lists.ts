import { createRoute, z } from "@hono/zod-openapi";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { shownEmail } from "#src/people/email.ts";
import { listPeople, personStates } from "#src/people/find.ts";
import { type Api, acting } from "../api/api.ts";
import { problems } from "../api/contract.ts";

const words = z.record(z.string(), z.string());

const Person = z.object({
  id: z.uuid(),
  email: z.string(),
  names: words,
  titles: words,
  language: z.string(),
  roles: z.array(z.string()),
  party: z.string().nullable(),
  state: z.enum(personStates),
});
const list = <Item extends z.ZodType>(path: string, summary: string, item: Item) =>
  createRoute({
    method: "get",
    path,
    tags: ["Reference"],
    summary,
    responses: {
      200: {
        description: summary,
        content: { "application/json": { schema: z.object({ items: z.array(item) }) } },
      },
      ...problems(401, 403),
    },
  });

const peopleRoute = list("/people", "The people who act here", Person);

/** Lists who acts here, so that others can address them. */
export function lists(api: Api): void {
  api.openapi(peopleRoute, async (c) => {
    const person = acting(c);
    const people = await listPeople(c.get("ctx").db);
    if (!can(person, "list-people")) {
      throw new Refusal("forbidden", "Your role does not see who acts here.");
    }
    const seen = (party: string | null) => person.party === null || party === person.party;
    const items = people
      .filter(({ party }) => seen(party))
      .map((one) => ({ ...one, email: shownEmail(one.email) }));
    return c.json({ items }, 200);
  });
}
