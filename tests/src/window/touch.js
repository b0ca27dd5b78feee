// Runs in the page: arguments are element, dx, dy. A finger goes down in the middle of the element, moves, and lifts.
// WebKit's driver turns a touch into a mouse; so the page gets the events of a finger from here.
const [element, dx, dy] = arguments;
const box = element.getBoundingClientRect();
const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

// What a finger would really hit there: a notice on top of a button takes the touch.
const target = document.elementFromPoint(from.x, from.y);
if (!target || !(element.contains(target) || target.contains(element))) {
  return `<${target?.tagName.toLowerCase()} class="${target?.className}"> lies on top of it`;
}

const fire = (type, x, y, more) =>
  target.dispatchEvent(new PointerEvent(type, {
    bubbles: true, cancelable: true, composed: true, pointerId: 7, pointerType: "touch", isPrimary: true,
    clientX: x, clientY: y, width: 24, height: 24, pressure: 0.5, buttons: 1, ...more,
  }));

const STEPS = 8;
fire("pointerover", from.x, from.y);
fire("pointerdown", from.x, from.y);
if (dx || dy) {
  for (let step = 1; step <= STEPS; step += 1) {
    fire("pointermove", from.x + (dx * step) / STEPS, from.y + (dy * step) / STEPS);
  }
}
fire("pointerup", from.x + dx, from.y + dy, { pressure: 0, buttons: 0 });
fire("pointerout", from.x + dx, from.y + dy, { pressure: 0, buttons: 0 });
if (!dx && !dy) {
  const field = target.closest("input, textarea, select, button, a, [tabindex]");
  field?.focus();
  fire("click", from.x, from.y, { pressure: 0, buttons: 0, detail: 1 });
}
return null;
