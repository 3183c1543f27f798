import type { Spot } from "../editor/spot.ts";

/** A part that is written; `spot` is where in it the caret begins. */
export type OpenPart = { language: string; id: string; spot?: Spot | null };

export type Other = {
  person: string;
  names: Record<string, string>;
  language: string;
  article: number;
};

/** Where one writes, and where the others are; who shows an article looks only at what is there. */
export class WritingPlace {
  #open: OpenPart | null = null;
  #others: Other[] = [];
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  open = () => this.#open;

  isOpen = (language: string, id: string | undefined) =>
    this.#open !== null && this.#open.language === language && this.#open.id === id;

  /** Opens a part for writing, or none. */
  enter(part: OpenPart | null): void {
    this.#open = part;
    this.#tell();
  }

  others = () => this.#others;

  seen(others: Other[]): void {
    if (JSON.stringify(others) === JSON.stringify(this.#others)) return;
    this.#others = others;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
