/** What a browser on this machine says when a page of the service at `url` asks it for something. */
export function fromPage(url: string): Record<string, string> {
  const { origin } = new URL(url);
  return { Origin: origin, Referer: `${origin}/`, "Sec-Fetch-Site": "same-origin" };
}
