/** What a file of the lab needs: a server on one host, phones on others, and how they talk to each other. */
import { afterAll, beforeAll, expect } from "vitest";
import { framesGoOn } from "../e2e/person.ts";
import { Server } from "../e2e/server.ts";
import { paced, WORK } from "../e2e/wait.ts";
import { type Host, Network } from "./network.ts";
import { Phone } from "./phone.ts";

/** From a path's return to media, in milliseconds. */
const BACK_WITHIN = paced(3_000);

/** What there is once the tests run. */
export interface Stage {
  readonly server: Server;
  /** What the server runs on. */
  readonly laptop: Host;
}

export interface Lab {
  readonly stage: Stage;
  /** A phone on a host of its own, whose owner has joined. */
  phone(name: string): Promise<Phone>;
}

/** `settings` are variables of the server's environment. */
export function lab(settings?: Readonly<Record<string, string>>): Lab {
  const phones: Phone[] = [];
  let network: Network;
  let server: Server;
  let laptop: Host;
  beforeAll(async () => {
    network = new Network();
    laptop = network.host("server");
    server = new Server(laptop, settings);
    await server.start();
  });
  afterAll(async () => {
    await Promise.all(phones.map((phone) => phone.close()));
    await server.dispose();
    network.dispose();
  });
  return {
    stage: {
      get server() {
        return server;
      },
      get laptop() {
        return laptop;
      },
    },
    async phone(name) {
      const phone = new Phone(network.host(name));
      phones.push(phone);
      return phone.join(server);
    },
  };
}

/** Call, accept, and wait for media on both sides. */
export async function connect(caller: Phone, callee: Phone): Promise<void> {
  await ring(caller, callee);
  await callee.person.button("Accept").click();
  await inCall(caller, callee);
}

/** Call, and wait for the ring. */
export async function ring(caller: Phone, callee: Phone): Promise<void> {
  await caller.person.call(callee.name);
  await callee.person.prompt(caller.name).waitFor();
}

/** Both are in this call, and get media. */
export async function inCall(...both: [Phone, Phone]): Promise<void> {
  const [one, two] = both;
  await one.person.inCallWith(two.name).waitFor();
  await two.person.inCallWith(one.name).waitFor();
  await Promise.all(both.map((phone) => framesGoOn(phone.person)));
}

/** One hangs up, and both read so. */
export async function hangUp(one: Phone, other: Phone): Promise<void> {
  await one.person.button("Hang up").click();
  await other.person.status(`${one.name} hung up`).waitFor();
  await one.person.status("You hung up").waitFor();
}

/** One reads that the connection to the other was lost. */
export async function readsLost(one: Phone, other: Phone): Promise<void> {
  await one.person.status(`The connection to ${other.name} was lost`).waitFor({ timeout: WORK });
}

/** The path is back since this moment: both have media in `ms`, and are in their call still. */
export async function recovered(since: number, one: Phone, two: Phone, ms = BACK_WITHIN): Promise<void> {
  const back = await Promise.all([one.backAfter(since), two.backAfter(since)]);
  const said = [one, two].map(
    ({ name }, n) => `at ${name} after ${back[n]?.took} ms (held up for ${back[n]?.held} ms)`,
  );
  console.log(`${expect.getState().currentTestName}: media again ${said.join(", ")}`);
  // What the machine took for other things is not the call's.
  for (const { took, held } of back) expect(took - held).toBeLessThanOrEqual(ms);
  await inCall(one, two);
}
