/** Statements that an attacker would try to run on a request's connection. */
export type Hostile = {
  aim: string;
  /** One statement; `$other` is another person's id, `$draft` and `$hidden` agreements that the asker does not see. */
  sql: string;
  /** What happens: a code of PostgreSQL (an error), how many rows, or "done", after which nothing more is seen. */
  gives: string | { people: string; public: string };
};

const denied = "42501";
const none = { people: "0 rows", public: denied };

const ofRole: Hostile[] = [
  // What follows such a statement is asked as the login, which has nothing.
  { aim: "leave the role", sql: "SET ROLE NONE", gives: "done" },
  { aim: "leave the role", sql: "RESET ROLE", gives: "done" },
  { aim: "leave the role", sql: "SELECT set_config('role', 'none', false)", gives: "done" },
  { aim: "leave the role", sql: "RESET ALL", gives: "done" },
  { aim: "leave the role", sql: "DISCARD ALL", gives: "done" },
  { aim: "be the owner", sql: "SET ROLE $owner", gives: denied },
  { aim: "be the owner", sql: "SELECT set_config('role', '$owner', false)", gives: denied },
  { aim: "be the owner", sql: "SET SESSION AUTHORIZATION $owner", gives: denied },
  { aim: "be the queue", sql: "SET ROLE depositary_queue", gives: denied },
  { aim: "be the queue", sql: "SELECT * FROM queue.job", gives: denied },
  { aim: "read everything", sql: "SET ROLE pg_read_all_data", gives: denied },
  { aim: "rise", sql: "ALTER ROLE depositary_serving SUPERUSER", gives: denied },
  { aim: "rise", sql: "ALTER ROLE depositary_api BYPASSRLS", gives: denied },
  { aim: "rise", sql: "GRANT $owner TO depositary_serving", gives: denied },
  { aim: "rise", sql: "GRANT ALL ON ALL TABLES IN SCHEMA public TO PUBLIC", gives: denied },
  { aim: "rise", sql: "CREATE ROLE evil SUPERUSER LOGIN", gives: denied },
  { aim: "stay", sql: "ALTER ROLE depositary_serving PASSWORD 'evil'", gives: denied },
  { aim: "stay", sql: "ALTER ROLE depositary_serving SET role = 'none'", gives: denied },
];

const ofPrincipal: Hostile[] = [
  ["roles", "service"],
  ["roles", "secretariat"],
  ["roles", "legal-officer"],
  ["party", "AE"],
  ["person", "$other"],
].flatMap(([name, value]) => [
  { aim: `ask as ${name} ${value}`, sql: `SET app.${name} = '${value}'`, gives: "done" },
  {
    aim: `ask as ${name} ${value}`,
    sql: `SELECT set_config('app.${name}', '${value}', false)`,
    gives: "done",
  },
]);

const ofKey: Hostile[] = [
  { aim: "read the key", sql: "SELECT * FROM identity.mac_keys", gives: denied },
  {
    aim: "set a key",
    sql: "INSERT INTO identity.mac_keys VALUES ('depositary_serving', '', '', now())",
    gives: denied,
  },
  {
    aim: "switch the check off",
    sql: "CREATE OR REPLACE FUNCTION identity.is_signed() RETURNS boolean LANGUAGE sql RETURN true",
    gives: denied,
  },
  {
    aim: "switch the check off",
    sql: "ALTER FUNCTION public.asks_for(text[]) SET search_path = pg_temp",
    gives: denied,
  },
  {
    aim: "sign with nothing",
    sql: "SELECT set_config('app.roles', 'service', false), set_config('app.mac', '', false)",
    gives: "done",
  },
];

