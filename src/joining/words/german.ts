import { germanGuides } from "../guides/german.ts";
import type { DoorWords } from "./english.ts";

const held =
  "Browser, die es daran binden, wie Chrome und Firefox, ließen nicht einmal jemanden, der den Schlüssel stiehlt, sich als deine Bank ausgeben.";

export const german: DoorWords = {
  guides: germanGuides,

  page: {
    description: "Anrufe im selben Netz: mit Video, Stimme und Text, ohne Konto.",
    title: "Ruf alle in diesem WLAN an",
    about: "Sieh, wer da ist, und sprecht von Angesicht zu Angesicht. Ohne Konto, und nichts verlässt das Haus.",
    language: "Sprache",
  },

  choice: {
    title: "Dein Browser kennt diesen Laptop noch nicht",
    about:
      "Earshot läuft auf einem Laptop in deiner Nähe. Kamera und Mikrofon brauchen eine verschlüsselte Verbindung, und dafür hat der Laptop ein eigenes Zertifikat gemacht.",
    install: "Eine Minute, einmal. Alles geht.",
    warning: "Sofort, aber nicht alles geht.",
  },

  install: {
    title: "Zertifikat installieren",
    about: "Danach vertraut dieses Gerät dem Laptop. Das sind die Schritte:",
    fingerprint: "SHA-256-Fingerabdruck des Laptops",
    compare:
      "Vergleiche, was dein Gerät zeigt, mit dem Terminal des Laptops selbst: Diese Seite kam ohne Verschlüsselung, also könnte sie jemand unterwegs verändert haben.",
  },

  vouching: {
    local: `Das Zertifikat bürgt nur für Adressen in lokalen Netzen und für diesen Laptop. ${held}`,
    own: `Das Zertifikat bürgt nur für die eigenen Adressen und Namen dieses Laptops. ${held}`,
    anything:
      "Dieses Zertifikat setzt dem, wofür es bürgt, keine Grenzen: Wer an seinen Schlüssel kommt, könnte sich diesem Gerät gegenüber als jede Website ausgeben. Installiere es nur, wenn du weißt, wer ihn verwahrt.",
  },

  warning: {
    title: "Mit einer Warnung fortfahren",
    about: "Dein Browser wird sagen, dass die Verbindung nicht privat ist. Darauf tippst du dann.",
    open: "Earshot mit einer Warnung öffnen",
    lacking: "Was nicht gehen wird",
  },

  elsewhere: {
    title: "Unter diesem Namen ist Earshot nicht erreichbar",
    about: "Auf diesem Laptop läuft Earshot, aber unter anderen Adressen. Öffne es hier:",
    operator: "Wer es betreibt, kann diesen Namen mit der Einstellung NAMES hinzufügen. Im Terminal:",
  },

  open: {
    title: "Komm herein",
    about: "Earshot läuft auf einem Laptop in deiner Nähe und öffnet sich über eine verschlüsselte Verbindung.",
    open: "Earshot öffnen",
    ifWarned: "Wenn dein Browser warnt",
  },

  help: {
    title: "Wenn etwas im Weg ist",
    noInternet: "Dieses WLAN hat kein Internet",
    stay: "Earshot braucht keins. Aber Handys wechseln von so einem WLAN gern zu mobilen Daten, und man muss ihnen sagen, dass sie bleiben sollen:",
    clock: "Die Uhr geht falsch",
    setClock: (time) =>
      `Dann lehnen Browser jedes Zertifikat ab. Die Uhr des Laptops sagt: ${time}. Stell die Uhr dieses Geräts in seinen *Einstellungen* unter *Datum & Uhrzeit*.`,
    remove: "Das Zertifikat wieder entfernen",
  },

  script: {
    checking: "Einen Moment: Vertraut dieses Gerät dem Laptop?",
    untrusted: "Sobald Vertrauen da ist, geht es von selbst weiter.",
    unreachable:
      "Der Laptop ist nicht erreichbar. Ist dieses Gerät noch in seinem WLAN, und ist der Laptop wach? Diese Seite geht von selbst weiter.",
    trusted: "Dieses Gerät vertraut Earshot jetzt",
    clock: "Die Uhr dieses Geräts geht falsch",
    clocks: "Sie sagt {device}; die des Laptops sagt {laptop}.",
    setClock:
      "Zu einer falschen Zeit lehnen Browser jedes Zertifikat ab. Stell die richtige in den Einstellungen dieses Geräts ein, unter „Datum & Uhrzeit“; dann geht diese Seite von selbst weiter. Wenn die Uhr des Laptops falsch geht, stell die und starte Earshot neu.",
  },

  profile: {
    about: "Lässt dieses Gerät dem Laptop vertrauen, auf dem Earshot läuft, sodass sich Earshot ohne Warnung öffnet.",
    compare: "Vergleiche zuerst seinen SHA-256-Fingerabdruck mit dem im Terminal des Laptops.",
  },

  refused: {
    halfway: (device) => `Dein ${device} vertraut Earshot nur halb`,
    live: "Es zeigt diese Seite, verweigert aber die Live-Verbindung, durch die man einander sieht und Anrufe klingeln.",
    missing:
      "Dafür braucht es beides: das Profil installiert und das volle Vertrauen darin eingeschaltet. Hol nach, was fehlt:",
    operators: (device) =>
      `Frag, wer Earshot betreibt: Es hat ein mitgebrachtes Zertifikat, dem dieses ${device} vertrauen muss. Ohne ein solches macht Earshot eines und zeigt hier, wie man ihm vertraut.`,
    between: "Etwas lässt diese Seite durch, aber keine Anrufe",
    onTheWay:
      "Der Laptop antwortet, aber seine Live-Verbindung, durch die man einander sieht und Anrufe klingeln, wird unterwegs verweigert. Ein VPN, ein Proxy oder ein Virenscanner auf diesem Gerät macht das.",
    vpn: "Schalte VPN oder Proxy aus, oder nimm die Adressen dieses WLANs davon aus.",
    scanner: (host) =>
      `Lass den Virenscanner *${host}* in Ruhe lassen. Er nennt das vielleicht Webschutz oder HTTPS-Prüfung.`,
    another: "Oder versuch es mit einem anderen Browser oder einem anderen Gerät.",
    trust: "Oder lass dieses Gerät Earshot vertrauen",
    goesOn: "Diese Seite geht von selbst weiter, sobald sie kann.",
  },
};
