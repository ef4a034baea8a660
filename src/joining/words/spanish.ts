import { spanishGuides } from "../guides/spanish.ts";
import type { DoorWords } from "./english.ts";

const held =
  "Los navegadores que lo obligan a eso, como Chrome y Firefox, no dejarían que ni un ladrón de su clave se hiciera pasar por tu banco.";

export const spanish: DoorWords = {
  guides: spanishGuides,

  page: {
    description: "Llama a alguien de la misma red: vídeo, voz y texto, sin cuenta.",
    title: "Llama a cualquiera en esta wifi",
    about: "Mira quién está y habla cara a cara. Sin cuenta, y nada sale del edificio.",
    language: "Idioma",
  },

  choice: {
    title: "Tu navegador aún no conoce este portátil",
    about:
      "Earshot funciona en un portátil cerca de ti. La cámara y el micrófono necesitan una conexión cifrada, y para eso el portátil ha creado su propio certificado.",
    install: "Un minuto, una sola vez. Funciona todo.",
    warning: "Ahora mismo, pero no funciona todo.",
  },

  install: {
    title: "Instalar el certificado",
    about: "Así este dispositivo confía en el portátil. Estos son los pasos:",
    fingerprint: "La huella SHA-256 del portátil",
    compare:
      "Compara lo que muestra tu dispositivo con el propio terminal del portátil: esta página llegó sin cifrar, así que alguien pudo cambiarla por el camino.",
  },

  vouching: {
    local: `El certificado solo responde por direcciones de redes locales y por este portátil. ${held}`,
    own: `El certificado solo responde por las direcciones y los nombres de este portátil. ${held}`,
    anything:
      "Este certificado no pone límites a aquello por lo que responde: quien consiga su clave podría hacerse pasar por cualquier sitio ante este dispositivo. Instálalo solo si sabes quién la guarda.",
  },

  warning: {
    title: "Continuar con un aviso",
    about: "Tu navegador dirá que la conexión no es privada. Esto es lo que debes tocar entonces.",
    open: "Abrir Earshot con un aviso",
    lacking: "Lo que no funcionará",
  },

  elsewhere: {
    title: "Earshot no se abre con este nombre",
    about: "En este portátil funciona Earshot, pero con otras direcciones. Ábrelo aquí:",
    operator: "Quien lo tiene en marcha puede añadir este nombre con el ajuste NAMES. En un terminal:",
  },

  open: {
    title: "Entra",
    about: "Earshot funciona en un portátil cerca de ti, y se abre con una conexión cifrada.",
    open: "Abrir Earshot",
    ifWarned: "Si tu navegador avisa",
  },

  help: {
    title: "Si algo lo impide",
    noInternet: "Esta wifi no tiene internet",
    stay: "Earshot no lo necesita. Pero los teléfonos tienden a dejar una wifi así por los datos móviles, y hay que decirles que se queden:",
    clock: "El reloj está mal",
    setClock: (time) =>
      `Entonces los navegadores rechazan todos los certificados. El reloj del portátil dice: ${time}. Pon en hora este dispositivo en sus *Ajustes*, en *Fecha y hora*.`,
    remove: "Quitar el certificado",
  },

  script: {
    checking: "Un momento: ¿confía este dispositivo en el portátil?",
    untrusted: "En cuanto haya confianza, esta página sigue sola.",
    unreachable:
      "No se encuentra el portátil. ¿Sigue este dispositivo en su wifi, y el portátil despierto? Esta página sigue sola.",
    trusted: "Este dispositivo ya confía en Earshot",
    clock: "El reloj de este dispositivo está mal",
    clocks: "Dice {device}; el del portátil dice {laptop}.",
    setClock:
      "Con una hora equivocada los navegadores rechazan todos los certificados. Pon la correcta en los ajustes de este dispositivo, en «Fecha y hora»; entonces esta página sigue sola. Si es el reloj del portátil el que está mal, ponlo en hora y vuelve a iniciar Earshot.",
  },

  profile: {
    about: "Hace que este dispositivo confíe en el portátil en el que funciona Earshot, para que se abra sin avisos.",
    compare: "Compara primero su huella SHA-256 con la del terminal del portátil.",
  },

  refused: {
    halfway: (device) => `Tu ${device} solo confía a medias en Earshot`,
    live: "Muestra esta página, pero niega la conexión en directo por la que nos vemos y suenan las llamadas.",
    missing: "Hacen falta las dos cosas: el perfil instalado y la confianza plena activada. Haz lo que falte:",
    operators: (device) =>
      `Pregunta a quien se encargue de Earshot: usa un certificado propio, en el que este ${device} tiene que confiar. Sin él, Earshot crea uno, y aquí muestra cómo confiar en él.`,
    between: "Algo deja pasar esta página, pero no las llamadas",
    onTheWay:
      "El portátil responde, pero su conexión en directo, por la que nos vemos y suenan las llamadas, se niega por el camino. Lo hace una VPN, un proxy o un antivirus de este dispositivo.",
    vpn: "Desactiva la VPN o el proxy, o haz que dejen en paz las direcciones de esta wifi.",
    scanner: (host) => `Haz que el antivirus deje en paz *${host}*. Quizá lo llame protección web o análisis de HTTPS.`,
    another: "O prueba con otro navegador, o con otro dispositivo.",
    trust: "O haz que este dispositivo confíe en Earshot",
    goesOn: "Esta página sigue sola en cuanto puede.",
  },
};