const ofMachine: Hostile[] = [
  { aim: "run a program", sql: "COPY (SELECT 1) TO PROGRAM 'id'", gives: denied },
  { aim: "read a file", sql: "SELECT pg_read_file('postgres.json')", gives: denied },
  { aim: "read a file", sql: "SELECT pg_read_file('PG_VERSION')", gives: denied },
  { aim: "read a file", sql: "COPY public.people (email) FROM '/etc/passwd'", gives: denied },
  { aim: "list files", sql: "SELECT pg_ls_dir('.')", gives: denied },
  { aim: "write a file", sql: "COPY (SELECT 1) TO '/tmp/evil'", gives: denied },
  { aim: "import a file", sql: "SELECT lo_import('/etc/passwd')", gives: denied },
  { aim: "keep bytes", sql: "SELECT lo_create(0)", gives: denied },
  { aim: "keep bytes", sql: "SELECT lo_from_bytea(0, 'evil')", gives: denied },
  { aim: "read passwords", sql: "SELECT rolpassword FROM pg_authid", gives: denied },
  { aim: "load code", sql: "LOAD 'pg_trgm'", gives: denied },
  { aim: "load code", sql: "CREATE EXTENSION dblink", gives: denied },
  { aim: "run code", sql: "DO $$ BEGIN END $$", gives: denied },
  { aim: "change the server", sql: "ALTER SYSTEM SET log_statement = 'all'", gives: denied },
  { aim: "reload the server", sql: "SELECT pg_reload_conf()", gives: denied },
  {
    aim: "end others",
    sql: "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
    gives: denied,
  },
  { aim: "end others", sql: "SELECT pg_cancel_backend(pid) FROM pg_stat_activity", gives: denied },
  {
    aim: "see others' statements",
    sql: "SELECT query FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query NOT LIKE '<%' AND query <> ''",
    gives: "0 rows",
  },
  { aim: "stop the log", sql: "SELECT pg_advisory_lock(1)", gives: denied },
  { aim: "plant a statement", sql: "SELECT name FROM pg_prepared_statements", gives: denied },
  { aim: "wake the jobs", sql: "NOTIFY bullmq_evil", gives: "done" },
];

const ofSchema: Hostile[] = [
  { aim: "make a table", sql: "CREATE TABLE public.evil (n int)", gives: denied },
  { aim: "make a table", sql: "CREATE TEMP TABLE evil (n int)", gives: denied },
  { aim: "stand before a table", sql: "CREATE TEMP TABLE agreements (id uuid)", gives: denied },
  {
    aim: "stand before a function",
    sql: "CREATE FUNCTION pg_temp.asks_for(text[]) RETURNS boolean LANGUAGE sql RETURN true",
    gives: denied,
  },
  {
    aim: "stand before a function",
    sql: "CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql RETURN NULL",
    gives: denied,
  },
  { aim: "make a schema", sql: "CREATE SCHEMA evil", gives: denied },
  { aim: "change the path", sql: "SET search_path = pg_temp, public", gives: "done" },
  { aim: "switch triggers off", sql: "SET session_replication_role = replica", gives: denied },
  {
    aim: "switch triggers off",
    sql: "ALTER TABLE public.evidence DISABLE TRIGGER ALL",
    gives: denied,
  },
  { aim: "switch policies off", sql: "SET row_security = off", gives: "done" },
  {
    aim: "switch policies off",
    sql: "ALTER TABLE public.people DISABLE ROW LEVEL SECURITY",
    gives: denied,
  },
  { aim: "make a policy", sql: "CREATE POLICY evil ON public.people USING (true)", gives: denied },
  { aim: "drop a policy", sql: "DROP POLICY of_service ON public.people", gives: denied },
  { aim: "drop a table", sql: "DROP TABLE public.evidence", gives: denied },
  { aim: "empty a table", sql: "TRUNCATE public.signatures", gives: denied },
  { aim: "hide a migration", sql: "DELETE FROM public.kysely_migration", gives: denied },
  {
    aim: "make a trigger",
    sql: "CREATE TRIGGER evil BEFORE INSERT ON public.sessions EXECUTE FUNCTION public.refuse_change()",
    gives: denied,
  },
];

