import { inject } from "vitest";
import { queueLogin, servingLogin } from "#src/embedded/logins.ts";

/** The URL of a database of the run's server for one of the logins that own nothing. */
function urlFor(url: string, username: string, password: string): string {
  return Object.assign(new URL(url), { username, password }).href;
}

export const servingUrl = (url: string) => urlFor(url, servingLogin, inject("logins").serving);
export const queueUrl = (url: string) => urlFor(url, queueLogin, inject("logins").queue);

/** The settings of a process on a database of the run's server, whose owner's URL is given. */
export function settingsFor(url: string) {
  return {
    DATABASE_URL: servingUrl(url),
    DATABASE_QUEUE_URL: queueUrl(url),
    DATABASE_OWNER_URL: url,
  };
}
