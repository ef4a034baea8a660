import { frenchGuides } from "../guides/french.ts";
import type { DoorWords } from "./english.ts";

const held =
  "Les navigateurs qui l'y tiennent, comme Chrome et Firefox, ne laisseraient même pas un voleur de sa clé se faire passer pour votre banque.";

export const french: DoorWords = {
  guides: frenchGuides,

  page: {
    description: "Appelez quelqu'un sur le même réseau\u00a0: vidéo, voix et texte, sans compte.",
    title: "Appelez tout le monde sur ce Wi-Fi",
    about: "Voyez qui est là et parlez, face à face. Sans compte, et rien ne sort du bâtiment.",
    language: "Langue",
  },

  choice: {
    title: "Votre navigateur ne connaît pas encore cet ordinateur",
    about:
      "Earshot tourne sur un ordinateur près de vous. La caméra et le micro exigent une connexion chiffrée, et pour cela l'ordinateur a créé son propre certificat.",
    install: "Une minute, une seule fois. Tout fonctionne.",
    warning: "Tout de suite, mais tout ne fonctionne pas.",
  },

  install: {
    title: "Installer le certificat",
    about: "Cet appareil fera alors confiance à l'ordinateur. Voici les étapes\u00a0:",
    fingerprint: "L'empreinte SHA-256 de l'ordinateur",
    compare:
      "Comparez ce que montre votre appareil avec le terminal de l'ordinateur lui-même\u00a0: cette page est arrivée sans chiffrement, quelqu'un a donc pu la modifier en chemin.",
  },

  vouching: {
    local: `Le certificat ne se porte garant que des adresses de réseaux locaux et de cet ordinateur. ${held}`,
    own: `Le certificat ne se porte garant que des adresses et des noms de cet ordinateur. ${held}`,
    anything:
      "Ce certificat ne fixe aucune limite à ce dont il se porte garant\u00a0: quiconque obtient sa clé pourrait se faire passer pour n'importe quel site auprès de cet appareil. Ne l'installez que si vous savez qui la garde.",
  },

  warning: {
    title: "Continuer avec un avertissement",
    about: "Votre navigateur dira que la connexion n'est pas privée. Voici où appuyer alors.",
    open: "Ouvrir Earshot avec un avertissement",
    lacking: "Ce qui ne fonctionnera pas",
  },

  elsewhere: {
    title: "Earshot ne répond pas à ce nom",
    about: "Earshot fonctionne bien sur cet ordinateur, mais à d’autres adresses. Ouvrez-le ici :",
    operator: "La personne qui le fait fonctionner peut ajouter ce nom avec le réglage NAMES. Dans un terminal :",
  },

  open: {
    title: "Entrez",
    about: "Earshot tourne sur un ordinateur près de vous, et s'ouvre par une connexion chiffrée.",
    open: "Ouvrir Earshot",
    ifWarned: "Si votre navigateur vous avertit",
  },

  help: {
    title: "Si quelque chose bloque",
    noInternet: "Ce Wi-Fi n'a pas d'Internet",
    stay: "Earshot n'en a pas besoin. Mais les téléphones quittent volontiers un tel Wi-Fi pour les données mobiles, et il faut leur dire de rester\u00a0:",
    clock: "L'heure est fausse",
    setClock: (time) =>
      `Les navigateurs refusent alors tout certificat. L'horloge de l'ordinateur indique\u00a0: ${time}. Réglez l'heure de cet appareil dans ses *Réglages*, sous *Date et heure*.`,
    remove: "Retirer le certificat",
  },

  script: {
    checking: "Un instant\u00a0: cet appareil fait-il confiance à l'ordinateur\u00a0?",
    untrusted: "Dès que la confiance est établie, cette page continue d'elle-même.",
    unreachable:
      "L'ordinateur est injoignable. Cet appareil est-il toujours sur son Wi-Fi, et l'ordinateur est-il en marche\u00a0? Cette page continue d'elle-même.",
    trusted: "Cet appareil fait maintenant confiance à Earshot",
    clock: "L'heure de cet appareil est fausse",
    clocks: "Il indique {device}\u00a0; l'ordinateur indique {laptop}.",
    setClock:
      "À une heure fausse, les navigateurs refusent tout certificat. Réglez la bonne dans les Réglages de cet appareil, sous «\u00a0Date et heure\u00a0»\u00a0; cette page continue alors d'elle-même. Si c'est l'horloge de l'ordinateur qui est fausse, réglez-la, et relancez Earshot.",
  },

  profile: {
    about:
      "Permet à cet appareil de faire confiance à l'ordinateur qui héberge Earshot, qui s'ouvre alors sans avertissement.",
    compare: "Comparez d'abord son empreinte SHA-256 avec celle du terminal de l'ordinateur.",
  },

  refused: {
    halfway: (device) => `Votre ${device} ne fait confiance à Earshot qu'à moitié`,
    live: "Il montre cette page, mais refuse la connexion en direct par laquelle on se voit et les appels sonnent.",
    missing: "Il faut les deux\u00a0: le profil installé, et la confiance totale activée. Faites ce qui manque\u00a0:",
    operators: (device) =>
      `Demandez à qui s'occupe d'Earshot\u00a0: un certificat a été apporté, auquel cet ${device} doit faire confiance. Sans lui, Earshot en crée un, et montre ici comment lui faire confiance.`,
    between: "Quelque chose laisse passer cette page, mais pas les appels",
    onTheWay:
      "L'ordinateur répond, mais sa connexion en direct, par laquelle on se voit et les appels sonnent, est refusée en chemin. Un VPN, un proxy ou un antivirus sur cet appareil en est la cause.",
    vpn: "Désactivez VPN ou proxy, ou excluez-en les adresses de ce Wi-Fi.",
    scanner: (host) =>
      `Faites ignorer *${host}* par l'antivirus. Il appelle peut-être cela protection web ou analyse HTTPS.`,
    another: "Ou essayez un autre navigateur, ou un autre appareil.",
    trust: "Ou faites en sorte que cet appareil fasse confiance à Earshot",
    goesOn: "Cette page continue d'elle-même dès qu'elle le peut.",
  },
};
