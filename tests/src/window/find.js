// Runs in the page: arguments are role, name, what ("there", "gone", "now", "all", "focused"), limit_ms, done.
const [role, name, what, limit_ms, done] = arguments;

const TAGS = {
  button: "button, summary, input[type=button], input[type=submit]",
  link: "a[href]",
  heading: "h1, h2, h3, h4, h5, h6",
  textbox: "textarea, input:not([type]), input[type=text], input[type=password], input[type=email], input[type=tel]",
  searchbox: "input[type=search]",
  slider: "input[type=range]",
  spinbutton: "input[type=number]",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  combobox: "select",
  dialog: "dialog",
  table: "table",
  img: "img[alt], svg[role=img]",
  listitem: "li",
  main: "main",
  navigation: "nav",
};

const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const isVisible = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true], [inert]");

// What a field's label or a button says, without what is hidden from a screen reader.
const textOf = (element) => {
  if (element.nodeType === Node.TEXT_NODE) return element.textContent;
  if (element.nodeType !== Node.ELEMENT_NODE || element.getAttribute("aria-hidden") === "true") return "";
  if (element.hasAttribute("aria-label")) return element.getAttribute("aria-label");
  if (element.tagName === "IMG") return element.alt;
  if (element.hidden || /^(SELECT|TEXTAREA|STYLE|SCRIPT)$/.test(element.tagName)) return "";
  return [...element.childNodes].map(textOf).join(" ");
};

// The accessible name, in the order of the accname standard (the parts of it that we use).
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(textOf).join(" "));
  if (element.hasAttribute("aria-label")) return squeeze(element.getAttribute("aria-label"));
  if (element.labels?.length) return squeeze([...element.labels].map(textOf).join(" "));
  if (element.tagName === "INPUT") return squeeze(element.value && /button|submit/.test(element.type) ? element.value : element.title || element.placeholder);
  if (element.tagName === "svg") return squeeze(element.querySelector(":scope > title")?.textContent);
  return squeeze(textOf(element)) || squeeze(element.title);
};

const candidates = (role) => {
  const own = `[role=${role}]`;
  const all = document.querySelectorAll(TAGS[role] ? `${own}, ${TAGS[role]}` : own);
  return [...all].filter((element) => (element.getAttribute("role") ?? role) === role && isVisible(element));
};

const find = () => {
  const named = candidates(role).map((element) => [element, nameOf(element)]);
  const hit = named.find(([, its]) => its === name) ?? named.find(([, its]) => its.includes(name));
  return hit ? hit[0] : null;
};

const list = () =>
  [...new Set([...Object.keys(TAGS), ...[...document.querySelectorAll("[role]")].map((e) => e.getAttribute("role"))])]
    .flatMap((role) => candidates(role).map((element) => `  ${role} “${nameOf(element)}”`))
    .join("\n");

// The role and name of one element, as a line of the list.
const lineOf = (element) => {
  const role = element.getAttribute("role") ?? Object.keys(TAGS).find((role) => element.matches(TAGS[role]));
  return role ? `${role} “${nameOf(element)}”` : "";
};

if (what === "all") done(list());
else if (what === "focused") done(lineOf(document.activeElement));
else if (what === "now") done(find());
else {
  const answer = () => (what === "gone" ? (find() ? null : true) : find());
  let watcher, timer;
  const settle = (value) => {
    watcher?.disconnect();
    clearTimeout(timer);
    done(value);
  };
  const look = () => {
    const found = answer();
    if (found) settle(found);
    return found;
  };
  if (!look()) {
    watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    timer = setTimeout(() => look() || settle(null), limit_ms);
  }
}
