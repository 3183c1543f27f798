import { registeredTitle } from "#src/archive/registered-title.ts";
import { everybody } from "#src/asker.ts";
import { pageTitles } from "#src/text/page-titles.ts";
import type { Call } from "./api.ts";

type Words = Record<string, string>;

/**
 * What the tab shows of a page of the web app before the app itself runs, as it will say it then; null if there is no
 * such page. `address` is the page's as `webAddresses` has it, null for one that leads nowhere. An agreement of the
 * register is named by its title; others may not be named to whoever asks.
 */
export async function pageTitle(
  c: Call,
  address: string | null,
  language: string,
): Promise<string | null> {
  const say = (name: string) => said(pageTitles[name] ?? {}, language);
  const [, id = ""] = /^\/register\/([\da-f-]{36})\/?$/i.exec(c.req.path) ?? [];
  if (address === null) return `${say("notFound")} · ${say("service")}`;
  if (address !== "/register/$id") return `${say(address)} · ${say("service")}`;
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return null;
  const title = await registeredTitle(c.get("ctx").as(everybody), id);
  return title && `${said(title, language)} · ${say(address)} · ${say("service")}`;
}

/** In the reader's language, else in English, else in any. */
function said(words: Words, language: string): string {
  return words[language] ?? words.en ?? Object.values(words)[0] ?? "";
}
