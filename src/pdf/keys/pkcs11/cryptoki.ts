import type * as Koffi from "koffi";
import { KeyFault } from "../key-fault.ts";
import { describeReturn, functionsInOrder, returns } from "./names.ts";

/** Arguments of C functions: numbers become CK_ULONG, bytes become pointers. */
export type Argument = number | Uint8Array | null;

/** A loaded PKCS #11 module; the caller must make only one call at a time. */
export type Cryptoki = {
  /** Calls a function off the main thread. Throws CryptokiError if it returns anything but CKR_OK. */
  call(name: CalledFunction, ...args: Argument[]): Promise<void>;
  /** C structures and arrays of words: numbers as CK_ULONG, bytes as pointers. Keeps the bytes in memory. */
  words(...values: Argument[]): Buffer;
  /** Reads the CK_ULONG at an offset. */
  readWord(bytes: Buffer, offset?: number): number;
  /** The size of a CK_ULONG in bytes. */
  wordSize: number;
};

export type CalledFunction = keyof typeof functionsInOrder;

/** The error code that a function of the module returned (PKCS #11, 5.1). */
export class CryptokiError extends Error {
  override name = "CryptokiError";
  readonly code: number;
  constructor(called: string, code: number) {
    super(`${called} answered ${describeReturn(code)}`);
    this.code = code;
  }
}

/** The package that calls C functions, needed only to keep a key in a token. */
const binding = "koffi@3.3.4";

const loaded = new Map<string, Promise<Cryptoki>>();

/**
 * Loads a module, once per process.
 *
 * @throws KeyFault if the package is not installed, or the file is no module
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
  // Holds whatever C may still read or write until the function has returned.
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

/** Libraries stay loaded for the whole process; an unreferenced one is unloaded, with its functions. */
const libraries: Koffi.LibraryHandle[] = [];

/** Finds functions in the list that every module returns (PKCS #11, 5.4): a version, then pointers. */
function findFunctions(koffi: Binding, file: string) {
  const pointerSize = koffi.sizeof("void *");
  const list = Buffer.alloc(pointerSize);
  try {
    // Isolates a module's own libraries: Node includes an OpenSSL, and so do many modules.
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
