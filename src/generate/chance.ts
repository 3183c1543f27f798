import { hash } from "node:crypto";

/** Numbers that look random and are the same for the same seed: sha-256 of the seed and a counter. */
export type Chance = {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** An integer from 0 to `count` - 1. */
  below(count: number): number;
  pick<T>(from: readonly T[]): T;
  /** An index, more often one with a larger weight. */
  weighted(weights: readonly number[]): number;
};

/** A stream of numbers of its own for each seed. */
export function chanceOf(seed: string): Chance {
  let counter = 0;
  let block = Buffer.alloc(0);
  let at = 0;
  const next = () => {
    if (at >= block.length) {
      block = hash("sha256", `${seed}\n${counter++}`, "buffer");
      at = 0;
    }
    const value = block.readUInt32BE(at);
    at += 4;
    return value / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)]!,
    weighted: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        rest -= weight;
        if (rest < 0) return index;
      }
      return weights.length - 1;
    },
  };
}

/** A UUID in the form of a random one (version 4), the same for the same seed. */
export function uuidOf(seed: string): string {
  const hex = hash("sha256", seed);
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
