import { Box, Grid, SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { partiesQuery } from "../../../api/parties.ts";
import { Problem } from "../../../api/problem.ts";
import { AroundText } from "../../../text/around-text.tsx";
import { useFormat } from "../../../words/format.ts";
import { useFaultWords } from "../given/use-fault-words.ts";
import { shownWords } from "../given/words.ts";
import { asRequest, type DraftDescription, type Template } from "./description.ts";
import { NewForm } from "./new-form.tsx";
import { previewQuery } from "./queries.ts";
import { TextPreview } from "./text-preview.tsx";
import { useCreate } from "./use-create.ts";

type Props = {
  template: Template;
  given: DraftDescription;
  set: (next: DraftDescription) => void;
  clear: () => void;
};

/** The form with a preview of the text: side by side, or behind a switch on a phone. */
export function Describe({ template, given, set, clear }: Props) {
  const { t } = useTranslation("new-agreement");
  const { party } = useFormat();
  const faultWords = useFaultWords();
  const [shown, setShown] = useState("form");
  const [tried, setTried] = useState(false);
  const wanted = asRequest(template, given);
  const [settled] = useDebouncedValue(wanted, 350);
  const preview = useQuery(previewQuery(settled));
  const known = useQuery(partiesQuery).data ?? [];
  const create = useCreate(clear);
  const queries = useQueryClient();
  const check = useMutation({
    mutationFn: () => queries.fetchQuery(previewQuery(wanted)),
    onSuccess: ({ problems }) => {
      const titled = wanted.languages.every((language) => wanted.title?.[language]);
      setTried(true);
      if (problems.length === 0 && titled && wanted.languages.length > 0) create.mutate(wanted);
      else setTimeout(focusFirstError, 50);
    },
  });
  const problems = preview.data?.problems ?? [];
  const words = useMemo(() => shownWords(given.words ?? {}), [given.words]);
  const around = { words, headings: preview.data?.headings };
  const refused = create.error instanceof Problem ? (create.error.body.errors ?? []) : [];

  /** The error of a field: at once if it was filled in, otherwise only after an attempt to create. */
  function errorOf(pointer: string): string | undefined {
    const [, group = "", name = ""] = pointer.split("/");
    const value = group === "variables" ? given.variables[name] : undefined;
    const filled = (value !== undefined && value !== "") || isWritten(given, pointer);
    if (group === "title" && tried && !given.title[name]?.trim()) return t("missing");
    if (group === "languages" && tried && given.languages.length === 0) return t("missing");
    const found =
      refused.find((one) => isAt(one.pointer, pointer)) ??
      (tried || filled ? problems.find((one) => isAt(one.pointer, pointer)) : undefined);
    if (!found) return undefined;
    return faultWords(found.detail);
  }

  const form = (
    <NewForm
      template={template}
      given={given}
      change={(change) => set({ ...given, ...change })}
      parties={known.map(({ code, names }) => ({ value: code, label: party(code, names) }))}
      errorOf={errorOf}
      error={check.error ?? create.error}
      busy={check.isPending || create.isPending}
      create={() => check.mutate()}
    />
  );
  return (
    <>
      <SegmentedControl
        hiddenFrom="md"
        fullWidth
        aria-label={t("shown")}
        value={shown}
        onChange={setShown}
        data={[
          { value: "form", label: t("form") },
          { value: "preview", label: t("preview") },
        ]}
      />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 5 }} visibleFrom={shown === "form" ? undefined : "md"}>
          {form}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }} visibleFrom={shown === "preview" ? undefined : "md"}>
          <Box
            pos={{ md: "sticky" }}
            top={72}
            mah={{ md: "calc(100vh - 88px)" }}
            style={scrolls}
            tabIndex={0}
          >
            <AroundText of={around}>
              <TextPreview
                texts={preview.data?.texts ?? {}}
                languages={given.languages}
                fetching={preview.isFetching}
                error={preview.error}
              />
            </AroundText>
          </Box>
        </Grid.Col>
      </Grid>
    </>
  );
}

const scrolls = { overflowY: "auto" } as const;

/** Whether a fault is at a place or, as with the two marks of a list, below it. */
function isAt(fault: string | undefined, pointer: string): boolean {
  return (
    fault === pointer || (pointer.endsWith("/list") && fault?.startsWith(`${pointer}/`) === true)
  );
}

/** Whether the words at a pointer have been written; a language is always. */
function isWritten({ words }: DraftDescription, pointer: string): boolean {
  const [, group = "", tag = "", field = "", of = ""] = pointer.split("/");
  if (group === "languages") return tag !== "";
  if (group !== "words") return false;
  const said: unknown = words?.[tag]?.[(field === "list" ? "joined" : field) as "name"];
  const own = typeof said === "object" ? (said as Record<string, string>)[of] : said;
  return own !== undefined && own !== "";
}

/** Focuses the first field with an error. */
function focusFirstError() {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
