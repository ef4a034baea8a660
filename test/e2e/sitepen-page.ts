/**
 * A page that speaks only the protocol that SitePen published with its WebRTC demo: our own code, with the demo's messages
 * and the demo's habits. It makes its connection on Accept, refuses candidates that come before, and knows no `hangup`.
 */

/** What a test does with the page, and what it sees of it. */
export interface SitePenPage {
  readonly id: string;
  readonly peers: Map<string, string>;
  readonly offers: { source: string; type: "offer"; sdp: string }[];
  readonly chats: string[];
  readonly errors: string[];
  /** Messages that came from the server, by type. */
  readonly received: string[];
  /** The other's tracks have come, upon which the demo opens its chat. */
  readonly showing: boolean;
  readonly connected: boolean;
  invite(peer: string): Promise<void>;
  accept(): Promise<void>;
  reject(): void;
  chat(text: string): void;
  disconnect(): void;
  rename(name: string): void;
}

declare global {
  interface Window {
    sitepen: SitePenPage;
  }
}

/** Runs in the page: it must not refer to anything outside itself. */
export async function startSitePen(name: string): Promise<void> {
  type Description = { type: RTCSdpType; sdp: string; source: string; target: string };
  interface Talk {
    peer: string;
    connection: RTCPeerConnection;
    channel: RTCDataChannel;
    early: RTCIceCandidateInit[];
  }
  const state = {
    // The demo's own first connection offers an empty subprotocol, which browsers refuse.
    id: crypto.randomUUID() as string,
    peers: new Map<string, string>(),
    offers: [] as Description[],
    chats: [] as string[],
    errors: [] as string[],
    received: [] as string[],
    showing: false,
  };
  let talk: Talk | undefined;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true }, video: true });
  const socket = new WebSocket(`wss://${location.host}/rtc`, ["userid", state.id]);
  const send = (type: string, data: object): void => socket.send(JSON.stringify({ type, data }));

  function close(): void {
    talk?.channel.close();
    talk?.connection.close();
    talk = undefined;
    state.showing = false;
  }

  function create(peer: string): Talk {
    if (talk) throw new Error("already talking");
    if (!state.peers.has(peer)) throw new Error(`unknown peer ${peer}`);
    const connection = new RTCPeerConnection({ iceServers: [] });
    const channel = connection.createDataChannel("chat", { negotiated: true, id: 0 });
    channel.onmessage = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as { type: string; data: string };
      if (message.type === "chat") state.chats.push(message.data);
      if (message.type === "disconnect") close();
    };
    connection.ontrack = ({ streams }) => {
      if (!streams[0]) throw new Error("a track without a stream");
      state.showing = true;
    };
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === "disconnected" || connection.connectionState === "failed") close();
    };
    return (talk = { peer, connection, channel, early: [] });
  }

  async function take(current: Talk, description: Description): Promise<void> {
    if (description.source !== current.peer) throw new Error("an answer from somebody else");
    await current.connection.setRemoteDescription(description);
    for (const candidate of current.early.splice(0)) await current.connection.addIceCandidate(candidate);
  }

  function trickle({ connection, peer }: Talk): void {
    connection.onicecandidate = ({ candidate }) => {
      if (candidate) send("icecandidate", { id: state.id, target: peer, candidate });
    };
  }

  async function handle(
    type: string,
    data: Description & { id: string; name: string; remove?: boolean; candidate: RTCIceCandidateInit },
  ): Promise<void> {
    switch (type) {
      case "peer":
        if (data.remove) state.peers.delete(data.id);
        else state.peers.set(data.id, data.name);
        break;
      case "offer":
        state.offers.push(data);
        break;
      case "accept":
        if (!talk) throw new Error("accepted, but not calling");
        await take(talk, data);
        trickle(talk);
        break;
      case "reject":
        close();
        break;
      case "icecandidate":
        if (!talk) throw new Error("a candidate, but no connection");
        if (data.id !== talk.peer) break;
        if (talk.connection.remoteDescription) await talk.connection.addIceCandidate(data.candidate);
        else talk.early.push(data.candidate);
        break;
    }
  }

  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as { type: string; id: string; data: never };
    state.received.push(message.type);
    if (message.type === "ready") {
      state.id = message.id;
      send("identify", { id: state.id, name });
    } else {
      handle(message.type, message.data).catch((error: unknown) => state.errors.push(String(error)));
    }
  };

  const say = (message: object): void => talk?.channel.send(JSON.stringify(message));
  window.sitepen = Object.defineProperties(
    {
      async invite(peer: string) {
        const { connection } = create(peer);
        const offer = await connection.createOffer({ offerToReceiveAudio: true, offerToReceiveVideo: true });
        await connection.setLocalDescription(offer);
        send("offer", { type: offer.type, sdp: offer.sdp, source: state.id, target: peer });
      },
      async accept() {
        const offer = state.offers.at(-1) as Description;
        const current = create(offer.source);
        await take(current, offer);
        const answer = await current.connection.createAnswer({ offerToReceiveAudio: true, offerToReceiveVideo: true });
        await current.connection.setLocalDescription(answer);
        send("accept", { type: answer.type, sdp: answer.sdp, source: state.id, target: offer.source });
        trickle(current);
      },
      reject() {
        send("reject", { source: state.id, target: (state.offers.at(-1) as Description).source });
      },
      chat: (text: string) => say({ type: "chat", data: text }),
      disconnect() {
        say({ type: "disconnect" });
        close();
      },
      rename: (next: string) => send("identify", { name: next, id: state.id }),
    },
    {
      ...Object.fromEntries(Object.keys(state).map((key) => [key, { get: () => state[key as keyof typeof state] }])),
      connected: { get: () => talk?.connection.connectionState === "connected" },
    },
  ) as SitePenPage;
}
