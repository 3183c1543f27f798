import { setTimeout as sleep } from "node:timers/promises";
import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import { type Ask, type DemoPlayer, type Player, playerFor, type Seen } from "./player.ts";

/** The demo people around one agreement, and what they do to it. */
export type Table = ReturnType<typeof tableOf>;

export type People = {
  officers: [Player, Player];
  secretaries: [Player, Player];
  of(party: string): Player;
};

export async function gather(ask: Ask, people: DemoPlayer[], signal: AbortSignal): Promise<People> {
  const players = await Promise.all(
    people.map(async (one) => ({ role: one.role, player: await playerFor(ask, one, signal) })),
  );
  const pair = (role: string): [Player, Player] => {
    const [first, second] = players.filter((one) => one.role === role);
    if (!first || !second) throw new Error(`Two demo people must be ${role}.`);
    return [first.player, second.player];
  };
  return {
    officers: pair("legal-officer"),
    secretaries: pair("secretariat"),
    of: (party) => {
      const found = players.find(({ player }) => player.party === party);
      if (!found) throw new Error(`No demo person is representative of ${party}.`);
      return found.player;
    },
  };
}

const day = 24 * 60 * 60 * 1000;

/** `story` starts the key of each step; the steps of a story come in the same order at every start. */
export function tableOf(story: string, people: People) {
  const [drafter, second] = people.officers;
  const { officers, secretaries, of } = people;
  let steps = 0;
  const step = () => `demonstration-${story}-${++steps}`;
  const act = (who: Player, id: string, resource: string, body: unknown = {}) =>
    who.act(step(), id, resource, body);
  /** This many days after the agreement was drafted: the same at every start. */
  const daysAfter = async (id: string, days: number) => {
    const { createdAt } = await drafter.see(id);
    return new Date(new Date(createdAt).getTime() + days * day).toISOString();
  };
  const until = async (id: string, wanted: (seen: Seen) => boolean) => {
    for (const end = Date.now() + 60_000; !wanted(await drafter.see(id)); await sleep(100)) {
      if (Date.now() > end) throw new Error(`${story}: the service took longer than a minute.`);
    }
  };
  return {
    drafter,
    second,
    secretaries,
    of,
    step,
    act,
    daysAfter,
    until,
    draft: async (wanted: NewAgreement): Promise<string> => {
      const done = await drafter.post<{ id: string }>(step(), "/agreements", wanted);
      if (!done) throw new Error(`${story}: another release has told this story otherwise.`);
      return done.id;
    },
    designate: async (id: string, parties: string[]) => {
      for (const party of parties) {
        await act(drafter, id, "designations", { party, signatory: of(party).person });
      }
    },
    approve: async (id: string, parties: string[]) => {
      for (const party of parties) {
        const { digest } = await of(party).see(id);
        await act(of(party), id, "approvals", { digest });
      }
    },
    certify: async (id: string, languages: string[]) => {
      for (const language of languages) {
        const { digest } = await second.see(id);
        await act(second, id, "concordances", { language, digest });
      }
    },
    authenticate: async (id: string) => {
      const { digest } = await drafter.see(id);
      for (const officer of officers) await act(officer, id, "authentication", { digest });
      await until(id, ({ original }) => original !== null);
    },
    open: async (id: string, plan: object = {}) => {
      for (const officer of officers) await act(officer, id, "signing", plan);
    },
    sign: async (id: string, party: string, binding: boolean) => {
      await of(party).read(`/agreements/${id}/pdf?kind=original`);
      const { original } = await of(party).see(id);
      await act(of(party), id, "signatures", { original, binding });
    },
    comment: async (who: Player, id: string, thread: object): Promise<string | null> => {
      const begun = await who.post<{ thread: string }>(
        step(),
        `/agreements/${id}/comments`,
        thread,
      );
      return begun?.thread ?? null;
    },
    reply: async (who: Player, id: string, thread: string | null, body: string) => {
      const own = step();
      if (thread) await who.post(own, `/agreements/${id}/comments/${thread}/replies`, { body });
    },
    /** Starts a draft in a language; keeps what someone has written before. */
    write: async (who: Player, id: string, language: string, change: (text: string) => string) => {
      const text = await who.read(`/agreements/${id}/texts/${language}`);
      const path = `/agreements/${id}/working-texts/${language}`;
      await who.put(path, { markdown: change(text) }, 0);
    },
  };
}
