/** What a goal speaks of: a figure of the row itself, or its ratio to the table's reference. */
export type Goal = {
  of: "median" | "p95" | "p99" | "slowest" | "ratio";
  least?: number;
  most?: number;
};

export type Judged = Goal & { measured: number; met: boolean };

/** One row of a table: a set of samples, summed up. All figures but `n` and the ratios are in the table's unit. */
export type Row = {
  what: string;
  n: number;
  median: number;
  low: number;
  high: number;
  p95: number;
  p99: number;
  /** This row's figure divided by the reference's; round by round if both have as many samples. */
  ratio: { median: number; low: number; high: number } | null;
  goals: Judged[];
  /** What a person could do to make it slow, if the row measures such a thing. */
  badInput?: string;
  /** What else is known of the row, by column. */
  also: Record<string, string | number>;
};

export type Table = {
  title: string;
  unit: string;
  better: "less" | "more";
  /** The row that ratios refer to; null if there is none. */
  reference: string | null;
  rows: Row[];
};

/** The 1-minute load before and after, and how many cores other programs used meanwhile; null if not known. */
export type Load = { before: number; after: number; others: number | null };

export type SuiteResult = {
  tables: Table[];
  notes: string[];
  load: Load;
  /** How long the suite worked, without waiting for its turn on the machine. */
  seconds: number;
};

export type Samples = {
  what: string;
  samples: number[];
  goals?: Goal[] | undefined;
  badInput?: string;
  also?: Record<string, string | number>;
};

/** Sums up samples, and judges the goals. Throws if a row has no samples or the reference is none of the rows. */
export function tableOf({ rows, ...head }: Omit<Table, "rows"> & { rows: Samples[] }): Table {
  const reference = rows.find(({ what }) => what === head.reference);
  if (head.reference !== null && !reference) {
    throw new Error(`"${head.title}" has no row "${head.reference}".`);
  }
  return { ...head, rows: rows.map((row) => rowOf(row, reference ?? null)) };
}

function rowOf(given: Samples, reference: Samples | null): Row {
  const { what, samples, goals = [], also = {}, badInput } = given;
  if (samples.length === 0 || samples.some((one) => !Number.isFinite(one))) {
    throw new Error(`"${what}" has no samples, or one that is no number.`);
  }
  const own = {
    median: quantile(samples, 0.5),
    low: Math.min(...samples),
    high: Math.max(...samples),
    p95: quantile(samples, 0.95),
    p99: quantile(samples, 0.99),
  };
  const ratio = reference && reference.what !== what ? ratioOf(samples, reference.samples) : null;
  return {
    what,
    n: samples.length,
    ...own,
    ratio,
    goals: goals.map((goal) => judge(goal, own, ratio?.median ?? null)),
    ...(badInput !== undefined && { badInput }),
    also,
  };
}

function judge(
  goal: Goal,
  own: Record<"median" | "p95" | "p99" | "high", number>,
  ratio: number | null,
) {
  const measured = goal.of === "ratio" ? ratio : own[goal.of === "slowest" ? "high" : goal.of];
  if (measured === null) throw new Error("A goal speaks of a ratio to nothing.");
  const met = measured >= (goal.least ?? -Infinity) && measured <= (goal.most ?? Infinity);
  return { ...goal, measured, met };
}

/** The sample below which `share` of all are; the nearest one, none is made up except the middle of two. */
export function quantile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (share === 0.5 && Number.isInteger(half))
    return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Turn by turn if both were measured in the same turns: what slows a whole turn down then cancels. Else median by median. */
export function ratioOf(samples: number[], reference: number[]): NonNullable<Row["ratio"]> {
  if (samples.length !== reference.length) {
    const median = quantile(samples, 0.5) / quantile(reference, 0.5);
    return { median, low: median, high: median };
  }
  const all = samples.map((one, turn) => one / (reference[turn] ?? Number.NaN));
  return { median: quantile(all, 0.5), low: Math.min(...all), high: Math.max(...all) };
}

/** Three significant digits: more would be noise. */
export function rounded(value: number): number {
  if (Math.abs(value) >= 1000) return Math.round(value);
  return Number(value.toPrecision(3));
}
