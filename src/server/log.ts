/** What happens to the server, one line an event: for a machine as JSON, for a terminal to be read. Names nobody, and quotes nobody. */
import { pino, stdTimeFunctions } from "pino";

export const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type Level = (typeof LEVELS)[number];

/** Numbers and words of ours: never a name, a message or a secret, and the ids of people at `debug` only. What is undefined is left out. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>> &
  Readonly<Partial<Record<"level" | "time" | "msg" | "more", undefined>>>;

/**
 * `event` is a short phrase that stands in the code: what varies is among the facts, so that there are as many kinds of events as the
 * code has. Of each kind one line a second is written; the next one after that says under `more` how many were left out.
 */
export interface Log {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

export interface LogOptions {
  /** The lowest level that is written; where it is not chosen, a terminal is left to the banner with its code. */
  readonly level: Level | undefined;
  /** Whether somebody reads along. */
  readonly terminal: boolean;
  /** Gets a line with its end; synchronous where lines must not be lost when the process ends. */
  write(line: string): void;
  /** Milliseconds of a clock that never goes back. */
  now?(): number;
}

/** Whatever the network does, it cannot make one kind of event write more often than this, in milliseconds. */
const EVERY = 1_000;

export function createLog({ level, terminal, write, now = () => performance.now() }: LogOptions): Log {
  const logger = pino(
    {
      level: level ?? (terminal ? "warn" : "info"),
      // Neither process nor host: whoever collects lines of several knows better.
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: terminal ? (line) => write(readable(line)) : write },
  );
  const kinds = new Map<string, { until: number; more: number }>();

  const say =
    (at: "debug" | "info" | "warn" | "error") =>
    (event: string, facts: Facts = {}) => {
      if (!logger.isLevelEnabled(at)) return;
      const kind = kinds.get(event);
      const time = now();
      if (kind && time < kind.until) return void kind.more++;
      kinds.set(event, { until: time + EVERY, more: 0 });
      logger[at](kind && kind.more > 0 ? { ...facts, more: kind.more } : facts, event);
    };
  return { debug: say("debug"), info: say("info"), warn: say("warn"), error: say("error") };
}

/** Of an error what tells where it comes from, and nothing of what it says: V8 quotes in it what it could not read. */
export function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = codeOf(error) ?? codeOf(error.cause);
  // The message stands before the frames.
  const frames = error.stack?.replace(error.message, "").match(/^ +at .*:\d+\)?$/gmu) ?? [];
  const at = frames
    .slice(0, 5)
    .map((frame) => frame.trim())
    .join(", ");
  return { error: error.name, ...(code !== undefined && { code }), ...(at && { at }) };
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}

/** A line for people: "05:22:36 warn  a connection was cut (code: 1006, more: 12)", in the time of this computer. */
function readable(json: string): string {
  const { level, time, msg, ...facts } = JSON.parse(json) as Record<string, string | number | boolean>;
  const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  const clock = new Date(String(time)).toTimeString().slice(0, 8);
  const text = `${clock} ${String(level).padEnd(5)} ${msg}${told.length > 0 ? ` (${told.join(", ")})` : ""}`;
  // Nothing that has come from outside may move the cursor.
  return `${text.replace(/\p{C}/gu, "\uFFFD")}\n`;
}
