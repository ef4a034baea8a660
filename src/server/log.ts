/** What happens to the server, for whoever runs it. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}
