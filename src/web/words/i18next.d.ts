import "i18next";
import type account from "./en/account.json";
import type actions from "./en/actions.json";
import type acts from "./en/acts.json";
import type agreement from "./en/agreement.json";
import type agreements from "./en/agreements.json";
import type archive from "./en/archive.json";
import type ceremonies from "./en/ceremonies.json";
import type comments from "./en/comments.json";
import type corrections from "./en/corrections.json";
import type desk from "./en/desk.json";
import type drafting from "./en/drafting.json";
import type goals from "./en/goals.json";
import type home from "./en/home.json";
import type letters from "./en/letters.json";
import type newAgreement from "./en/new-agreement.json";
import type notifications from "./en/notifications.json";
import type procedure from "./en/procedure.json";
import type record from "./en/record.json";
import type register from "./en/register.json";
import type registration from "./en/registration.json";
import type representative from "./en/representative.json";
import type reservations from "./en/reservations.json";
import type review from "./en/review.json";
import type secretariat from "./en/secretariat.json";
import type shell from "./en/shell.json";
import type signIn from "./en/sign-in.json";
import type signing from "./en/signing.json";
import type statements from "./en/statements.json";
import type terms from "./en/terms.json";
import type verify from "./en/verify.json";

/** Types every key by the English catalogue, so that a missing key does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: {
      account: typeof account;
      actions: typeof actions;
      acts: typeof acts;
      agreement: typeof agreement;
      agreements: typeof agreements;
      archive: typeof archive;
      ceremonies: typeof ceremonies;
      comments: typeof comments;
      corrections: typeof corrections;
      desk: typeof desk;
      drafting: typeof drafting;
      goals: typeof goals;
      home: typeof home;
      letters: typeof letters;
      "new-agreement": typeof newAgreement;
      procedure: typeof procedure;
      record: typeof record;
      representative: typeof representative;
      register: typeof register;
      notifications: typeof notifications;
      registration: typeof registration;
      reservations: typeof reservations;
      review: typeof review;
      secretariat: typeof secretariat;
      shell: typeof shell;
      "sign-in": typeof signIn;
      signing: typeof signing;
      statements: typeof statements;
      terms: typeof terms;
      verify: typeof verify;
    };
  }
}
