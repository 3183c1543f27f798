import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { identifiedWarnings, type ToldWarning, tellWarnings } from "#src/text/check-texts.ts";
import type { Profile } from "#src/text/checks/binding/profile.ts";
import type { Terms } from "#src/text/terms-in-words.ts";
import type { Agreement } from "../../../api/agreement.ts";
import type { CheckWarning } from "../../../api/contract.d.ts";
import { checksQuery } from "../../../checks/checks-query.ts";
import { sha256 } from "../../../pdf/digest.ts";
import { useDesk } from "../desk.tsx";
import type { DraftStore } from "../model/draft-store.ts";

type Keyed = ToldWarning & Pick<CheckWarning, "key" | "kind">;
/** A warning of the text being written. Only one that the saved version has too can be judged. */
export type LiveWarning = CheckWarning & { saved: boolean };

/**
 * The checks of `GET …/checks`, run on the text and the terms being written, debounced, in the reader's language, with
 * what the office has said of those that the saved version has too.
 */
export function useChecks(agreement: Agreement, reader: string): LiveWarning[] {
  const { draft, terms } = useDesk();
  const { store } = draft;
  const [warnings, setWarnings] = useState<Keyed[]>([]);
  const { warnings: kept = [], profiles } = useQuery(checksQuery(agreement.id)).data ?? {};
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const check = async () => {
      const found = await checked(agreement, store, terms.status().terms, { reader, profiles });
      if (found && !stopped) setWarnings(found);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(check, 1500);
    };
    check();
    const stops = [store.subscribe(soon), terms.subscribe(soon)];
    return () => {
      stopped = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [agreement, profiles, reader, store, terms]);
  return warnings.map((warning) => {
    const own = kept.find((one) => isSame(one, warning));
    const { open = true, verdicts = [] } = own ?? {};
    return { ...warning, open, verdicts, saved: own !== undefined };
  });
}

/** A difference between terms and words has a key of its own kind, and says the same only of the same words. */
function isSame(kept: CheckWarning, { kind, key, language, detail }: Keyed): boolean {
  if (kind === "warning") return kept.key === key;
  return kept.kind === kind && kept.language === language && kept.detail === detail;
}

/** Null while a text cannot be parsed into articles. The service reports the reason when it is saved. */
async function checked(
  agreement: Agreement,
  store: DraftStore,
  terms: Terms,
  { reader, profiles }: { reader: string; profiles: Profile[] | undefined },
): Promise<Keyed[] | null> {
  const { reference, title, layout, headings, words: given } = agreement;
  const prevailing = terms.prevailing ?? undefined;
  const { languages } = store;
  const texts = Object.fromEntries(languages.map((tag) => [tag, store.markdown(tag)]));
  const parties = agreement.parties.map(({ code, names }) => ({ code, name: names }));
  try {
    const source = { reference, title, languages, layout, given, headings, parties, texts };
    const whole = { ...source, ...(prevailing && { prevailing }) };
    const found = identifiedWarnings(whole, terms, profiles);
    const warnings = found.map(({ warning }) => warning);
    const keys = await Promise.all(found.map(({ identity }) => keyOf(identity)));
    return tellWarnings(warnings, reader).map((told, at) => ({
      ...told,
      key: keys[at] ?? "",
      kind: "difference" in (warnings[at]?.detail ?? {}) ? "difference" : "warning",
    }));
  } catch {
    return null;
  }
}

function keyOf(identity: string): Promise<string> {
  return sha256(new TextEncoder().encode(identity));
}
