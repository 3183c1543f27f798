/** The Markdown of an instrument: a title, a preamble of one line, and the articles and annexes given. */
export const instrumentText = (...parts: string[]): string =>
  ["# Title\n\nRecalling;", ...parts].join("\n\n");
