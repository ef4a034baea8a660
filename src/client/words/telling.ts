/** The few words that conversations need while nobody looks at one: in all languages, since they weigh less than another request. */
import { language } from "./current.ts";
import type { Language } from "./languages.ts";

const english = {
  /** Below the name of who wants that. */
  wantsToSend: (files: number) => (files === 1 ? "Wants to send you a file" : `Wants to send you ${files} files`),
  tooLong: "That is too long for a message. Send it as a file instead.",
  blocked: (name: string) => `You have blocked ${name}. Unblock them in the settings to write to them.`,
  inCallOnly: (name: string) => `${name} can read messages in a call only: call them, then write.`,
  noFiles: (name: string) => `${name} cannot take files: their device uses an older app.`,
  noFilesHere: "This browser can neither send nor take files. Use Chrome, Edge, Firefox or Safari.",
  unreadable: (file: string) => `“${file}” could not be read: was it moved, changed or deleted?`,
};

export type Telling = typeof english;

export const tellings: Readonly<Record<Language, Telling>> = {
  en: english,
  de: {
    wantsToSend: (files) => (files === 1 ? "Möchte dir eine Datei schicken" : `Möchte dir ${files} Dateien schicken`),
    tooLong: "Das ist zu lang für eine Nachricht. Schick es stattdessen als Datei.",
    blocked: (name) => `Du hast ${name} blockiert. Hebe das in den Einstellungen auf, um zu schreiben.`,
    inCallOnly: (name) => `${name} kann Nachrichten nur im Anruf lesen: Ruf an und schreib dann.`,
    noFiles: (name) => `${name} kann keine Dateien annehmen: Auf dem Gerät läuft eine ältere App.`,
    noFilesHere: "Dieser Browser kann Dateien weder schicken noch annehmen. Nimm Chrome, Edge, Firefox oder Safari.",
    unreadable: (file) => `„${file}“ konnte nicht gelesen werden: Wurde die Datei verschoben, geändert oder gelöscht?`,
  },
  es: {
    wantsToSend: (files) => (files === 1 ? "Quiere enviarte un archivo" : `Quiere enviarte ${files} archivos`),
    tooLong: "Es demasiado largo para un mensaje. Envíalo como archivo.",
    blocked: (name) => `Has bloqueado a ${name}. Desbloquea a esa persona en los ajustes para escribirle.`,
    inCallOnly: (name) => `${name} solo puede leer mensajes durante una llamada: llámale y escríbele entonces.`,
    noFiles: (name) => `${name} no puede recibir archivos: su dispositivo usa una aplicación más antigua.`,
    noFilesHere: "Este navegador no puede enviar ni recibir archivos. Usa Chrome, Edge, Firefox o Safari.",
    unreadable: (file) => `No se pudo leer «${file}»: ¿se ha movido, cambiado o borrado?`,
  },
  fr: {
    wantsToSend: (files) => (files === 1 ? "Veut vous envoyer un fichier" : `Veut vous envoyer ${files} fichiers`),
    tooLong: "C’est trop long pour un message. Envoyez-le plutôt sous forme de fichier.",
    blocked: (name) => `Vous avez bloqué ${name}. Débloquez cette personne dans les réglages pour lui écrire.`,
    inCallOnly: (name) => `${name} ne peut lire les messages que pendant un appel\u00a0: appelez, puis écrivez.`,
    noFiles: (name) =>
      `${name} ne peut pas recevoir de fichiers\u00a0: son appareil utilise une application plus ancienne.`,
    noFilesHere: "Ce navigateur ne peut ni envoyer ni recevoir de fichiers. Utilisez Chrome, Edge, Firefox ou Safari.",
    unreadable: (file) =>
      `«\u00a0${file}\u00a0» n’a pas pu être lu\u00a0: a-t-il été déplacé, modifié ou supprimé\u00a0?`,
  },
  zh: {
    wantsToSend: (files) => (files === 1 ? "想发给你一个文件" : `想发给你 ${files} 个文件`),
    tooLong: "内容太长，无法作为消息发送。请改为以文件发送。",
    blocked: (name) => `你已屏蔽${name}。要给对方写消息，请先在设置中解除屏蔽。`,
    inCallOnly: (name) => `${name}只能在通话中阅读消息：请先呼叫对方，再写消息。`,
    noFiles: (name) => `${name}无法接收文件：对方的设备使用较旧的应用。`,
    noFilesHere: "此浏览器既不能发送也不能接收文件。请使用 Chrome、Edge、Firefox 或 Safari。",
    unreadable: (file) => `无法读取“${file}”：它是否已被移动、更改或删除？`,
  },
};

/** In the language that is spoken at this moment. */
export const telling = (): Telling => tellings[language];
