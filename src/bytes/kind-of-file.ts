/** The accepted scans by their first bytes. The sender's own media type is ignored. */
const kinds: [type: string, start: number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];

/** The media type of a scan: PDF, PNG or JPEG; null for anything else. */
export function kindOfFile(bytes: Uint8Array): string | null {
  return kinds.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}
