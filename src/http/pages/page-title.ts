import { registeredTitle } from "#src/archive/registered-title.ts";
import { everybody } from "#src/db/principal.ts";
import { pageTitles } from "#src/text/page-titles.ts";
import type { Call } from "../api/api.ts";

type Words = Record<string, string>;

/**
 * The title of a page before the app's scripts run, the same as the app sets later; null if there is no such page.
 * `address` is the route as in `webAddresses`, or null for an unknown address. Only agreements in the register appear
 * by title, because anyone can request this page.
 */
export async function pageTitle(
  c: Call,
  address: string | null,
  language: string,
): Promise<string | null> {
  const say = (name: string) => said(pageTitles[name] ?? {}, language);
  const [, , id = ""] = c.req.path.split("/");
  if (address === null) return `${say("notFound")} · ${say("service")}`;
  // An id of the wrong form cannot exist, for anyone.
  if (address.includes("$id") && !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) {
    return null;
  }
  if (address !== "/register/$id") return `${say(address)} · ${say("service")}`;
  const title = await registeredTitle(c.get("ctx").as(everybody), id);
  return title && `${said(title, language)} · ${say(address)} · ${say("service")}`;
}

/** The words in the reader's language, else in English, else in any. */
function said(words: Words, language: string): string {
  return words[language] ?? words.en ?? Object.values(words)[0] ?? "";
}
