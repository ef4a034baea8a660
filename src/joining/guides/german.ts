import type { GuideTexts } from "../guide.ts";

const save =
  "Speichere die Datei. Wenn der Browser meldet, dass sie nicht sicher heruntergeladen werden kann, wähle *Behalten*: {certificate}";
const chromeWarns = "*Dies ist keine sichere Verbindung*: *Erweitert*, dann *Weiter zu … (unsicher)*.";
const firefoxWarns =
  "Firefox warnt vor einem Sicherheitsrisiko: *Erweitert…*, dann *Risiko akzeptieren und fortfahren*.";
const firefoxFollows =
  "Firefox tut es nach einem Neustart; warnt es weiter: *Einstellungen* › *Datenschutz & Sicherheit* › *Zertifikate*, dort *Firefox erlauben, von Ihnen installierten Stammzertifikaten von Drittanbietern automatisch zu vertrauen* ankreuzen.";

const android = [
  save,
  "Öffne *Einstellungen* › *Sicherheit* (oder *Sicherheit & Datenschutz* › *Weitere Sicherheitseinstellungen*) › *Verschlüsselung & Anmeldedaten* › *Zertifikat installieren* › *CA-Zertifikat*. Die Namen sind je nach Hersteller etwas anders; auf den meisten Geräten findet es die Suche in den Einstellungen nach „CA-Zertifikat“.",
  "Tippe auf *Trotzdem installieren*, entsperre mit deiner PIN und wähle bei den Downloads *{file}*. Ein Handy ohne Displaysperre will, dass du zuerst eine einrichtest.",
  "Vergleiche, bevor du Earshot öffnest: *Verschlüsselung & Anmeldedaten* › *Vertrauenswürdige Anmeldedaten* › *Nutzer*, dann auf das von Earshot tippen. Sein SHA-256-Fingerabdruck muss der im Terminal des Laptops sein. Wenn nicht, tippe dort sofort auf *Entfernen*.",
];
const offAndroid =
  "*Einstellungen* › *Sicherheit* › *Verschlüsselung & Anmeldedaten* › *Vertrauenswürdige Anmeldedaten* › *Nutzer*: auf das von Earshot tippen, dann auf *Entfernen*.";