const ofRows: Hostile[] = [
  { aim: "give a role", sql: "UPDATE public.people SET roles = '{secretariat}'", gives: none },
  {
    aim: "take an address",
    sql: "UPDATE public.people SET email = 'me@evil.example' WHERE id = '$other'",
    gives: none,
  },
  {
    aim: "put a person in",
    sql: "INSERT INTO public.people (id, email, names, titles, language, roles, created_at) VALUES (gen_random_uuid(), 'e@evil.example', '{}', '{}', 'en', '{secretariat}', now())",
    gives: denied,
  },
  { aim: "read sessions", sql: "SELECT * FROM public.sessions", gives: none },
  {
    aim: "open a session",
    sql: "INSERT INTO public.sessions (digest, person, created_at, expires_at) VALUES ('d', '$other', now(), now() + interval '1 day')",
    gives: denied,
  },
  { aim: "end sessions", sql: "DELETE FROM public.sessions", gives: none },
  { aim: "read keys", sql: "SELECT * FROM public.api_keys", gives: none },
  {
    aim: "make a key",
    sql: "INSERT INTO public.api_keys (digest, person, label, created_at, expires_at) VALUES ('d', '$other', 'x', now(), now() + interval '1 day')",
    gives: denied,
  },
  { aim: "read codes", sql: "SELECT * FROM public.one_time_codes", gives: none },
  { aim: "read passkeys", sql: "SELECT * FROM public.passkeys", gives: none },
  {
    aim: "exchange a passkey",
    sql: "UPDATE public.passkeys SET public_key = 'mine'",
    gives: denied,
  },
  { aim: "read challenges", sql: "SELECT * FROM public.passkey_challenges", gives: none },
  { aim: "read recoveries", sql: "SELECT * FROM public.recoveries", gives: none },
  {
    aim: "approve a recovery",
    sql: "UPDATE public.recoveries SET approved_at = now()",
    gives: none,
  },
  { aim: "read the record of accounts", sql: "SELECT * FROM public.account_events", gives: none },
  {
    aim: "read what was answered",
    sql: "SELECT * FROM public.idempotency_keys WHERE person = '$other'",
    gives: none,
  },
  { aim: "read cursors' key", sql: "SELECT * FROM public.cursor_keys", gives: none },
  { aim: "read known devices", sql: "SELECT * FROM public.known_devices", gives: denied },
  {
    aim: "note a device",
    sql: "SELECT identity.note_device('$other', 'd', now()) AS noted",
    gives: { people: "1 rows", public: denied },
  },
  {
    aim: "write a letter",
    sql: "INSERT INTO public.outbox (number, effect, person, letter, created_at) VALUES (0, 'write-to-person', '$other', '{}', now())",
    gives: denied,
  },
  { aim: "read a draft", sql: "SELECT * FROM public.agreements WHERE id = '$draft'", gives: none },
  {
    aim: "read a draft's text",
    sql: "SELECT b.markdown FROM public.text_bodies b JOIN public.version_texts v USING (digest) WHERE v.agreement = '$draft'",
    gives: none,
  },
  {
    aim: "read another's agreement",
    sql: "SELECT * FROM public.agreements WHERE id = '$hidden'",
    gives: none,
  },
  {
    aim: "read another's evidence",
    sql: "SELECT * FROM public.evidence WHERE agreement = '$hidden'",
    gives: none,
  },
  {
    aim: "search another's text",
    sql: "SELECT * FROM public.find_words('memorandum') AS id WHERE id = '$hidden'",
    gives: none,
  },
  {
    aim: "list another's agreement",
    sql: `SELECT * FROM public.find_listed('{"all": true}') WHERE agreement = '$hidden'`,
    gives: none,
  },
  {
    aim: "search another's text by the lists' function",
    sql: `SELECT * FROM public.search_listed('{"all": true, "q": "memorandum"}') WHERE agreement = '$hidden'`,
    gives: none,
  },
  {
    aim: "read the facts of another's agreement",
    sql: "SELECT * FROM public.facts_of('{$hidden}')",
    gives: none,
  },
  {
    aim: "read a part of them",
    sql: "SELECT public.facts_of_text(a) FROM public.agreements a WHERE id = '$hidden'",
    gives: denied,
  },
  {
    aim: "read the facts of a draft",
    sql: "SELECT * FROM public.facts_of('{$draft}')",
    gives: none,
  },
  {
    aim: "read another's listing",
    sql: "SELECT * FROM public.listings WHERE agreement = '$hidden'",
    gives: none,
  },
  {
    aim: "read the words of another's text",
    sql: "SELECT * FROM public.listing_words WHERE agreement = '$hidden'",
    gives: none,
  },
  {
    aim: "search the words as their owner does",
    sql: `SELECT * FROM public.search_blocks('{"all": true, "q": "memorandum", "onlyPublished": true}', NULL)`,
    gives: denied,
  },
  {
    aim: "read how many agreements another party has",
    sql: "SELECT party FROM public.stage_counts UNION ALL SELECT party FROM public.stage_changes",
    gives: none,
  },
  {
    aim: "join another's agreement by its column",
    sql: "UPDATE public.agreements SET party_codes = '{KZ,AE,US}' WHERE id = '$hidden'",
    gives: none,
  },
  {
    aim: "decide another's agreement",
    sql: "UPDATE public.agreements SET stage_name = 'publish' WHERE id = '$hidden'",
    gives: none,
  },
  {
    aim: "change evidence",
    sql: "UPDATE public.evidence SET hash = repeat('0', 64)",
    gives: { people: "23000|0 rows", public: denied },
  },
  { aim: "delete evidence", sql: "DELETE FROM public.evidence", gives: denied },
  {
    aim: "write in an account's chain",
    sql: "INSERT INTO public.account_entries (account, seq, at, event, detail, previous, hash) VALUES ('$other', 999, now(), 'passkeys-found', '{}', 'x', 'y')",
    gives: denied,
  },
  {
    aim: "forge a checkpoint",
    sql: "INSERT INTO public.log_checkpoints DEFAULT VALUES",
    gives: denied,
  },
];

export const hostile: Hostile[] = [
  ...ofRole,
  ...ofPrincipal,
  ...ofKey,
  ...ofMachine,
  ...ofSchema,
  ...ofRows,
];
