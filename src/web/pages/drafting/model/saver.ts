import type { KeptText, WorkingText } from "../../../api/contract.d.ts";
import { isPassing, Problem } from "../../../api/problem.ts";
import type { DraftStore } from "./draft-store.ts";
import type { KeptDrafts } from "./kept-draft.ts";
import { type Conflict, merge, textOf } from "./merge.ts";

export type OpenConflict = Conflict & { language: string; id: string };

export type SaveStatus = {
  state: "saved" | "saving" | "kept" | "refused" | "conflict";
  /** Why the text is kept only on this device, if the service gave a reason. */
  error: unknown;
  conflicts: OpenConflict[];
  problems: Record<string, KeptText["problems"]>;
  /** Incremented by every save. */
  saves: number;
};

type Ways = {
  put: (
    language: string,
    text: { markdown: string; basedOn?: number },
    revision: number,
  ) => Promise<KeptText>;
  read: () => Promise<WorkingText[]>;
  kept: KeptDrafts;
  /** Debounce before saving; 900 if not given. */
  debounceMs?: number;
  /** Pause between retries; 3000 if not given. */
  retryMs?: number;
};

type Known = { revision: number; base: string; written: boolean };

/** Saves texts while they are written, each language separately, and merges what others have saved meanwhile. */
export class Saver {
  #known = new Map<string, Known>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #saving = new Set<string>();
  #listeners = new Set<() => void>();
  #status: SaveStatus = { state: "saved", error: null, conflicts: [], problems: {}, saves: 0 };
  readonly store: DraftStore;
  readonly #ways: Ways;

  constructor(store: DraftStore, texts: WorkingText[], ways: Ways) {
    this.store = store;
    this.#ways = ways;
    this.#learn(texts);
  }

  /** Starts saving. Returns a function that stops it. */
  start(): () => void {
    const stop = this.store.onWritten((language) => this.#soon(language));
    const touched = () => {
      if (this.#status.state === "saved") this.#tell({ state: "saving" });
    };
    this.store.touched.add(touched);
    return () => {
      this.keep();
      this.store.touched.delete(touched);
      stop();
      for (const timer of this.#timers.values()) clearTimeout(timer);
    };
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  status = () => this.#status;

  /** Stores unsaved text on this device, at once, for example when the page is closed. */
  keep(): void {
    this.store.flush();
    for (const language of this.store.languages) this.#keep(language);
  }

  /** Saves everything now. Resolves to false if something could not be saved. */
  async saveAll(): Promise<boolean> {
    this.store.flush();
    for (const language of this.store.languages) {
      while (this.#saving.has(language)) await new Promise((resolve) => setTimeout(resolve, 50));
      await this.#save(language);
    }
    return this.store.languages.every((language) => !this.#unsaved(language));
  }

  /** The languages edited since the last version, with their saved revisions. */
  written(): Record<string, number> {
    const all = [...this.#known].filter(([, { written }]) => written);
    return Object.fromEntries(all.map(([language, { revision }]) => [language, revision]));
  }

  /** Loads what others have saved, in languages without pending changes here. */
  async refresh(): Promise<void> {
    const texts = await this.#ways.read();
    for (const text of texts) {
      const { language, markdown, revision } = text;
      const known = this.#known.get(language);
      this.store.flush();
      const busy = this.#unsaved(language) || this.#saving.has(language);
      if (!known || busy || known.revision === revision) continue;
      this.#learn([text]);
      this.store.setText(language, markdown);
    }
  }

  /** Resolves a conflict with a person's choice. */
  resolve(conflict: OpenConflict, markdown: string | null): void {
    const { language, id } = conflict;
    const row = this.store.rows().find((one) => one.ids[language] === id);
    if (markdown !== null) this.store.write(language, id, markdown);
    else if (row) {
      const left = this.store.parts(language).filter((part) => part.id !== id);
      this.store.setText(language, left.map((part) => part.markdown).join(""));
    }
    this.#tell({ conflicts: this.#status.conflicts.filter((one) => one !== conflict) });
    this.#soon(language);
  }

  #learn(texts: WorkingText[]): void {
    for (const { language, markdown: base, revision, by } of texts) {
      this.#known.set(language, { revision, base, written: by !== null });
    }
  }

  #unsaved(language: string): boolean {
    return this.store.markdown(language) !== this.#known.get(language)?.base;
  }

  #keep(language: string): void {
    const { base = "", revision = 0 } = this.#known.get(language) ?? {};
    const markdown = this.store.markdown(language);
    const { kept } = this.#ways;
    if (markdown === base) kept.clear(language);
    else kept.write(language, { markdown, base, revision, at: new Date().toISOString() });
  }

  #soon(language: string, delayMs = this.#ways.debounceMs ?? 900): void {
    clearTimeout(this.#timers.get(language));
    this.#timers.set(
      language,
      setTimeout(() => this.#save(language), delayMs),
    );
    if (this.#status.state === "saved") this.#tell({ state: "saving" });
  }

  async #save(language: string): Promise<void> {
    const known = this.#known.get(language);
    if (!known || this.#saving.has(language)) return;
    if (this.#status.conflicts.some((one) => one.language === language))
      return this.#keep(language);
    const markdown = this.store.markdown(language);
    if (markdown === known.base) return this.#settle();
    this.#keep(language);
    this.#saving.add(language);
    this.#tell({ state: "saving" });
    try {
      const { revision, problems } = await this.#ways.put(language, { markdown }, known.revision);
      this.#known.set(language, { revision, base: markdown, written: true });
      this.#keep(language);
      this.#status = {
        ...this.#status,
        problems: { ...this.#status.problems, [language]: problems },
      };
      this.#tell({ saves: this.#status.saves + 1, error: null });
      this.#saving.delete(language);
      if (this.#unsaved(language)) this.#soon(language);
      else this.#settle();
    } catch (error) {
      this.#saving.delete(language);
      await this.#failed(language, error);
    }
  }

  async #failed(language: string, error: unknown): Promise<void> {
    // Rate limited, or the session ended and the person is asked to sign in again.
    const later = error instanceof Problem && (error.status === 429 || error.status === 401);
    if (isPassing(error) || later) {
      this.#tell({ state: "kept", error: null });
      return this.#soon(language, this.#ways.retryMs ?? 3000);
    }
    if (error instanceof Problem && error.code === "stale-version") {
      return this.#merge(language).catch((reason) => this.#failed(language, reason));
    }
    this.#tell({ state: "refused", error });
  }

  async #merge(language: string): Promise<void> {
    const theirs = (await this.#ways.read()).find((text) => text.language === language);
    const base = this.#known.get(language)?.base ?? "";
    if (!theirs) return;
    this.store.flush();
    const merged = merge(base, theirs.markdown, this.store.markdown(language));
    this.#learn([theirs]);
    this.store.setText(language, textOf(merged));
    const parts = this.store.parts(language);
    const conflicts = merged.flatMap(({ conflict }, at) =>
      conflict ? [{ ...conflict, language, id: parts[at]?.id ?? "" }] : [],
    );
    this.#keep(language);
    this.#tell({ conflicts: [...this.#status.conflicts, ...conflicts] });
    if (conflicts.length === 0) await this.#save(language);
    else this.#settle();
  }

  #settle(): void {
    const waits = this.store.languages.some((language) => this.#unsaved(language));
    const undecided = this.#status.conflicts.length > 0;
    this.#tell({ state: undecided ? "conflict" : waits ? this.#status.state : "saved" });
  }

  #tell(change: Partial<SaveStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener();
  }
}
