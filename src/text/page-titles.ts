import titles from "../../templates/page-titles.json" with { type: "json" };

/** The titles of the web app's pages by address and language, with the service's name and the 404 page's title. */
export const pageTitles: Record<string, Record<string, string>> = titles;
