import titles from "../../templates/page-titles.json" with { type: "json" };

/** Titles of the web app's pages by address and language, of the service, and of what is not there. */
export const pageTitles: Record<string, Record<string, string>> = titles;
