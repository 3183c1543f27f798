import { ConfigError, type Env, read } from "./env.ts";

export type NotificationConfig = { prefix: string; languages: string[] };

/**
 * NOTIFICATION_PREFIX and WORKING_LANGUAGES. A new prefix begins new numbers; those given under an earlier one stay.
 *
 * @throws ConfigError for a prefix that is not capitals, figures and hyphens, or a language that is no language tag
 */
export function readNotifications(env: Env): NotificationConfig {
  const prefix = read(env, "NOTIFICATION_PREFIX") ?? "DN";
  if (!/^[A-Z][A-Z0-9-]{0,11}$/.test(prefix)) {
    throw new ConfigError(
      `NOTIFICATION_PREFIX must be at most 12 capitals, figures and hyphens such as DN, not "${prefix}".`,
    );
  }
  const languages = (read(env, "WORKING_LANGUAGES") ?? "en").split(",").map((one) => one.trim());
  const wrong = languages.find((one) => !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(one));
  if (wrong !== undefined) {
    throw new ConfigError(
      `WORKING_LANGUAGES must be language tags separated by commas such as en,ru, not "${wrong}".`,
    );
  }
  return { prefix, languages: [...new Set(languages)] };
}
