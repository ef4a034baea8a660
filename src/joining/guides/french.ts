import type { GuideTexts } from "../guide.ts";

const save =
  "Enregistrez le fichier. Si le navigateur dit qu'il ne peut pas être téléchargé de façon sécurisée, choisissez *Conserver*\u00a0: {certificate}";
const chromeWarns =
  "*Votre connexion n'est pas privée*\u00a0: *Paramètres avancés*, puis *Continuer vers le site … (dangereux)*.";
const firefoxWarns =
  "Firefox avertit d'un risque de sécurité\u00a0: *Avancé…*, puis *Accepter le risque et poursuivre*.";
const firefoxFollows =
  "Firefox le fait après un redémarrage\u00a0; s'il avertit encore\u00a0: *Paramètres* › *Vie privée et sécurité* › *Certificats*, cochez *Permettre à Firefox de faire automatiquement confiance aux certificats racine tiers que vous installez*.";

const android = [
  save,
  "Ouvrez *Paramètres* › *Sécurité* (ou *Sécurité et confidentialité* › *Autres paramètres de sécurité*) › *Chiffrement et identifiants* › *Installer un certificat* › *Certificat CA*. Les noms varient un peu d'un fabricant à l'autre\u00a0; une recherche de «\u00a0certificat CA\u00a0» dans les paramètres le trouve le plus souvent.",
  "Touchez *Installer quand même*, déverrouillez avec votre code, et choisissez *{file}* parmi les téléchargements. Un téléphone sans verrouillage d'écran demande d'abord d'en définir un.",
  "Comparez avant d'ouvrir Earshot\u00a0: *Chiffrement et identifiants* › *Identifiants de confiance* › *Utilisateur*, puis touchez celui d'Earshot. Son empreinte SHA-256 doit être celle du terminal de l'ordinateur. Sinon, touchez aussitôt *Supprimer*.",
];
const offAndroid =
  "*Paramètres* › *Sécurité* › *Chiffrement et identifiants* › *Identifiants de confiance* › *Utilisateur*\u00a0: touchez celui d'Earshot, puis *Supprimer*.";

