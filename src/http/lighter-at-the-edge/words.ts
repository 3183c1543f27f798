import { brotliDecompressSync } from "node:zlib";
import { type Apart, putTogether } from "./by-language.ts";
import packed from "./words.bin";

/**
 * The Worker's words, by the path of their file. Brotli sees all of them at once and packs them a third smaller than
 * the script's gzip would. Read once in each isolate, in about 10 ms.
 */
export const words = putTogether(
  JSON.parse(new TextDecoder().decode(brotliDecompressSync(new Uint8Array(packed)))) as Apart,
) as Record<string, unknown>;
