/** Why an API key cannot take an act that needs a person, and what to do next. */
export const keyIsNoPerson =
  "An API key cannot take this act. Sign in, confirm that it is you, then do it there.";
