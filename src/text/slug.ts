/** A heading as the target of a reference: lower case, letters and digits of any script, `-` between. */
export function slugOf(heading: string): string {
  return heading
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
