export type Env = Record<string, string | undefined>;

/** An invalid setting; the message is one sentence that names the variable. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** A variable's value; null if it is not set or empty. */
export function read(env: Env, name: string): string | null {
  return env[name]?.trim() || null;
}

/** The message never repeats the value: it may hold a password. */
export function readUrl(env: Env, name: string, schemes: string[]): string | null {
  const text = read(env, name);
  if (text === null) return null;
  const url = URL.parse(text);
  if (!url || !schemes.includes(url.protocol) || (url.protocol !== "file:" && !url.hostname)) {
    throw new ConfigError(`${name} must be a URL that begins with ${schemes.join("// or ")}//.`);
  }
  return text;
}

/**
 * Whether a host is this machine: `localhost`, an address of 127.0.0.0/8 or ::1, as a URL or a socket writes it. A name
 * that only begins like one, such as `127.evil.example`, is not.
 */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  return /^(localhost|::1|(::ffff:)?127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3})$/.test(name);
}

/** A whole number from `min` to `max`; `fallback` if it is not set. */
export function readNumber(
  env: Env,
  name: string,
  { min = 0, max, fallback }: { min?: number; max: number; fallback: number },
): number {
  const text = read(env, name);
  if (text === null) return fallback;
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= min && number <= max) return number;
  throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
}

/** One of a few words; `fallback` if it is not set. */
export function readChoice<Word extends string, Fallback>(
  env: Env,
  name: string,
  words: readonly Word[],
  fallback: Fallback,
): Word | Fallback {
  const text = read(env, name);
  if (text === null) return fallback;
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const allowed = words.length > 1 ? `one of ${words.join(", ")}` : `"${words[0]}" or not set`;
  throw new ConfigError(`${name} must be ${allowed}, not "${text}".`);
}
