import { Mark, Text } from "@mantine/core";
import { Fragment } from "react";
import type { Found } from "../api/contract.d.ts";
import { directionOf } from "../words/words.ts";

/** An excerpt of a text with the search hits marked. */
export function Excerpt({ language, excerpt, hits }: Found) {
  let at = 0;
  return (
    <Text size="sm" lang={language} dir={directionOf(language)}>
      {hits.map(({ start, end }) => {
        const before = excerpt.slice(at, start);
        at = end;
        return (
          <Fragment key={start}>
            {before}
            <Mark>{excerpt.slice(start, end)}</Mark>
          </Fragment>
        );
      })}
      {excerpt.slice(at)}
    </Text>
  );
}
