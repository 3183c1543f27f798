/**
 * Where on this site a person goes after sign-in: a path with its search and hash. Returns "/" for anything that a
 * browser could read as another site's address, for the sign-in page and for the API.
 */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/") || asked.length > 2000) return "/";
  const here = "https://here.invalid";
  // Browsers read "/\host", "//host" and "/<tab>/host" as other sites, and so does URL.
  const url = URL.parse(asked, here);
  if (url?.origin !== here || url.pathname.startsWith("//")) return "/";
  if (/^\/(sign-in|api)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
