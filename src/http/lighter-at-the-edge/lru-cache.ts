type Options<Key, Value> = {
  /** In the units of `sizeCalculation`. */
  maxSize: number;
  maxEntrySize: number;
  sizeCalculation(value: Value, key: Key): number;
};

/**
 * The Worker's `lru-cache` (`alias` in wrangler.toml): the part that we use, in a fiftieth of the code. A map keeps the
 * order in which keys were last used.
 */
export class LRUCache<Key, Value> {
  readonly #kept = new Map<Key, { value: Value; size: number }>();
  readonly #options: Options<Key, Value>;
  #size = 0;

  constructor(options: Options<Key, Value>) {
    this.#options = options;
  }

  get(key: Key): Value | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  set(key: Key, value: Value): this {
    const size = this.#options.sizeCalculation(value, key);
    this.#drop(key);
    if (size > this.#options.maxEntrySize) return this;
    this.#kept.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#options.maxSize) break;
      this.#drop(oldest);
    }
    return this;
  }

  #drop(key: Key): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
