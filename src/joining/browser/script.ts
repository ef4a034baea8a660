/** The script of the page that is served without TLS. */
document.documentElement.classList.add("scripted");
