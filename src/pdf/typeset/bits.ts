/** Bits from the lowest up, in bytes that grow as needed. Holds fewer than 16 between two calls. */
export class Bits {
  bytes: Uint8Array;
  at = 0;
  held = 0;
  count = 0;

  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  /** Starts again with the same memory. */
  clear(): void {
    this.at = 0;
    this.held = 0;
    this.count = 0;
  }

  /** At most 16 bits. */
  write(value: number, count: number): void {
    this.makeRoom(4);
    this.held |= value << this.count;
    this.count += count;
    while (this.count >= 8) {
      this.bytes[this.at++] = this.held;
      this.held >>>= 8;
      this.count -= 8;
    }
  }

  align(): void {
    if (this.count > 0) this.write(0, 8 - this.count);
  }

  makeRoom(more: number): void {
    if (this.at + more + 4 <= this.bytes.length) return;
    const larger = new Uint8Array(this.bytes.length * 2 + more);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  taken(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }
}
