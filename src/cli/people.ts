import { addPerson, type Invited } from "#src/accounts/invite.ts";
import { readConfig } from "#src/config/config.ts";
import { openFoundation } from "#src/foundation.ts";
import { noOrigin } from "#src/observe/request-id.ts";
import { roles } from "#src/people/person.ts";
import { now } from "./now.ts";
import { observeCommand } from "./observe.ts";
import { readWords, UsageError } from "./usage.ts";

const options = {
  name: { type: "string" },
  title: { type: "string" },
  role: { type: "string" },
  party: { type: "string" },
  language: { type: "string" },
} as const;

/**
 * `depositary people EMAIL --name NAME --role ROLE`: adds a person, such as the first member of the secretariat, who
 * then invites the others. Anyone who can read that address's mail can sign in.
 */
export async function people(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, options);
  const [email, ...more] = positionals;
  const {
    name,
    title,
    role,
    party,
    language = "en",
  } = values as Record<string, string | undefined>;
  const known = roles.filter((one) => one !== "service");
  const given = known.find((one) => one === role);
  if (!email?.includes("@") || more.length > 0 || !name || !given) {
    throw new UsageError(
      `Name an address, --name and --role (${known.join(", ")}); a representative has a --party.`,
    );
  }
  const foundation = await openFoundation(readConfig(env), { now, observe: observeCommand() });
  try {
    const person: Invited = {
      email,
      names: { [language]: name },
      titles: title ? { [language]: title } : {},
      language,
      roles: [given],
      party: party ?? null,
    };
    const ctx = { db: foundation.db, now, id: () => crypto.randomUUID(), origin: noOrigin };
    const { id } = await addPerson(ctx, null, person);
    console.log(id);
    return 0;
  } finally {
    await foundation.close();
  }
}
