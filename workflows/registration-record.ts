/** What was sent to the Secretariat of the United Nations, and what was registered; action 0 is the treaty itself. */
export type Registration = {
  submitted: number[];
  registered: number[];
  /** Entries of the evidence since the first submission that change parties, terms, scope or application. */
  later: number[];
  /** Parties that belong to the United Nations system. */
  unSystem: string[];
  /** Of the parties, and the States behind them: what the office says about membership of the United Nations. */
  unMembers: Record<string, boolean>;
};

export const noRegistration: Registration = {
  submitted: [],
  registered: [],
  later: [],
  unSystem: [],
  unMembers: {},
};
