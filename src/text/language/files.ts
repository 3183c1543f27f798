/**
 * The name under which the files of `templates/languages` are published, so that a start reads only those that changed.
 * No instrument has it: a template's name has no slash.
 */
export const languagesName = "languages/";

/** The files of languages among those of `templates/`, by their path. */
export function languageFiles(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => /^languages\/[^/]+\.yaml$/.test(path)),
  );
}
