import type * as Koffi from "koffi";
import { KeyFault } from "../key-fault.ts";
import { describeReturn, functionsInOrder, returns } from "./names.ts";

/** Arguments of C functions: numbers are CK_ULONG, bytes are pointed to. */
export type Argument = number | Uint8Array | null;

/** A PKCS #11 module that is loaded; one call at a time is the caller's duty. */
export type Cryptoki = {
  /** Calls a function off the main thread. Throws CryptokiError where it returns anything but CKR_OK. */
  call(name: CalledFunction, ...args: Argument[]): Promise<void>;
  /** C structures and arrays of words: numbers as CK_ULONG, bytes as pointers. Keep what is pointed to. */
  words(...values: Argument[]): Buffer;
  /** The CK_ULONG at a place in bytes. */
  readWord(bytes: Buffer, offset?: number): number;
  /** Bytes of a CK_ULONG. */
  wordSize: number;
};

export type CalledFunction = keyof typeof functionsInOrder;

/** What a function of the module returned (PKCS #11, 5.1). */
export class CryptokiError extends Error {
  override name = "CryptokiError";
  readonly code: number;
  constructor(called: string, code: number) {
    super(`${called} answered ${describeReturn(code)}`);
    this.code = code;
  }
}

/** The package that calls C functions, which only those need who keep their key in a token. */
const binding = "koffi@3.3.4";

const loaded = new Map<string, Promise<Cryptoki>>();

/**
 * Loads a module, once in a process.
 *
 * @throws KeyFault where the package is not installed, or the file is no module
 */
export function loadCryptoki(file: string): Promise<Cryptoki> {
  const cryptoki = loaded.get(file) ?? load(file);
  loaded.set(file, cryptoki);
  return cryptoki;
}

async function load(file: string): Promise<Cryptoki> {
  const koffi = await importBinding();
  const functions = findFunctions(koffi, file);
  const wordSize = koffi.sizeof("unsigned long");
  const pointerSize = koffi.sizeof("void *");
  // Whatever C may still read or write is held here until the function has returned.
  const pointedTo = new WeakMap<Buffer, Argument[]>();
  const inUse = new Set<Argument[]>();
  const words = (...values: Argument[]) => {
    const bytes = Buffer.concat(
      values.map((value) => {
        if (typeof value === "number") return bytesOf(value, wordSize);
        return bytesOf(value ? koffi.address(value) : 0n, pointerSize);
      }),
    );
    pointedTo.set(bytes, values);
    return bytes;
  };
  const call: Cryptoki["call"] = async (name, ...args) => {
    const run = functions(name, args);
    inUse.add(args);
    try {
      const code = await new Promise<number>((resolve, reject) =>
        run.async(...args, (error: unknown, result: number) =>
          error ? reject(error) : resolve(Number(result)),
        ),
      );
      if (code !== returns.ok) throw new CryptokiError(name, code);
    } finally {
      inUse.delete(args);
    }
  };
  return { call, words, wordSize, readWord: (bytes, at = 0) => wordAt(bytes, at, wordSize) };
}

async function importBinding(): Promise<Binding> {
  try {
    return (await import("koffi")).default;
  } catch {
    throw new KeyFault(
      `SEAL_PKCS11_MODULE needs a package more: npm install --no-save ${binding}.`,
    );
  }
}

type Binding = typeof Koffi.default;
type NativeFunction = ReturnType<Koffi.LibraryHandle["func"]>;

/** Libraries stay for as long as the process: one that nobody holds is taken out of memory, functions and all. */
const libraries: Koffi.LibraryHandle[] = [];

/** Finds functions by the list that every module hands out (PKCS #11, 5.4): a version, then pointers. */
function findFunctions(koffi: Binding, file: string) {
  const pointerSize = koffi.sizeof("void *");
  const list = Buffer.alloc(pointerSize);
  try {
    // A module's own libraries are its own: Node brings an OpenSSL, and so do many modules.
    const library = koffi.load(file, { deep: true });
    libraries.push(library);
    const handOut = library.func("C_GetFunctionList", "unsigned long", ["void *"]);
    if (handOut(list) !== returns.ok) throw new Error("C_GetFunctionList failed");
  } catch {
    throw new KeyFault("SEAL_PKCS11_MODULE is no PKCS #11 module that this machine can load.");
  }
  // On Windows structures are packed (PKCS #11, 2.1), and two bytes of version come first.
  const start = process.platform === "win32" ? 2 : pointerSize;
  const at = wordAt(list, 0, pointerSize);
  const decoded = new Map<string, NativeFunction>();
  return (name: CalledFunction, args: Argument[]) => {
    const found = decoded.get(name);
    if (found) return found;
    const kinds = args.map((arg) => (typeof arg === "number" ? "unsigned long" : "void *"));
    const pointer = koffi.decode(at, start + functionsInOrder[name] * pointerSize, "void *");
    const run = koffi.decode(pointer, koffi.proto("unsigned long", kinds));
    decoded.set(name, run);
    return run;
  };
}

function bytesOf(value: number | bigint, size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes.subarray(0, size);
}

function wordAt(bytes: Buffer, offset: number, size: number): number {
  return size === 8 ? Number(bytes.readBigUInt64LE(offset)) : bytes.readUInt32LE(offset);
}
