// Starts the screens. A file of its own: the content security policy refuses scripts inside the page.
import start from "/app.js";

start({ module_or_path: "/app_bg.wasm" }).catch((error) => {
  console.error(error);
  document.body.textContent = "Wijkweb kan de schermen niet openen. / Wijkweb cannot open its screens.";
});
