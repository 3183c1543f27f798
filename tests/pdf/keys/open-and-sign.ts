import { readConfig } from "#src/config/config.ts";
import { openSealFiles } from "#src/keys/seal-key.ts";
import { loadCryptoki } from "#src/pdf/keys/pkcs11/cryptoki.ts";

// Opens the seal that the environment names, in a process of its own, and signs once.
const { seal: place, dataDir } = readConfig(process.env);
try {
  const { key } = await openSealFiles({ seal: place, dataDir }, new Date());
  if (place?.kind === "pkcs11") console.log(`offers 1: ${await offers(place.module, 1)}`);
  const signature = await key.sign(new TextEncoder().encode("attributes"));
  console.log(`signed: ${signature.length > 64}`);
} catch (error) {
  console.log((error as Error).message);
  process.exitCode = 1;
}

async function offers(module: string, mechanism: number): Promise<boolean> {
  const { call, words, readWord, wordSize } = await loadCryptoki(module);
  const count = words(0);
  const slots = Buffer.alloc(64 * wordSize);
  await call("C_GetSlotList", 1, slots, words(64));
  const slot = readWord(slots);
  await call("C_GetMechanismList", slot, null, count);
  const list = Buffer.alloc(readWord(count) * wordSize);
  await call("C_GetMechanismList", slot, list, count);
  return Array.from({ length: readWord(count) }, (_, at) => readWord(list, at * wordSize)).includes(
    mechanism,
  );
}
