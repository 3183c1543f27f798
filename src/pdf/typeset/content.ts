/** A content stream under construction: its operators as bytes, which grow as needed. */
export class Content {
  bytes: Uint8Array;
  length = 0;

  constructor(room = 4096) {
    this.bytes = new Uint8Array(room);
  }

  /** Characters up to U+00FF, one byte each. */
  add(text: string): void {
    const { length } = text;
    if (this.length + length > this.bytes.length) this.makeRoom(length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < length; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** A number with at most two decimals, without trailing zeros: points to a seven-thousandth of a millimetre. */
  number(value: number): void {
    this.#decimal(Math.round(value * 100), 2);
  }

  /** A number given in tenths. */
  tenths(value: number): void {
    this.#decimal(value, 1);
  }

  taken(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  makeRoom(more: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  #decimal(scaled: number, decimals: 1 | 2): void {
    if (this.length + 24 > this.bytes.length) this.makeRoom(24);
    const unit = decimals === 2 ? 100 : 10;
    const size = Math.abs(scaled);
    if (scaled < 0) this.bytes[this.length++] = minus;
    const whole = Math.floor(size / unit);
    this.#digits(whole);
    const rest = size - whole * unit;
    if (rest === 0) return;
    this.bytes[this.length++] = point;
    if (decimals === 1) this.bytes[this.length++] = zero + rest;
    else {
      const tenths = Math.floor(rest / 10);
      this.bytes[this.length++] = zero + tenths;
      if (rest % 10 !== 0) this.bytes[this.length++] = zero + (rest % 10);
    }
  }

  #digits(value: number): void {
    if (value >= 10) this.#digits(Math.floor(value / 10));
    this.bytes[this.length++] = zero + (value % 10);
  }
}

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
