import type { GuideTexts } from "../guide.ts";

const save =
  "Guarda el archivo. Si el navegador dice que no se puede descargar de forma segura, elige *Conservar*: {certificate}";
const chromeWarns = "*La conexión no es privada*: *Configuración avanzada*, luego *Acceder a … (sitio no seguro)*.";
const firefoxWarns = "Firefox avisa de un riesgo de seguridad: *Avanzado…*, luego *Aceptar el riesgo y continuar*.";
const firefoxFollows =
  "Firefox lo hará después de reiniciarlo; si aún avisa: *Ajustes* › *Privacidad y seguridad* › *Certificados*, marca *Permitir que Firefox confíe automáticamente en los certificados raíz de terceros que instale*.";

const android = [
  save,
  "Abre *Ajustes* › *Seguridad* (o *Seguridad y privacidad* › *Más ajustes de seguridad*) › *Cifrado y credenciales* › *Instalar un certificado* › *Certificado de CA*. Los nombres cambian un poco según el fabricante; en la mayoría aparece buscando «certificado de CA» en los ajustes.",
  "Toca *Instalar de todas formas*, desbloquea con tu PIN y elige *{file}* entre las descargas. Un teléfono sin bloqueo de pantalla pide configurar uno antes.",
  "Compara antes de abrir Earshot: *Cifrado y credenciales* › *Credenciales de confianza* › *Usuario*, luego toca la de Earshot. Su huella SHA-256 debe ser la del terminal del portátil. Si no lo es, toca *Quitar* ahí mismo.",
];
const offAndroid =
  "*Ajustes* › *Seguridad* › *Cifrado y credenciales* › *Credenciales de confianza* › *Usuario*: toca la de Earshot, luego *Quitar*.";

