import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { readYaml } from "../../read-yaml.ts";
import type { Profile } from "./profile.ts";

const word = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}][\p{L}\p{M}\p{N}’'ʻ -]{0,78}[\p{L}\p{M}\p{N}*]$/u, "is not a word or a few");

const wordsShape = z.strictObject({
  allows: z.array(word).max(200).optional(),
  avoids: z
    .array(z.strictObject({ find: word, say: z.string().trim().min(1).max(80) }))
    .max(200)
    .optional(),
});

/** A file of `templates/profiles`: what an office's practice says of binding words. */
const fileShape = z.strictObject({
  kind: z.enum(["binding", "non-binding"]),
  templates: z.array(z.string().regex(/^[a-z0-9-]+$/, "is not the name of a template")).optional(),
  reviewed: z.string().trim().min(1),
  languages: z.record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is not a language tag"),
    wordsShape,
  ),
});

/**
 * The profiles among the files of `templates/`, by path in order.
 * @throws Refusal `invalid-template` with file, line and column of each fault
 */
export function expectProfiles(files: Record<string, string>): Profile[] {
  const faults: Fault[] = [];
  const profiles = Object.entries(profileFiles(files)).flatMap(([path, yaml]) => {
    const read = readYaml(yaml, path, fileShape);
    if ("data" in read) return [read.data];
    faults.push(...read.faults);
    return [];
  });
  if (faults.length === 0) return profiles;
  throw new Refusal("invalid-template", "The words of an office cannot be used.", {
    errors: faults,
  });
}

/** The files of profiles among those of `templates/`, by their path. */
export function profileFiles(files: Record<string, string>): Record<string, string> {
  const own = Object.entries(files).filter(([path]) => /^profiles\/[^/]+\.yaml$/.test(path));
  return Object.fromEntries(own.sort(([one], [other]) => (one < other ? -1 : 1)));
}
