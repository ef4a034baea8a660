import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Client, certificate, type Endpoint, serve } from "../../test/helpers/signaling.ts";
import { SitePenClient } from "../../test/sitepen/client.ts";

let pair: Awaited<ReturnType<typeof certificate>>;
let endpoint: Endpoint;
let ann: Client;

beforeAll(async () => {
  pair = await certificate();
});
beforeEach(async () => {
  endpoint = await serve(pair);
  ann = new Client(endpoint.port);
  await ann.join("ann");
});
afterEach(() => endpoint.close());

/** A client of theirs that is listed, and has heard of Ann. */
async function sitepen(name = "Olga"): Promise<SitePenClient> {
  const client = new SitePenClient(`wss://127.0.0.1:${endpoint.port}/rtc`, name);
  await client.heard("ready");
  while (!client.peers.has("ann")) await client.heard("peer");
  await ann.next("peers", ({ data }) => (data["peers"] as { id: string }[]).some(({ id }) => id === client.id));
  return client;
}

describe("a client of the published SitePen protocol", () => {
  it("is listed without a protocol, so that pages know what it cannot do", async () => {
    const listed = new Promise<object>((resolve) => {
      ann.socket.on("message", (data: Buffer) => {
        const { type, data: about } = JSON.parse(data.toString()) as {
          type: string;
          data: { peers: { name: string }[] };
        };
        const other = type === "peers" && about.peers.find(({ name }) => name === "Olga");
        if (other) resolve(other);
      });
    });
    const olga = await sitepen();
    expect(olga.socket.protocol).toBe("userid");
    expect(await listed).toEqual({ id: olga.id, name: "Olga", status: "available" });
  });

  it("sees others come, rename themselves and leave, one at a time", async () => {
    const olga = await sitepen();
    const piet = await sitepen("Piet");
    while (!olga.peers.has(piet.id)) await olga.heard("peer");
    expect([...olga.peers.values()]).toEqual([
      { id: "ann", name: "ann" },
      { id: piet.id, name: "Piet" },
    ]);
    let heard = olga.heard("peer");
    piet.rename("Pieter");
    expect(await heard).toMatchObject({ id: piet.id, name: "Pieter" });
    heard = olga.heard("peer");
    piet.close();
    expect(await heard).toMatchObject({ id: piet.id, name: "Pieter", remove: true });
    expect([...olga.peers.keys()]).toEqual(["ann"]);
  });

  it("calls a page, whose answer and candidates it understands", async () => {
    const olga = await sitepen();
    olga.invite("ann");
    const { data: offer } = await ann.next("offer");
    expect(offer).toEqual({ type: "offer", sdp: "offer of Olga", source: olga.id, target: "ann" });
    const accepted = olga.heard("accept");
    ann.say("accept", { target: olga.id, call: "given", type: "answer", sdp: "answer of ann" });
    expect(await accepted).toMatchObject({ type: "answer", sdp: "answer of ann", source: "ann", target: olga.id });
    const { data: candidate } = await ann.next("icecandidate");
    expect(candidate).toMatchObject({ source: olga.id, id: olga.id, target: "ann" });
    const trickled = olga.heard("icecandidate");
    ann.say("icecandidate", { target: olga.id, call: "given", candidate: { candidate: "candidate:2" } });
    expect(await trickled).toMatchObject({ id: "ann" });
    expect(olga.candidates).toEqual([{ candidate: "candidate:2" }]);
  });

  it("is called by a page, and accepts", async () => {
    const olga = await sitepen();
    const offered = olga.heard("offer");
    ann.say("offer", { target: olga.id, call: "c1", type: "offer", sdp: "offer of ann", media: { video: true } });
    expect(await offered).toMatchObject({ type: "offer", sdp: "offer of ann", source: "ann" });
    olga.accept("ann");
    const { data } = await ann.next("accept");
    expect(data).toEqual({ type: "answer", sdp: "answer of Olga", source: olga.id, target: "ann" });
  });

  it("declines and is declined", async () => {
    const olga = await sitepen();
    const offered = olga.heard("offer");
    ann.say("offer", { target: olga.id, call: "c1", type: "offer", sdp: "v=0" });
    await offered;
    olga.reject("ann");
    expect((await ann.next("reject")).data).toEqual({ source: olga.id, target: "ann" });

    olga.invite("ann");
    await ann.next("offer");
    const rejected = olga.heard("reject");
    ann.say("reject", { target: olga.id, call: "given", reason: "declined" });
    await rejected;
    expect(olga.partner).toBeUndefined();
  });

  it("calls another of its kind", async () => {
    const [olga, piet] = [await sitepen(), await sitepen("Piet")];
    while (!olga.peers.has(piet.id)) await olga.heard("peer");
    const [offered, accepted] = [piet.heard("offer"), olga.heard("accept")];
    olga.invite(piet.id);
    expect(await offered).toEqual({ type: "offer", sdp: "offer of Olga", source: olga.id, target: piet.id });
    const trickled = piet.heard("icecandidate");
    piet.accept(olga.id);
    expect(await accepted).toMatchObject({ sdp: "answer of Piet", source: piet.id });
    expect(await trickled).toMatchObject({ id: olga.id });
    expect(piet.candidates).toHaveLength(1);
  });

  it("is gone at once when it leaves or vanishes", async () => {
    for (const leave of [(one: SitePenClient) => one.close(), (one: SitePenClient) => one.socket.terminate()]) {
      const olga = await sitepen();
      leave(olga);
      await ann.next("peers", ({ data }) => (data["gone"] as string[]).includes(olga.id));
    }
  });
});