export const germanGuides: GuideTexts = {
  certificate: "Zertifikat herunterladen",
  profile: "Profil herunterladen",

  lacking: [
    "Die Warnung kommt wieder: nach einigen Tagen, in privaten Fenstern, und wenn sich die Adresse des Laptops ändert.",
    "Earshot lässt sich nicht als App installieren und öffnet sich nicht sofort, solange der Laptop weg ist.",
    "Jemand anderes in diesem Netz könnte sich als der Laptop ausgeben und mithören.",
  ],

  devices: {
    iphone: {
      title: "iPhone oder iPad",
      install: [
        "Tippe in Safari hierauf, dann auf *Zulassen*, dann auf *Schließen*: {profile}",
        "Öffne die App *Einstellungen* und tippe weit oben auf *Profil geladen*. Wenn es dort nicht steht: *Allgemein* › *VPN und Geräteverwaltung*.",
        "Vergleiche zuerst: Tippe auf *Mehr Details*, dann auf das Zertifikat. Sein SHA-256-Fingerabdruck muss der im Terminal des Laptops sein. Wenn nicht, tippe auf *Geladenes Profil entfernen*.",
        "Derselbe? Geh zurück, tippe auf *Installieren*, gib den Code ein und tippe auf *Installieren*, bis da *Fertig* steht.",
        "Die zweite Hälfte, ohne die sich nichts geändert hat: *Einstellungen* › *Allgemein* › *Info* › *Zertifikatsvertrauenseinstellungen*, ganz unten. Schalte das von Earshot ein und tippe auf *Fortfahren*.",
        "Komm zu dieser Seite zurück.",
      ],
      warning: [
        "Safari meldet *Diese Verbindung ist nicht privat*. Tippe auf *Details einblenden*.",
        "Tippe am Ende des Textes, der aufgeht, auf *diese Website öffnen*.",
        "Tippe auf *Website öffnen* und gib den Code ein, wenn danach gefragt wird.",
        "In Chrome auf dem iPhone ist es *Erweitert*, dann *Weiter*.",
      ],
      lacking: [
        "Bei manchen Versionen von iOS öffnet sich die Seite, aber ihre Live-Verbindung wird verweigert. Dann geht kein einziger Anruf, und nur das Installieren hilft.",
      ],
      remove: [
        "*Einstellungen* › *Allgemein* › *VPN und Geräteverwaltung* › *Earshot* › *Profil entfernen*. Damit ist auch das Vertrauen weg.",
      ],
    },
    "android-chrome": {
      title: "Android mit Chrome",
      install: [...android, "Komm zu dieser Seite zurück."],
      warning: [
        "Chrome meldet *Dies ist keine sichere Verbindung*. Tippe auf *Erweitert*.",
        "Tippe auf *Weiter zu … (unsicher)*, unter dem Text, der aufgeht.",
        "Andere Browser sagen es etwas anders: In Samsung Internet heißt es *Weiter*.",
      ],
      remove: [offAndroid],
    },
    "android-firefox": {
      title: "Android mit Firefox",
      install: [
        ...android,
        "Tippe in Firefox selbst unter *Einstellungen* › *Über Firefox* fünfmal auf das Logo, bis da steht, dass das Debug-Menü an ist.",
        "Geh eine Seite zurück, öffne *Geheime Einstellungen* und schalte *CA-Zertifikate von Drittanbietern verwenden* ein.",
        "Schließ Firefox, auch in der Liste der letzten Apps, und öffne diese Seite neu.",
      ],
      warning: [
        "Firefox warnt vor einem Sicherheitsrisiko. Tippe auf *Erweitert*.",
        "Tippe auf *Risiko akzeptieren und fortfahren*.",
      ],
      remove: [offAndroid, "Schalte in Firefox *CA-Zertifikate von Drittanbietern verwenden* wieder aus."],
    },
    macos: {
      title: "Mac",
      install: [
        "Speichere die Datei und öffne dann *{file}* im Ordner „Downloads“: {certificate}",
        "Sie öffnet sich in der *Schlüsselbundverwaltung*. Wirst du gefragt, wohin damit, wähle den Schlüsselbund *Anmeldung*; *System* gilt für alle, die diesen Mac benutzen. Klicke dann in der Liste unter *Zertifikate* doppelt auf das von Earshot.",
        "Vergleiche zuerst: Sein SHA-256-Fingerabdruck steht am Ende von *Details* und muss der im Terminal des Laptops sein. Wenn nicht, lösche das Zertifikat.",
        "Derselbe? Öffne *Vertrauen*, stelle *Bei Verwendung dieses Zertifikats* auf *Immer vertrauen*, schließ das Fenster und bestätige.",
        `Safari und Chrome vertrauen ihm jetzt. ${firefoxFollows}`,
      ],
      warning: [
        "Safari meldet *Diese Verbindung ist nicht privat*: *Details einblenden*, *diese Website öffnen*, *Website öffnen*.",
        `Chrome meldet ${chromeWarns}`,
        firefoxWarns,
      ],
      lacking: [
        "Safari öffnet vielleicht die Seite, verweigert ihr aber die Live-Verbindung. Dann geht kein einziger Anruf, und nur das Installieren hilft.",
      ],
      remove: ["Suche in der *Schlüsselbundverwaltung* nach Earshot und lösche das Zertifikat."],
    },
    windows: {
      title: "Windows",
      install: [
        save,
        "Vergleiche zuerst: Öffne *PowerShell* aus dem Startmenü und gib *Get-FileHash ~\\Downloads\\{file}* ein. Der Hash muss der SHA-256-Fingerabdruck im Terminal des Laptops sein, bis auf dessen Doppelpunkte. Wenn nicht, lösche die Datei.",
        "Derselbe? Öffne *{file}* im Ordner „Downloads“, wähle *Öffnen*, dann *Zertifikat installieren…*.",
        "Wähle *Aktueller Benutzer* (*Lokaler Computer* gilt für alle, die diesen Computer benutzen), dann *Weiter*.",
        "Wähle *Alle Zertifikate in folgendem Speicher speichern*, *Durchsuchen…*, *Vertrauenswürdige Stammzertifizierungsstellen*, *OK*, *Weiter*, *Fertig stellen*, und bestätige mit *Ja*.",
        `Chrome und Edge vertrauen ihm jetzt. ${firefoxFollows}`,
      ],
      warning: [
        "Chrome und Edge melden *Dies ist keine sichere Verbindung* oder *Ihre Verbindung ist nicht privat*. Klicke auf *Erweitert*.",
        "Klicke auf *Weiter zu … (unsicher)*; so heißt es auch in Edge.",
        firefoxWarns,
      ],
      remove: [
        "Öffne *certmgr.msc* aus dem Startmenü (*certlm.msc*, falls du *Lokaler Computer* gewählt hast): *Vertrauenswürdige Stammzertifizierungsstellen* › *Zertifikate*, und lösche das von Earshot.",
      ],
    },
    linux: {
      title: "Linux oder Chromebook",
      install: [
        save,
        "Vergleiche zuerst: *sha256sum ~/Downloads/{file}* in einem Terminal muss den SHA-256-Fingerabdruck im Terminal des Laptops ergeben, ohne dessen Doppelpunkte und in kleinen Buchstaben. Wenn nicht, lösche die Datei.",
        "Derselbe? In Chrome oder Chromium: *Einstellungen* › *Datenschutz und Sicherheit* › *Sicherheit* › *Zertifikate verwalten* › *Lokale Zertifikate* › *Von dir installiert*, dann *Importieren* neben *Vertrauenswürdige Zertifikate*, und die Datei auswählen. In älteren Versionen: *Zertifizierungsstellen*, *Importieren*, und *Diesem Zertifikat zur Identifizierung von Websites vertrauen* ankreuzen.",
        "In Firefox: *Einstellungen* › *Datenschutz & Sicherheit* › *Zertifikate* › *Zertifikate anzeigen…* › *Zertifizierungsstellen* › *Importieren…*, die Datei auswählen und *Dieser CA vertrauen, um Websites zu identifizieren* ankreuzen. *Ansicht* zeigt auch dort den Fingerabdruck.",
      ],
      warning: [`Chrome und Chromium melden ${chromeWarns}`, firefoxWarns],
      remove: [
        "In Chrome oder Chromium: *Zertifikate verwalten* › *Von dir installiert*, und das von Earshot löschen.",
        "In Firefox: *Zertifikate anzeigen…* › *Zertifizierungsstellen*, das von Earshot wählen, dann *Löschen oder Vertrauen entziehen…*.",
      ],
    },
  },

  wifi: {
    iphone: {
      title: "iPhone oder iPad",
      steps: [
        "Wenn eine Meldung sagt, dass das WLAN kein Internet hat, tippe auf *WLAN weiter versuchen* oder *Ohne Internet verwenden*.",
        "Wenn sich die Seite noch immer nicht öffnet, schalte *Einstellungen* › *Mobilfunk* › *Mobile Daten* vorübergehend aus.",
      ],
    },
    android: {
      title: "Android",
      steps: [
        "Tippe auf die Benachrichtigung *Internet möglicherweise nicht verfügbar* (oder *WLAN hat keinen Internetzugriff*) und bleib verbunden: Je nach Hersteller heißt das *Ja*, *WLAN-Verbindung beibehalten* oder *Dieses Netzwerk unverändert verwenden*.",
        "Wenn sich die Seite noch immer nicht öffnet, schalte die mobilen Daten vorübergehend aus.",
      ],
    },
  },
};
