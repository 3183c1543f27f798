import { basisWords } from "#src/text/relation-words.ts";
import { type ActType, actTypes, rowOf } from "#workflows/acts.ts";
import { agreementMachine } from "#workflows/agreement.ts";
import { basisOfCondition } from "#workflows/basis.ts";
import { type ConditionName, conditions } from "#workflows/conditions.ts";
import { draw } from "#workflows/draw.ts";
import { type AgreementLetter, agreementLetterNames, rowOfLetter } from "#workflows/letters.ts";
import { participationMachine } from "#workflows/participation.ts";

/** docs/lifecycle.md: diagrams of both machines, every act and every letter about an agreement. */
export function lifecyclePage(): string {
  return `# The lifecycle of an agreement

\`npm run lifecycle:draw\` makes this page from \`workflows/\`; a test compares them. Acts that keep their stage
stand inside it. What each act requires is named in \`workflows/conditions/\`, and listed below with its basis.

## The agreement

\`\`\`mermaid
${draw(agreementMachine)}\`\`\`

## One party

Each party has a machine of its own beside the agreement's. A return to negotiation voids what it did to the
earlier text; its verified authority stays.

\`\`\`mermaid
${draw(participationMachine)}\`\`\`

## Every act

Who may take an act, by which resource of an agreement (\`POST /agreements/{id}/…\`), and what else it needs: a
verification within the last five minutes, a second person, a document. A representative acts only for their own party.

${table([["act", "taken by", "resource", "needs"], ["---", "---", "---", "---"], ...actTypes.map(cellsOf)])}

## Every condition and its basis

A convention binds only its parties, and only for later treaties (VCLT article 4); for others the depositary follows it as custom
or practice. The API and the app say the basis beside each condition that fails.

${table([["condition", "basis"], ["---", "---"], ...conditionNames.map(basisRow)])}

## Every letter about an agreement

The effects that order a letter, and who receives it. The machines name an act's effect beside the act.

${table([["effect", "letter", "to"], ["---", "---", "---"], ...agreementLetterNames.flatMap(letterRows)])}
`;
}

const conditionNames = Object.keys(conditions) as ConditionName[];

function basisRow(name: ConditionName): string[] {
  return [`\`${name}\``, basisWords(basisOfCondition(name, null), "en")];
}

function letterRows(name: AgreementLetter): string[][] {
  const { to, orderedBy } = rowOfLetter(name);
  const groups = to.map((group) => group.replaceAll("-", " ")).join(", ");
  return orderedBy.map((effect) => [`\`${effect}\``, `\`${name}\``, groups]);
}

function cellsOf(act: ActType): string[] {
  const { by, resource } = rowOf(act);
  return [`\`${act}\``, by.join(", "), resource ? `\`${resource}\`` : "–", needsOf(act) || "–"];
}

function needsOf(act: ActType): string {
  const { fresh, second, document } = rowOf(act).needs;
  const ifEarly = {
    always: "",
    "dates-back": " for a day long past",
    "other-dates": " for other dates than those derived",
  };
  return [
    fresh ? ["verification"] : [],
    second ? [`second ${second.of.join(" or ")}${ifEarly[second.when]}`] : [],
    document ? [`document${ifEarly[document]}`] : [],
  ]
    .flat()
    .join(", ");
}

/** Pads the cells, as the formatter does. */
function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? "")].length)),
  );
  const cell = (words: string, column: number) =>
    words === "---"
      ? "-".repeat(widths?.[column] ?? 3)
      : words + " ".repeat((widths?.[column] ?? 0) - [...words].length);
  return rows.map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
}
