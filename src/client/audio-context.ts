/** The page's one audio graph for listening: browsers allow few, and each costs a thread. */
let context: AudioContext | undefined;

/** Running, or about to. Throws where the browser has no Web Audio. */
export function audioContext(): AudioContext {
  context ??= new AudioContext();
  // It was asked for upon a tap, or beside an open microphone: browsers allow it then.
  if (context.state !== "running") void context.resume();
  return context;
}
