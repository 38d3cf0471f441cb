/* The lock: asks for the words, and opens the file. */

const say = window.bothwaysSay;
const part = (id) => document.getElementById(id);

async function ready() {
  let envelope;
  try {
    envelope = await readEnvelope("locked file", part("locked").textContent);
  } catch (fault) {
    say(fault.word || "damaged");
    return;
  }
  part("form").hidden = false;
  part("words").focus();
  part("show").addEventListener("change", () => {
    part("words").type = part("show").checked ? "text" : "password";
  });
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    open(envelope);
  });
}

let isOpening = false;

async function open(envelope) {
  if (isOpening) return;
  isOpening = true;
  say("opening");
  try {
    const { content, keys } = await openEnvelope(envelope, part("words").value);
    part("words").value = "";
    const container = await unpack(content);
    const notes = new Notes(container, keys);
    await notes.remember();
    new Pages(container, notes).start();
  } catch (fault) {
    say(fault.word || "damaged");
    part("words").focus();
  } finally {
    isOpening = false;
  }
}

/* For the tests: what they hold to the published vectors. Nothing secret is in it. */
window.bothwaysReader = { readEnvelope, openEnvelope, sealEnvelope, unpack, normal };

if (!window.bothwaysFault) document.addEventListener("DOMContentLoaded", ready);
