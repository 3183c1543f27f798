import { buildServer } from "./build-server.ts";
import { buildWeb, canBuild, isWebCurrent } from "./build-web.ts";

/** `depositary build`: builds the web app and the bundle of the server. */
export async function build(): Promise<number> {
  await Promise.all([buildWeb(), buildServer()]);
  return 0;
}

/**
 * Builds both if the web app's sources are newer than the last build. An install without development packages cannot
 * build and serves what it has.
 */
export async function ensureBuilt(): Promise<void> {
  if (!canBuild() || isWebCurrent()) return;
  await build();
}
