import { openDemoSession } from "#src/accounts/demo-session.ts";
import type { Db } from "#src/db/db.ts";
import type { DemoKey } from "#src/people/seed-demo.ts";
import type { DemoPlayer } from "./demo-agreements/player.ts";

/** Each session is replaced before its five minutes of fresh verification end. */
const staysFor = 4 * 60 * 1000;

/** The demo people, each with a way to get fresh sessions from within the machine. */
export function demoPlayers(db: Db, people: DemoKey[], now: () => Date): DemoPlayer[] {
  return people.map(({ person, name, role, party }) => {
    let open: { cookie: string; at: number } | null = null;
    const enter = async () => {
      const at = now();
      if (!open || at.getTime() - open.at > staysFor) {
        const token = await openDemoSession(db, person, at);
        open = { cookie: `depositary-session=${token}`, at: at.getTime() };
      }
      return open.cookie;
    };
    return { name, role, party, enter };
  });
}