export const frenchGuides: GuideTexts = {
  certificate: "Télécharger le certificat",
  profile: "Télécharger le profil",

  lacking: [
    "L'avertissement revient\u00a0: après quelques jours, en navigation privée, et dès que l'adresse de l'ordinateur change.",
    "Earshot ne peut pas être installé comme application, ni s'ouvrir aussitôt quand l'ordinateur est absent.",
    "Quelqu'un d'autre sur ce réseau pourrait se faire passer pour l'ordinateur, et écouter.",
  ],

  devices: {
    iphone: {
      title: "iPhone ou iPad",
      install: [
        "Dans Safari, touchez ceci, puis *Autoriser*, puis *Fermer*\u00a0: {profile}",
        "Ouvrez l'app *Réglages* et touchez *Profil téléchargé*, vers le haut. S'il n'y est pas\u00a0: *Général* › *VPN et gestion de l'appareil*.",
        "Comparez d'abord\u00a0: touchez *Plus de détails*, puis le certificat. Son empreinte SHA-256 doit être celle du terminal de l'ordinateur. Sinon, touchez *Supprimer le profil téléchargé*.",
        "C'est la même\u00a0? Revenez en arrière, touchez *Installer*, saisissez le code, et touchez *Installer* jusqu'à ce que *Terminé* s'affiche.",
        "La seconde moitié, sans laquelle rien n'a changé\u00a0: *Réglages* › *Général* › *Informations* › *Réglages de confiance des certificats*, tout en bas. Activez celui d'Earshot, puis touchez *Continuer*.",
        "Revenez à cette page.",
      ],
      warning: [
        "Safari dit *Cette connexion n'est pas privée*. Touchez *Afficher les détails*.",
        "À la fin du texte qui s'ouvre, touchez *visiter ce site web*.",
        "Touchez *Visiter le site web*, et saisissez le code s'il est demandé.",
        "Dans Chrome sur un iPhone, c'est *Paramètres avancés*, puis *Continuer*.",
      ],
      lacking: [
        "Sur certaines versions d'iOS, la page s'ouvre mais sa connexion en direct est refusée. Aucun appel ne fonctionne alors, et seule l'installation y remédie.",
      ],
      remove: [
        "*Réglages* › *Général* › *VPN et gestion de l'appareil* › *Earshot* › *Supprimer le profil*. Cela retire aussi la confiance.",
      ],
    },
    "android-chrome": {
      title: "Android avec Chrome",
      install: [...android, "Revenez à cette page."],
      warning: [
        "Chrome dit *Votre connexion n'est pas privée*. Touchez *Paramètres avancés*.",
        "Touchez *Continuer vers le site … (dangereux)*, sous le texte qui s'ouvre.",
        "D'autres navigateurs le disent un peu autrement\u00a0: dans Samsung Internet, c'est *Continuer*.",
      ],
      remove: [offAndroid],
    },
    "android-firefox": {
      title: "Android avec Firefox",
      install: [
        ...android,
        "Dans Firefox même, sous *Paramètres* › *À propos de Firefox*, touchez le logo cinq fois, jusqu'à ce qu'il dise que le menu de débogage est activé.",
        "Revenez une page en arrière, ouvrez *Paramètres secrets*, et activez *Utiliser des certificats d'AC tierces*.",
        "Fermez Firefox, aussi dans la liste des applications récentes, et rouvrez cette page.",
      ],
      warning: [
        "Firefox avertit d'un risque de sécurité. Touchez *Avancé*.",
        "Touchez *Accepter le risque et poursuivre*.",
      ],
      remove: [offAndroid, "Dans Firefox, désactivez *Utiliser des certificats d'AC tierces*."],
    },
    macos: {
      title: "Mac",
      install: [
        "Enregistrez le fichier, puis ouvrez *{file}* dans le dossier Téléchargements\u00a0: {certificate}",
        "Il s'ouvre dans *Trousseaux d'accès*. Si l'on vous demande où l'ajouter, choisissez le trousseau *session*\u00a0; *Système* vaut pour tous les utilisateurs de ce Mac. Double-cliquez ensuite sur le certificat d'Earshot dans la liste, sous *Certificats*.",
        "Comparez d'abord\u00a0: son empreinte SHA-256 figure à la fin de *Détails*, et doit être celle du terminal de l'ordinateur. Sinon, supprimez le certificat.",
        "C'est la même\u00a0? Ouvrez *Se fier*, réglez *Lors de l'utilisation de ce certificat* sur *Toujours approuver*, fermez la fenêtre, et confirmez.",
        `Safari et Chrome lui font maintenant confiance. ${firefoxFollows}`,
      ],
      warning: [
        "Safari dit *Cette connexion n'est pas privée*\u00a0: *Afficher les détails*, *visiter ce site web*, *Visiter le site web*.",
        `Chrome dit ${chromeWarns}`,
        firefoxWarns,
      ],
      lacking: [
        "Il arrive que Safari ouvre la page mais refuse sa connexion en direct. Aucun appel ne fonctionne alors, et seule l'installation y remédie.",
      ],
      remove: ["Dans *Trousseaux d'accès*, cherchez Earshot, et supprimez son certificat."],
    },
    windows: {
      title: "Windows",
      install: [
        save,
        "Comparez d'abord\u00a0: ouvrez *PowerShell* depuis le menu Démarrer et tapez *Get-FileHash ~\\Downloads\\{file}*. Le hachage doit être l'empreinte SHA-256 du terminal de l'ordinateur, aux deux-points près. Sinon, supprimez le fichier.",
        "C'est la même\u00a0? Ouvrez *{file}* dans le dossier Téléchargements, choisissez *Ouvrir*, puis *Installer un certificat…*.",
        "Choisissez *Utilisateur actuel* (*Ordinateur local* vaut pour tous les utilisateurs de cet ordinateur), puis *Suivant*.",
        "Choisissez *Placer tous les certificats dans le magasin suivant*, *Parcourir…*, *Autorités de certification racines de confiance*, *OK*, *Suivant*, *Terminer*, et confirmez par *Oui*.",
        `Chrome et Edge lui font maintenant confiance. ${firefoxFollows}`,
      ],
      warning: [
        "Chrome et Edge disent *Votre connexion n'est pas privée*. Cliquez sur *Paramètres avancés* ou *Avancé*.",
        "Cliquez sur *Continuer vers le site … (dangereux)*\u00a0; dans Edge, *Continuer vers … (non sécurisé)*.",
        firefoxWarns,
      ],
      remove: [
        "Ouvrez *certmgr.msc* depuis le menu Démarrer (*certlm.msc* si vous avez choisi *Ordinateur local*)\u00a0: *Autorités de certification racines de confiance* › *Certificats*, et supprimez celui d'Earshot.",
      ],
    },
    linux: {
      title: "Linux ou Chromebook",
      install: [
        save,
        "Comparez d'abord\u00a0: dans un terminal, *sha256sum ~/Downloads/{file}* doit donner l'empreinte SHA-256 du terminal de l'ordinateur, sans les deux-points et en minuscules. Sinon, supprimez le fichier.",
        "C'est la même\u00a0? Dans Chrome ou Chromium\u00a0: *Paramètres* › *Confidentialité et sécurité* › *Sécurité* › *Gérer les certificats* › *Certificats locaux* › *Installés par vous*, puis *Importer* à côté de *Certificats de confiance*, et choisissez le fichier. Dans les versions plus anciennes\u00a0: *Autorités*, *Importer*, et cochez *Faire confiance à ce certificat pour identifier les sites Web*.",
        "Dans Firefox\u00a0: *Paramètres* › *Vie privée et sécurité* › *Certificats* › *Afficher les certificats…* › *Autorités* › *Importer…*, choisissez le fichier, et cochez *Confirmer cette AC pour identifier des sites web*. *Voir* y montre aussi l'empreinte.",
      ],
      warning: [`Chrome et Chromium disent ${chromeWarns}`, firefoxWarns],
      remove: [
        "Dans Chrome ou Chromium\u00a0: *Gérer les certificats* › *Installés par vous*, et supprimez celui d'Earshot.",
        "Dans Firefox\u00a0: *Afficher les certificats…* › *Autorités*, choisissez celui d'Earshot, puis *Supprimer ou ne plus faire confiance…*.",
      ],
    },
  },

  wifi: {
    iphone: {
      title: "iPhone ou iPad",
      steps: [
        "Si un message dit que le Wi-Fi n'a pas d'Internet, touchez *Continuer d'essayer le Wi-Fi* ou *Utiliser sans Internet*.",
        "Si la page ne s'ouvre toujours pas, désactivez pour l'instant *Réglages* › *Données cellulaires*.",
      ],
    },
    android: {
      title: "Android",
      steps: [
        "Touchez la notification *Internet n'est peut-être pas disponible* (ou *Le Wi-Fi n'a pas accès à Internet*) et choisissez de rester connecté\u00a0: *Oui*, *Conserver la connexion Wi-Fi* ou *Utiliser ce réseau tel quel*, selon le fabricant.",
        "Si la page ne s'ouvre toujours pas, désactivez pour l'instant les données mobiles.",
      ],
    },
  },
};
