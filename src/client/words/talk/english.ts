/** What people read of words and files, in English: the form of the other languages. It comes with the part that shows them. */
export const english = {
  conversation: {
    region: (name: string) => `Conversation with ${name}`,
    /** Of the log of what was said, and of the panel in a call. */
    title: "Chat",
    back: "Back",
    hint: (name: string) => `What you write goes to ${name} alone, and stays on your two devices alone.`,
    hello: (name: string) => `Say hello to ${name}`,
    typing: (name: string) => `${name} is typing`,
    notHere: (name: string) => `${name} is not here now. You can write as soon as they are back.`,
    blocked: (name: string) => `You have blocked ${name}.`,
    offline: "You can write as soon as the laptop that runs Earshot is found.",
    clear: "Clear conversation",
    clearSure: "Clear it? Nothing brings it back",
    /** In a few words, for the list of conversations: what the user wrote. */
    you: (text: string) => `You: ${text}`,
    earlier: "Earlier conversations",
    open: (name: string) => `Open the conversation with ${name}`,
    openUnread: (name: string, unread: number) => `Open the conversation with ${name}, ${unread} unread`,
  },

  lines: {
    today: "Today",
    /** Before each line, for those who do not see on which side it stands. */
    says: (name: string) => `${name}:`,
    sending: "Sending",
    delivered: "Delivered",
    kept: (name: string, minutes: number) => `Kept for ${name} for ${minutes} minutes`,
    failed: "Not delivered",
    why: {
      gone: (name: string) => `${name} was not here.`,
      full: (name: string) => `${name} is away, and no more can be kept for them.`,
      late: (name: string) => `${name} did not come back in time.`,
      offline: (_name: string) => "This device was not connected.",
    },
    again: "Try again",
    showAll: "Show all",
    showLess: "Show less",
    newMessages: (count: number) => (count === 1 ? "1 new message" : `${count} new messages`),
    latest: "To the latest message",
    earlier: "Show earlier messages",
  },

  field: {
    message: "Message",
    send: "Send",
    notSent: "Your message was not sent: the connection is not up. Please send it again in a moment.",
    tooLong: (excess: number) =>
      excess === 1 ? "1 character too long to be sent at once" : `${excess} characters too long to be sent at once`,
    attach: "Attach",
    takePhoto: "Take a photo",
    photos: "Photos and videos",
    files: "Files",
    /** What was chosen, and goes with the next tap on "Send". */
    tray: "To be sent",
    remove: (file: string) => `Remove ${file}`,
    folder: "Folders cannot be sent as they are. Choose the files in it, or pack it into one file first.",
  },

  files: {
    from: (name: string) => `Files from ${name}`,
    to: (name: string) => `Files for ${name}`,
    count: (files: number) => (files === 1 ? "1 file" : `${files} files`),
    more: (files: number) => `and ${files} more`,
    fewer: "Show fewer",
    wants: (name: string, files: number) =>
      files === 1 ? `${name} wants to send you a file` : `${name} wants to send you ${files} files`,
    accept: "Accept files",
    decline: "Decline files",
    show: "Show",
    waitingFor: (name: string) => `Waiting for ${name} to accept`,
    reaching: (name: string) => `Telling ${name} about it…`,
    looking: (name: string) => `Looking for ${name}…`,
    paused: "Paused",
    pause: "Pause",
    resume: "Resume",
    cancel: "Cancel",
    progress: (name: string, percent: string) => `${percent} with ${name}`,
    of: (moved: string, total: string) => `${moved} of ${total}`,
    speed: (size: string) => `${size}/s`,
    secondsLeft: "a few seconds left",
    minutesLeft: (minutes: number) => (minutes === 1 ? "about 1 minute left" : `about ${minutes} minutes left`),
    hoursLeft: (hours: number) => (hours === 1 ? "about 1 hour left" : `about ${hours} hours left`),
    sent: "Sent",
    received: "Received",
    save: (file: string) => `Save ${file}`,
    saveShort: "Save",
    saveAll: "Save all",
    enlarge: (file: string) => `Show ${file} large`,
    again: "Send again",
    limit: (size: string) => `This device can take ${size} at once, since this browser cannot write to the disk.`,
    noRoom: (size: string) => `This device has room for ${size} only. Make room, and ask for it once more.`,
    memory: (size: string) =>
      `This browser cannot write to the disk, and takes ${size} at once. Ask for fewer files, or use another browser.`,
    interrupted: "Not finished: the page was closed meanwhile",
    /** How it ended: what the user's own offer came to. */
    sentIt: {
      gone: (name: string) => `${name} could not be reached any more`,
      declined: (name: string) => `${name} declined`,
      "too-many": (name: string) => `${name} has too many open offers: wait for an answer, then try again`,
      "no-room": (name: string) => `${name} has no room for it: send less at once`,
      cancelled: (_name: string) => "Cancelled",
      "too-much": (name: string) => `It was stopped: ${name} was sent more than was announced`,
      corrupt: (name: string) => `It arrived damaged at ${name}'s: send it again`,
      unreadable: (_name: string) => "It could not be read: was it moved, changed or deleted?",
      left: (name: string) => `${name} closed Earshot`,
      unknown: (name: string) => `${name} knows nothing of it any more`,
    },
    /** The same where it was to be received. */
    gotIt: {
      gone: (name: string) => `${name} could not be reached any more`,
      declined: (_name: string) => "You declined",
      "too-many": (name: string) => `${name} has too many open offers here`,
      "no-room": (_name: string) => "There was no room for it on this device: make room, and ask for it once more",
      cancelled: (_name: string) => "Cancelled",
      "too-much": (name: string) => `It was stopped: ${name} sent more than was announced`,
      corrupt: (_name: string) => "It arrived damaged: ask for it once more",
      unreadable: (name: string) => `${name}'s device could not read it any more`,
      left: (name: string) => `${name} closed Earshot`,
      unknown: (name: string) => `${name} knows nothing of it any more`,
    },
    dropTo: (name: string) => `Drop it here for ${name}`,
  },

  settings: {
    title: "Messages and files",
    autoImages: "Take pictures without asking",
    autoImagesHint: "Pictures up to 10 MB from people whose files I accepted before arrive by themselves.",
    clear: "Delete all conversations",
    clearHint: "They are kept on this device only, and are gone for good.",
    clearSure: "Yes, delete them all",
    cleared: "All conversations are deleted",
  },
};

/** A complete set of these words. */
export type TalkWords = typeof english;
