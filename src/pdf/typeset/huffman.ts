import type { Bits } from "./bits.ts";

export type Codes = { lengths: Uint8Array; codes: Uint16Array };

/**
 * The shortest prefix codes for symbols with these frequencies, none longer than `limit` bits (RFC 1951, 3.2.2). Each
 * code is bit-reversed, because a stream begins with its highest bit. At least two symbols get a code.
 */
export function codesOf(counts: Uint32Array, limit: number): Codes {
  const used = rarestFirst(counts);
  const depths = depthsOf(Array.from(used, (symbol) => counts[symbol]!));
  const numbers = limited(depths, limit);
  const lengths = new Uint8Array(counts.length);
  // The rarest symbols take the longest codes.
  let length = limit;
  for (const symbol of used) {
    while (numbers[length] === 0) length--;
    lengths[symbol] = length;
    numbers[length]!--;
  }
  return { lengths, codes: canonical(lengths, limit) };
}

/** The symbols that occur, and at least two: a tree of one leaf is not complete, and some readers refuse it. */
function rarestFirst(counts: Uint32Array): Uint32Array {
  const keys = new Float64Array(counts.length);
  let used = 0;
  for (let symbol = 0; symbol < counts.length; symbol++) {
    if (counts[symbol]! > 0) keys[used++] = counts[symbol]! * symbols + symbol;
  }
  for (let symbol = 0; used < 2; symbol++) if (counts[symbol] === 0) keys[used++] = symbol;
  return Uint32Array.from(keys.subarray(0, used).sort(), (key) => key % symbols);
}

/** More than any code has. */
const symbols = 512;

/** Tree depths of rising weights (Moffat, Katajainen, "In-place calculation of minimum-redundancy codes", 1995). */
function depthsOf(weights: number[]): number[] {
  const a = weights;
  const n = a.length;
  let [leaf, root] = [0, 0];
  for (let next = 0; next < n - 1; next++) {
    let sum = 0;
    for (let child = 0; child < 2; child++) {
      if (leaf >= n || (root < next && a[root]! < a[leaf]!)) {
        sum += a[root]!;
        a[root++] = next;
      } else sum += a[leaf++]!;
    }
    a[next] = sum;
  }
  a[n - 2] = 0;
  for (let next = n - 3; next >= 0; next--) a[next] = a[a[next]!]! + 1;
  let [open, depth, inner, place] = [1, 0, n - 2, n - 1];
  while (open > 0) {
    let used = 0;
    while (inner >= 0 && a[inner] === depth) {
      used++;
      inner--;
    }
    for (; open > used; open--) a[place--] = depth;
    open = 2 * used;
    depth++;
  }
  return a;
}

/** The number of codes of each length, after shortening those that were too long. */
function limited(depths: number[], limit: number): Uint32Array {
  const numbers = new Uint32Array(limit + 1);
  for (const depth of depths) numbers[Math.min(depth, limit)]!++;
  let taken = 0;
  for (let length = 1; length <= limit; length++) taken += numbers[length]! << (limit - length);
  // For each excess code, one of the longest becomes the sibling of a shorter one.
  for (; taken > 1 << limit; taken--) {
    numbers[limit]!--;
    let length = limit - 1;
    while (numbers[length] === 0) length--;
    numbers[length]!--;
    numbers[length + 1]! += 2;
  }
  return numbers;
}

function canonical(lengths: Uint8Array, limit: number): Uint16Array {
  const numbers = new Uint16Array(limit + 2);
  for (const length of lengths) if (length > 0) numbers[length + 1]!++;
  const next = new Uint16Array(limit + 2);
  for (let length = 2; length <= limit + 1; length++) {
    next[length] = (next[length - 1]! + numbers[length]!) << 1;
  }
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length > 0) codes[symbol] = turned(next[length]!++, length);
  }
  return codes;
}

function turned(code: number, length: number): number {
  let out = 0;
  for (let i = 0; i < length; i++) out |= ((code >> i) & 1) << (length - 1 - i);
  return out;
}

/** The order for the lengths of the code-length code. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Writes the lengths of both codes, with runs shortened (RFC 1951, 3.2.7). */
export function writeLengths(out: Bits, literals: Uint8Array, distances: Uint8Array): void {
  const literalCount = Math.max(257, usedOf(literals));
  const distanceCount = Math.max(1, usedOf(distances));
  const all = new Uint8Array(literalCount + distanceCount);
  all.set(literals.subarray(0, literalCount));
  all.set(distances.subarray(0, distanceCount), literalCount);
  const runs = runsOf(all);
  const counts = new Uint32Array(19);
  for (const [symbol] of runs) counts[symbol]!++;
  const { lengths, codes } = codesOf(counts, 7);
  let written = order.length;
  while (written > 4 && lengths[order[written - 1]!] === 0) written--;
  out.write(literalCount - 257, 5);
  out.write(distanceCount - 1, 5);
  out.write(written - 4, 4);
  for (const symbol of order.slice(0, written)) out.write(lengths[symbol]!, 3);
  for (const [symbol, extra, bits] of runs) {
    out.write(codes[symbol]!, lengths[symbol]!);
    if (bits > 0) out.write(extra, bits);
  }
}

function usedOf(lengths: Uint8Array): number {
  let used = lengths.length;
  while (used > 0 && lengths[used - 1] === 0) used--;
  return used;
}

type LengthRun = [symbol: number, extra: number, bits: number];

function runsOf(lengths: Uint8Array): LengthRun[] {
  const runs: LengthRun[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at]!;
    let same = 1;
    while (at + same < lengths.length && lengths[at + same] === length) same++;
    if (length === 0 && same >= 3) {
      const count = Math.min(same, 138);
      runs.push(count <= 10 ? [17, count - 3, 3] : [18, count - 11, 7]);
      at += count;
    } else if (length > 0 && same >= 4) {
      const count = Math.min(same - 1, 6);
      runs.push([length, 0, 0], [16, count - 3, 2]);
      at += count + 1;
    } else {
      runs.push([length, 0, 0]);
      at++;
    }
  }
  return runs;
}
