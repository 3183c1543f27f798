const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** The browser and system that the user agent names, as far as it does; null if it names neither. */
export function namedDevice(agent: string): string | null {
  const named = [browsers, systems].flatMap(
    (names) => names.find(([mark]) => agent.includes(mark))?.[1] ?? [],
  );
  return named.length > 0 ? named.join(" · ") : null;
}
