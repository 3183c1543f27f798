import { createRoute, z } from "@hono/zod-openapi";
import type { Demo } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { listParties } from "#src/parties/find.ts";
import { listDemoPeople } from "#src/people/list-demo.ts";
import { type Api, type Call, serviceOf } from "../api/api.ts";
import { json, problems } from "../api/contract.ts";
import { isLocalBrowser } from "../api/local-browser.ts";

const about = { tags: ["Service"] };
const words = z.record(z.string(), z.string());

const DemoPerson = z
  .object({
    person: z.uuid(),
    names: words,
    titles: words,
    role: z.string(),
    party: z.string().nullable(),
    partyNames: words.nullable(),
  })
  .openapi("DemoPerson");

const Letter = z
  .object({
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    language: z.string(),
    at: z.iso.datetime(),
  })
  .openapi("DemoLetter");

const people = createRoute({
  ...about,
  method: "get",
  path: "/demo/people",
  summary: "On demo data: the people to sign in as, by `POST /session {demo}`",
  responses: {
    200: { description: "Demo people", ...json(z.object({ people: z.array(DemoPerson) })) },
    ...problems(404),
  },
});
const letters = createRoute({
  ...about,
  method: "get",
  path: "/demo/letters",
  summary: "On demo data without a mail server: the letters that would have been sent",
  responses: {
    200: { description: "The newest first", ...json(z.object({ items: z.array(Letter) })) },
    ...problems(404),
  },
});

/** Routes of a demonstration, for the person at its machine. They do not exist elsewhere. */
export function demo(api: Api): void {
  api.openapi(people, async (c) => {
    const { people: emails } = existing(demoHere(c));
    const { db } = serviceOf(c);
    const [found, parties] = [await listDemoPeople(db, emails), await listParties(db)];
    const shown = found.map(({ id: person, names, titles, roles: [role = ""], party }) => {
      const partyNames = parties.find(({ code }) => code === party)?.names ?? null;
      return { person, names, titles, role, party, partyNames };
    });
    return c.json({ people: shown }, 200);
  });
  api.openapi(letters, async (c) => {
    const list = existing(existing(demoHere(c)).letters);
    const items = (await list()).map(({ to, subject, text, language, date: at }) => {
      return { to, subject, text, language, at };
    });
    return c.json({ items }, 200);
  });
}

/** The demonstration, if one of our own pages asks in a browser on this machine; null for anyone else. */
export function demoHere(c: Call): Demo | null {
  return isLocalBrowser(c) ? c.get("ctx").demo : null;
}

function existing<Thing>(thing: Thing | null): Thing {
  if (thing !== null) return thing;
  throw new Refusal("not-found", "There is nothing at this address.");
}
