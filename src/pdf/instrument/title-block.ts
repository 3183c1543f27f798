import { isolate } from "#src/text/isolate.ts";
import { partyName } from "#src/text/party-name.ts";
import type { Source } from "#src/text/source.ts";
import type { Block } from "../typeset/flow.ts";
import type { Style } from "../typeset/fonts.ts";
import type { Cursor } from "../typeset/frame.ts";
import { drawArtifact, type Galley } from "../typeset/galley.ts";
import { number } from "../typeset/paint.ts";
import { element, type StructureElement } from "../typeset/structure.ts";
import { type Column, set, size, textWidth } from "./page-design.ts";

/** Room for an emblem, the title, a rule, and the names of the parties in their order. */
export function titleBlock(
  galley: Galley,
  source: Source,
  title: string,
  language: string,
  parent: StructureElement,
  column: Column,
  placed: (cursor: Cursor) => void,
): Block[] {
  const place = `${language}, title`;
  const centred = (
    type: string,
    text: string,
    points: number,
    style: Style,
    before: number,
  ): Block => ({
    kind: "text",
    paragraph: set(galley, language, [{ text }], place, {
      align: "center",
      size: points,
      style,
      width: column.width,
    }),
    owner: element(type, parent),
    x: 0,
    before,
    keepNext: true,
  });
  const heading = centred("H1", title, titleSize(column), "bold", 0);
  if (heading.kind === "text") heading.placed = placed;
  const forms = galley.forms(language);
  const names = source.parties.map((party) => isolate(partyName(party, language), language));
  if (names.length < 2) return [emblemRoom, heading, rule(galley, column)];
  if (names.length > longestList) {
    const all = centred("P", names.join(" · "), size.body, "bold", 10);
    return [emblemRoom, heading, rule(galley, column), all, rule(galley, column)];
  }
  const lines: Block[] = [];
  if (forms.between) lines.push(centred("P", forms.between, size.body, "italic", 10));
  for (const [index, name] of names.entries()) {
    const last = index === names.length - 1 && index > 0;
    if (last && forms.and) lines.push(centred("P", forms.and, size.body, "italic", 3));
    lines.push(centred("P", name, size.party, "bold", 3));
  }
  return [emblemRoom, heading, rule(galley, column), ...lines, rule(galley, column)];
}

const longestList = 8;

/** A smaller title for a column. */
function titleSize({ width }: Column): number {
  return width < textWidth / 2 ? size.title - 4 : size.title;
}

/** Reserved at the head of each text for the emblem of the depositary or of the parties. */
const emblemRoom: Block = { kind: "whole", height: 64, before: 0, keepNext: true, draw: () => {} };

function rule(galley: Galley, { left, width }: Column): Block {
  return {
    kind: "whole",
    height: 8,
    before: 8,
    keepNext: true,
    draw: ({ sheet, y }) => {
      const middle = left + width / 2;
      const line = `${number(middle - 34)} ${number(y)} m ${number(middle + 34)} ${number(y)} l S`;
      drawArtifact(galley, sheet, `q 0.35 G 0.75 w ${line} Q\n`);
    },
  };
}
