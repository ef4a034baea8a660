/** Makes and joins the parts of the page that need no document: settings, directory, calls, and the way to the chat. */
import { idle } from "../call/call.ts";
import type { ClientMessage, Device } from "../protocol/messages.ts";
import type { TalkMessage } from "../protocol/talk.ts";
import { Blocker } from "./blocked.ts";
import { CallLog } from "./call-log.ts";
import { CallMedia } from "./call-media.ts";
import { CallQuality } from "./call-quality.ts";
import { Correspondence, type TalkPart } from "./correspondence.ts";
import { Devices } from "./devices.ts";
import { Inbox } from "./inbox.ts";
import type { LinkOptions } from "./link.ts";
import { Media } from "./media.ts";
import { Memory } from "./memory.ts";
import { byName } from "./people.ts";
import { preferencesOf } from "./preferences.ts";
import { Presence, statusFor } from "./presence.ts";
import { Reachability } from "./reachability.ts";
import type { Reloader } from "./reload.ts";
import { Session } from "./session.ts";
import type { Settings } from "./settings.ts";
import { type AppState, type Connection, nothingOpen, nothingSaid } from "./state.ts";
import type { Storing } from "./storage.ts";
import { Store } from "./store.ts";
import type { TalkingOptions } from "./talk/talking.ts";
import { noTalk } from "./talk-state.ts";
import { words } from "./words/current.ts";

/** Sends what the client says to the server, or to other people by the server. */
export interface ClientSignaling {
  /** Returns false while there is no connection; the message is lost then. */
  send(message: ClientMessage | TalkMessage): boolean;
  /** Reconnects now, or makes sure that the connection still lives. */
  wake(): void;
}

/** The options of `Talking` that the client itself knows. */
export type ChatOptions = Pick<TalkingOptions, "store" | "iceServers" | "byChannel" | "byServer">;

export interface ClientOptions {
  device: Device;
  /** The address by which the page was opened, as `location.host` has it. */
  host: string;
  /** The languages of the browser, the most wanted first. */
  languages: readonly string[];
  /** See `AppState.noWebRTC`. */
  noWebRTC?: boolean;
  /** Connected to `Client.receive`, `Client.other` and `Client.connectionChanged`. */
  signaling: ClientSignaling;
  reloader: Pick<Reloader, "served">;
  /** Loads words and files; rejects where these cannot be loaded at this moment. */
  loadChat(options: ChatOptions): Promise<TalkPart>;
  /** Tests replace these four. */
  media?: Media;
  /** Of settings and recent calls. */
  storage?: Storing;
  connect?: LinkOptions["connect"];
}

export type Client = ReturnType<typeof createClient>;

/** Makes a client that is ready to be connected; nothing is asked of the user or sent before that. */
export function createClient(options: ClientOptions) {
  const { device, languages, signaling, reloader, loadChat, storage } = options;
  const nobody: AppState["blocked"] = [];
  const kept = storage && { storage };
  const unsaved = (): void => store.set({ notice: words.notices.notRemembered });

  const memory = new Memory({
    changed: (settings) => {
      store.set({ ...chosen(settings), media: { ...store.value.media, ...chosenDevices(settings) } });
      void callMedia.process();
    },
    unsaved,
    ...kept,
  });
  const recents = new CallLog({ changed: (all) => store.set({ recents: all }), unsaved, ...kept });
  const store = new Store<AppState>({
    connection: "connecting",
    ...chosen(memory.settings),
    people: [],
    alike: false,
    call: idle,
    ...noTalk,
    media: { ...nothingOpen, ...chosenDevices(memory.settings) },
    theirs: nothingSaid,
    recents: recents.all,
    host: options.host,
    addresses: memory.settings.addresses ?? [],
    stranded: false,
    leaving: false,
    soundLocked: false,
    reachable: Reachability.at(device, memory.settings.toldAsleep ?? false),
    noWebRTC: options.noWebRTC,
  });

  const presence = new Presence({
    device,
    send: (message) => signaling.send(message),
    settings: () => memory.settings,
    remember: (identity) => memory.remember(identity),
    changed: (people, alike) => {
      store.set({ people: byName(people, store.value.people), alike });
      session.presenceChanged();
    },
    listed: () => {
      session.relisted();
      correspondence.relisted();
    },
    gone: (id) => session.gone(id),
  });

  const { media = new Media() } = options;
  const callMedia = new CallMedia({ store, media, chosen: () => memory.settings });
  const session = new Session({
    store,
    media: callMedia,
    quality: new CallQuality({ store, media: callMedia }),
    recents,
    people: () => presence.people,
    iceServers: () => inbox.iceServers,
    send: (message) => signaling.send(message),
    doubt: () => signaling.wake(),
    heard: (from, message) => correspondence.arrived({ from, message }),
    connect: options.connect,
  });
  const devices = new Devices({
    store,
    media,
    inCall: callMedia,
    handheld: device === "phone" || device === "tablet",
    settings: () => memory.settings,
    remember: (change) => memory.remember(change),
  });

  const blocker = new Blocker({
    blocked: () => store.value.blocked,
    call: () => store.value.call,
    past: () => recents.past,
    send: (message) => signaling.send(message),
  });
  const correspondence = new Correspondence(
    () =>
      loadChat({
        store,
        iceServers: () => inbox.iceServers,
        byChannel: (peer, message) => session.say(peer, message),
        byServer: (message) => signaling.send(message),
      }),
    () => store.set({ notice: words.parts.sheet }),
  );
  const inbox = new Inbox({ store, memory, presence, session, blocker, recents, correspondence, reloader });

  /** What the page shows of the settings. */
  function chosen(settings: Settings) {
    const { id, name, toldNotifications = false, toldAlike, blocked = nobody } = settings;
    return {
      id,
      name,
      blocked,
      toldAlike: toldAlike === name,
      preferences: preferencesOf(settings, languages),
      offerNotifications: !toldNotifications,
    } satisfies Partial<AppState>;
  }

  store.subscribe((state) => {
    const { call, preferences, blocked } = state;
    presence.setStatus(statusFor(state));
    if (preferences.doNotDisturb && call.phase === "ringing") session.doNotDisturb();
    // Another tab has blocked whoever rings here.
    if (call.phase === "ringing" && blocked.some(({ id }) => id === call.peer.id)) session.hangUp();
  });
  void devices.list();

  return {
    memory,
    recents,
    store,
    presence,
    callMedia,
    session,
    devices,
    correspondence,
    inbox,

    /** Takes note of how the page and the server stand. */
    connectionChanged(connection: Connection): void {
      if (connection !== "online") presence.disconnected();
      // A connected call needs no server.
      if (connection === "replaced" && store.value.call.phase !== "connected") session.replaced();
      store.set({ connection });
    },

    /** This device is on another network now. */
    networkChanged(): void {
      session.networkChanged();
      signaling.wake();
    },

    /** The page goes away: ends the call and the files, and gives camera and microphone back. */
    leave(): void {
      correspondence.leave();
      session.leave();
      media.release();
      store.set({ media: { ...store.value.media, local: undefined } });
    },
  };
}

function chosenDevices({ cameraId, microphoneId, speakerId }: Settings) {
  return { cameraId, microphoneId, speakerId };
}