export const spanishGuides: GuideTexts = {
  certificate: "Descargar el certificado",
  profile: "Descargar el perfil",

  lacking: [
    "El aviso vuelve: a los pocos días, en ventanas privadas y cada vez que cambia la dirección del portátil.",
    "Earshot no se puede instalar como aplicación, ni abrirse al momento mientras el portátil no está.",
    "Otra persona de esta red podría hacerse pasar por el portátil y escuchar.",
  ],

  devices: {
    iphone: {
      title: "iPhone o iPad",
      install: [
        "En Safari, toca esto, luego *Permitir* y luego *Cerrar*: {profile}",
        "Abre la app *Ajustes* y toca *Perfil descargado*, cerca del principio. Si no está: *General* › *VPN y gestión de dispositivos*.",
        "Compara primero: toca *Más detalles*, luego el certificado. Su huella SHA-256 debe ser la del terminal del portátil. Si no lo es, toca *Eliminar perfil descargado*.",
        "¿Es la misma? Vuelve atrás, toca *Instalar*, introduce el código y toca *Instalar* hasta que diga *OK*.",
        "La segunda mitad, sin la que nada ha cambiado: *Ajustes* › *General* › *Información* › *Ajustes de confianza de certificados*, al final del todo. Activa el de Earshot y toca *Continuar*.",
        "Vuelve a esta página.",
      ],
      warning: [
        "Safari dice *Esta conexión no es privada*. Toca *Mostrar detalles*.",
        "Al final del texto que se abre, toca *visitar este sitio web*.",
        "Toca *Visitar sitio web*, e introduce el código si se pide.",
        "En Chrome en un iPhone es *Configuración avanzada*, luego *Continuar*.",
      ],
      lacking: [
        "En algunas versiones de iOS la página se abre, pero se niega su conexión en directo. Entonces no funciona ninguna llamada, y solo sirve instalar.",
      ],
      remove: [
        "*Ajustes* › *General* › *VPN y gestión de dispositivos* › *Earshot* › *Eliminar perfil*. Eso quita también la confianza.",
      ],
    },
    "android-chrome": {
      title: "Android con Chrome",
      install: [...android, "Vuelve a esta página."],
      warning: [
        "Chrome dice *La conexión no es privada*. Toca *Configuración avanzada*.",
        "Toca *Acceder a … (sitio no seguro)*, debajo del texto que se abre.",
        "Otros navegadores lo dicen de otro modo: en Samsung Internet es *Continuar*.",
      ],
      remove: [offAndroid],
    },
    "android-firefox": {
      title: "Android con Firefox",
      install: [
        ...android,
        "En el propio Firefox, en *Ajustes* › *Acerca de Firefox*, toca el logotipo cinco veces, hasta que diga que el menú de depuración está activado.",
        "Vuelve una página atrás, abre *Ajustes secretos* y activa *Usar certificados CA de terceros*.",
        "Cierra Firefox, también en la lista de aplicaciones recientes, y abre esta página otra vez.",
      ],
      warning: ["Firefox avisa de un riesgo de seguridad. Toca *Avanzado*.", "Toca *Aceptar el riesgo y continuar*."],
      remove: [offAndroid, "En Firefox, vuelve a desactivar *Usar certificados CA de terceros*."],
    },
    macos: {
      title: "Mac",
      install: [
        "Guarda el archivo y abre *{file}* en la carpeta Descargas: {certificate}",
        "Se abre en *Acceso a Llaveros*. Si pregunta dónde añadirlo, elige el llavero *inicio de sesión*; *Sistema* vale para todos los que usan este Mac. Luego haz doble clic en el certificado de Earshot en la lista, en *Certificados*.",
        "Compara primero: su huella SHA-256 está al final de *Detalles*, y debe ser la del terminal del portátil. Si no lo es, elimina el certificado.",
        "¿Es la misma? Abre *Confiar*, pon *Al utilizar este certificado* en *Confiar siempre*, cierra la ventana y confirma.",
        `Safari y Chrome ya confían en él. ${firefoxFollows}`,
      ],
      warning: [
        "Safari dice *Esta conexión no es privada*: *Mostrar detalles*, *visitar este sitio web*, *Visitar sitio web*.",
        `Chrome dice ${chromeWarns}`,
        firefoxWarns,
      ],
      lacking: [
        "Puede que Safari abra la página pero niegue su conexión en directo. Entonces no funciona ninguna llamada, y solo sirve instalar.",
      ],
      remove: ["En *Acceso a Llaveros*, busca Earshot y elimina su certificado."],
    },
    windows: {
      title: "Windows",
      install: [
        save,
        "Compara primero: abre *PowerShell* desde el menú Inicio y escribe *Get-FileHash ~\\Downloads\\{file}*. El hash debe ser la huella SHA-256 del terminal del portátil, salvo los dos puntos. Si no lo es, elimina el archivo.",
        "¿Es la misma? Abre *{file}* en la carpeta Descargas, elige *Abrir*, luego *Instalar certificado…*.",
        "Elige *Usuario actual* (*Máquina local* vale para todos los que usan este equipo), luego *Siguiente*.",
        "Elige *Colocar todos los certificados en el siguiente almacén*, *Examinar…*, *Entidades de certificación raíz de confianza*, *Aceptar*, *Siguiente*, *Finalizar*, y confirma con *Sí*.",
        `Chrome y Edge ya confían en él. ${firefoxFollows}`,
      ],
      warning: [
        "Chrome y Edge dicen *La conexión no es privada*. Haz clic en *Configuración avanzada* o *Avanzado*.",
        "Haz clic en *Acceder a … (sitio no seguro)*; en Edge, *Continuar a … (no seguro)*.",
        firefoxWarns,
      ],
      remove: [
        "Abre *certmgr.msc* desde el menú Inicio (*certlm.msc* si elegiste *Máquina local*): *Entidades de certificación raíz de confianza* › *Certificados*, y elimina el de Earshot.",
      ],
    },
    linux: {
      title: "Linux o Chromebook",
      install: [
        save,
        "Compara primero: *sha256sum ~/Downloads/{file}* en un terminal debe dar la huella SHA-256 del terminal del portátil, sin los dos puntos y en minúsculas. Si no la da, elimina el archivo.",
        "¿Es la misma? En Chrome o Chromium: *Configuración* › *Privacidad y seguridad* › *Seguridad* › *Gestionar certificados* › *Certificados locales* › *Instalados por ti*, luego *Importar* junto a *Certificados de confianza*, y elige el archivo. En versiones anteriores: *Entidades emisoras*, *Importar*, y marca *Confiar en este certificado para identificar sitios web*.",
        "En Firefox: *Ajustes* › *Privacidad y seguridad* › *Certificados* › *Ver certificados…* › *Autoridades* › *Importar…*, elige el archivo y marca *Confiar en esta CA para identificar sitios web*. *Ver* muestra ahí también la huella.",
      ],
      warning: [`Chrome y Chromium dicen ${chromeWarns}`, firefoxWarns],
      remove: [
        "En Chrome o Chromium: *Gestionar certificados* › *Instalados por ti*, y elimina el de Earshot.",
        "En Firefox: *Ver certificados…* › *Autoridades*, elige el de Earshot, luego *Eliminar o dejar de confiar…*.",
      ],
    },
  },

  wifi: {
    iphone: {
      title: "iPhone o iPad",
      steps: [
        "Si un mensaje dice que la wifi no tiene internet, toca *Seguir intentándolo con Wi-Fi* o *Usar sin internet*.",
        "Si la página sigue sin abrirse, desactiva por ahora *Ajustes* › *Datos móviles*.",
      ],
    },
    android: {
      title: "Android",
      steps: [
        "Toca la notificación *Es posible que no haya internet* (o *La red Wi-Fi no tiene acceso a internet*) y elige seguir conectado: *Sí*, *Mantener conexión Wi-Fi* o *Usar esta red tal cual*, según el fabricante.",
        "Si la página sigue sin abrirse, desactiva por ahora los datos móviles.",
      ],
    },
  },
};
