import { BaseSequencer, type TestSpecification } from "vitest/node";
import { longest } from "./longest-files.ts";

/** Starts the longest files first, then the rest as Vitest would: by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const secondsOf = ({ moduleId }: TestSpecification) =>
      longest[moduleId.slice(moduleId.lastIndexOf("/tests/") + "/tests/".length)] ?? 0;
    return sorted.sort((a, b) => secondsOf(b) - secondsOf(a));
  }
}
