import type { Spot } from "../editor/spot.ts";

/** The part that is open for writing. `spot` is where the caret starts. */
export type OpenPart = { language: string; id: string; spot?: Spot | null };

export type Other = {
  person: string;
  names: Record<string, string>;
  language: string;
  article: number;
};

/** Where this person writes, and where the others are. Articles subscribe only to their own part of it. */
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

  /** Opens a part for writing, or closes it. */
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
