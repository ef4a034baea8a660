/** What people do and see who write to each other. */
import type { Locator } from "playwright-core";
import type { Person } from "./person.ts";
import { until } from "./wait.ts";

export const conversation = (person: Person, name: string): Locator =>
  person.page.getByRole("region", { name: `Conversation with ${name}` });

/** The one conversation that is on the screen, also in a call. */
export const log = (person: Person): Locator => person.page.getByRole("log", { name: "Chat" });

export const field = (person: Person): Locator => person.page.getByRole("textbox", { name: "Message" });

/** Open the conversation from the directory; so many lines in it have not been seen. */
export async function open(person: Person, name: string, unread = 0): Promise<void> {
  await person.button(unread === 0 ? `Write to ${name}` : `Write to ${name}, ${unread} unread`).click();
  await conversation(person, name).waitFor();
}

export async function close(person: Person, name: string): Promise<void> {
  await conversation(person, name).getByRole("button", { name: "Back", exact: true }).click();
  await conversation(person, name).waitFor({ state: "detached" });
}

export async function write(person: Person, text: string): Promise<void> {
  await field(person).fill(text);
  await person.button("Send").click();
}

/** Wait until the log reads so, as a screen reader says it, on one line. */
export function reads(person: Person, expected: RegExp): Promise<string> {
  return until(
    `${expected} in the log of ${person.name}`,
    async () => (await log(person).ariaSnapshot()).replace(/\s+/gu, " "),
    (seen) => expected.test(seen),
  );
}

export const title = (person: Person, expected: string): Promise<string> =>
  until(
    `the title ${expected} at ${person.name}`,
    () => person.page.title(),
    (seen) => seen === expected,
  );
